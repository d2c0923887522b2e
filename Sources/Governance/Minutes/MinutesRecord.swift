package import Plugins
import Values

/// What is recorded of a meeting, from which its minutes are drawn up.
package struct MinutesRecord {
  package let meeting: Meeting
  package let agenda: Agenda
  /// The agenda with all its items, each with the number that it has in every paper.
  package let outline: AgendaOutline
  /// Those of the meeting, in the order of recording.
  package let deliberations: [Deliberation]
  /// What bodies handed to each other, of all meetings.
  package let referrals: [Referral]
  /// Those of which a round was counted in the meeting.
  package let elections: [Election]
  /// The body that meets; nil where the rules have none.
  package let body: Body?
  /// Who might vote on the day of the opening; nil where that is not known.
  let electorate: Electorate?
  /// The actions that the meeting gave, in the order of recording.
  let assignments: [Assignment]
  /// The members whose delegations were expected at the opening; empty where nobody looked.
  let awaited: [MemberID]
  /// Who spoke; nil where it was not recorded.
  let floor: Floor?
  /// Whether the rules want the minutes to say who spoke.
  let namesSpeakers: Bool
  /// Of any body, in the order of their ids.
  let proxies: [Proxy]
  /// What followed from deliberations of any meeting.
  let consequences: Consequences

  /// - Parameters:
  ///   - meeting: Whose minutes are drawn up.
  ///   - agenda: Nil where it has none.
  ///   - deliberations: Of any meeting; only those of this one count.
  ///   - referrals: Of any body; only what happened to them in this meeting counts.
  ///   - elections: Of any meeting; only the rounds of this one count.
  ///   - electorate: Of the body on the day of the opening; without it, nothing is said of a lost quorum.
  ///   - assignments: Given by any meeting; only those of this one count.
  ///   - floor: The list of speakers; nil where there is none.
  ///   - members: Of the network, for those who were absent; empty where that is not asked.
  ///   - proxies: In the order of their ids; without them, those represented do not count for the quorum.
  ///   - consequences: Of deliberations of any meeting; without them, nothing is said of what followed.
  ///   - rules: Under which the meeting proceeds.
  package init(
    _ meeting: Meeting, _ agenda: Agenda?, _ deliberations: [Deliberation],
    _ referrals: [Referral] = [], _ elections: [Election] = [],
    electorate: Electorate? = nil, assignments: [Assignment] = [],
    floor: Floor? = nil, members: [Member] = [], proxies: [Proxy] = [],
    consequences: Consequences? = nil, under rules: Rules
  ) {
    self.meeting = meeting
    self.agenda = agenda ?? Agenda(id: AgendaID(sharedWith: meeting.id))
    outline = AgendaOutline(self.agenda)
    self.proxies = proxies
    self.consequences = consequences ?? .none
    self.deliberations = deliberations.filter { $0.meeting == meeting.id && $0.outcome != nil }
      .sorted { ($0.position ?? 0, $0.id) < ($1.position ?? 0, $1.id) }
    self.referrals = referrals
    self.elections = elections.filter { election in
      (election.rounds + election.annulled.map(\.round)).contains { $0.facts.meeting == meeting.id }
    }
    body = MeetingChecks.body(of: meeting, under: rules)
    self.electorate = electorate
    self.assignments = assignments.filter { $0.making?.facts.meeting == meeting.id }
    self.floor = floor
    namesSpeakers = meeting.series.flatMap(rules.series)?.speaking?.isRecorded == true
    let day = meeting.opening?.facts.on.first
    awaited = day.map { Meeting.awaited(members, on: $0, under: rules) } ?? []
  }

  /// The minutes in statements: the same for the same record, whatever the time.
  package var statements: [Statement] {
    beginning + agendaStatements + course + ending
  }

  // MARK: - Beginning and end

  private var beginning: [Statement] {
    [Statement("opening", .heading, at: "opening", events: [meeting.opening?.position])]
      + invitation + [opened, chair, present].compactMap(\.self) + attendance
      + [attended, quorum].compactMap(\.self) + proxiesAtOpening
  }

  private var opened: Statement? {
    guard let opening = meeting.opening else { return nil }
    return Statement(
      "opened", at: "opened",
      [
        "on": .known(opening.facts.on), "time": .text(opening.facts.time?.description ?? ""),
        "timed": .text(opening.facts.time == nil ? "no" : "yes"),
        "place": .text(meeting.place ?? ""), "placed": .text(meeting.place == nil ? "no" : "yes"),
        "format": .text(meeting.format?.rawValue ?? "other"),
      ], events: [meeting.place.flatMap { _ in given(by: \.place) }, wayGiven, opening.position])
  }

  /// The event that a value of the planning comes from: the last move that gave it, else the planning.
  private func given<Value>(by path: KeyPath<Move, Value?>) -> Int64? {
    let move = meeting.moves.last { $0.facts[keyPath: path] != nil }
    return move?.position ?? meeting.plan?.position
  }

  /// The event that the words on the form come from; nil for a meeting in person, of which there are none.
  private var wayGiven: Int64? {
    meeting.format == nil || meeting.format == .inPerson ? nil : given(by: \.format)
  }

  private var chair: Statement? {
    meeting.opening.flatMap { opening in
      opening.facts.chair.map { chair in
        Statement("chair", at: "chair", ["member": .text(chair.text)], events: [opening.position])
      }
    }
  }

  private var present: Statement? {
    guard let opening = meeting.opening, !opening.facts.present.isEmpty else { return nil }
    let members = opening.facts.present.sorted()
    return Statement(
      "present", at: "present", ["n": .int(members.count), "members": .members(members)],
      events: [opening.position])
  }

  private var attended: Statement? {
    meeting.opening.flatMap { opening in
      opening.facts.attended.map { text in
        Statement("attended", at: "attended", ["text": .text(text)], events: [opening.position])
      }
    }
  }

  private var quorum: Statement? {
    guard let opening = meeting.opening, let count = opening.facts.quorum else { return nil }
    let clause = quorumClause
    return Statement(
      "quorum", at: "quorum",
      [
        "base": .int(count.base), "found": .int(count.found), "needed": .int(count.needed),
        "holds": .text(count.holds ? "yes" : "no"),
        "proxied": .text(countsProxies(opening.facts) ? "yes" : "no"),
        "clause": .text(clause ?? ""), "ruled": .text(clause == nil ? "no" : "yes"),
      ].merging(count.earlier) { $1 }, events: [opening.position])
  }

  private var ending: [Statement] {
    guard let closing = meeting.closing else { return [] }
    return [
      Statement("closing", .heading, at: "closing", events: [closing.position]),
      Statement(
        "closed", at: "closed",
        [
          "on": .known(closing.facts.on), "time": .text(closing.facts.time?.description ?? ""),
          "timed": .text(closing.facts.time == nil ? "no" : "yes"),
        ], events: [closing.position]),
    ]
  }

  // MARK: - Agenda

  private var agendaStatements: [Statement] {
    let lines = outline.lines
    let titles = meeting.convocation?.facts.agenda ?? []
    guard !lines.isEmpty || !titles.isEmpty else { return [] }
    let head = Statement(
      "agenda", .heading, at: "agenda",
      events: lines.isEmpty ? [meeting.convocation?.position] : [])
    let items = lines.isEmpty ? plain(titles) : lines.map(Self.item)
    return [head] + items + late(lines) + marked(lines)
  }

  private func plain(_ titles: [String]) -> [Statement] {
    titles.enumerated().map { index, title in
      Statement(
        "item", .item, at: "item.\(index + 1)",
        ["number": .text("\(index + 1)"), "title": .text(title)],
        events: [meeting.convocation?.position])
    }
  }

  private static func item(_ line: AgendaOutline.Line) -> Statement {
    let facts = line.item.addition.facts
    let (code, own): (String, [String: Failure.Value]) =
      if let action = facts.follows {
        ("item-action", ["action": .text(action.text), "title": .text(line.item.title)])
      } else if let sender = facts.sender {
        ("item-referral", ["title": .text(line.item.title), "from": .text(sender)])
      } else if let approved = facts.approves {
        ("item-minutes", ["title": .text(approved.text)])
      } else {
        ("item", ["title": .text(line.item.title)])
      }
    let values = own.merging(marks(of: line)) { mine, _ in mine }
    return Statement(
      code, .item, at: "item.\(line.item.id.text)",
      values.merging(["number": .text(line.number)]) { mine, _ in mine }, events: line.item.events)
  }

  /// Items that came late say so, with what admitted them.
  private func late(_ lines: [AgendaOutline.Line]) -> [Statement] {
    lines.filter { $0.item.addition.facts.isLate }.map { line in
      let facts = line.item.addition.facts
      let by = facts.deliberation?.text
      return Statement(
        "late", at: "late.\(line.item.id.text)",
        [
          "number": .text(line.number), "on": .known(facts.on),
          "admitted": .text(facts.admission),
          "by": .text(by ?? ""), "reason": .text(facts.reason ?? ""),
        ], events: [line.item.addition.position])
    }
  }
}
