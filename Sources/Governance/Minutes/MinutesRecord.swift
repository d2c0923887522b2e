package import Plugins
import Values

/// What is recorded of a meeting, from which its minutes are drawn up.
package struct MinutesRecord {
  package let meeting: Meeting
  package let agenda: Agenda
  /// Those of the meeting, in the order of recording.
  package let deliberations: [Deliberation]
  /// Those of which a round was counted in the meeting.
  package let elections: [Election]
  /// The body that meets; nil where the rules have none.
  package let body: Body?

  /// - Parameters:
  ///   - meeting: Whose minutes are drawn up.
  ///   - agenda: Nil where it has none.
  ///   - deliberations: Of any meeting; only those of this one count.
  ///   - elections: Of any meeting; only the rounds of this one count.
  ///   - rules: Under which the meeting proceeds.
  package init(
    _ meeting: Meeting, _ agenda: Agenda?, _ deliberations: [Deliberation],
    _ elections: [Election] = [], under rules: Rules
  ) {
    self.meeting = meeting
    self.agenda = agenda ?? Agenda(id: AgendaID(sharedWith: meeting.id))
    self.deliberations = deliberations.filter { $0.meeting == meeting.id && $0.outcome != nil }
      .sorted { ($0.position ?? 0, $0.id) < ($1.position ?? 0, $1.id) }
    self.elections = elections.filter { election in
      election.rounds.contains { $0.facts.meeting == meeting.id }
    }
    body = MeetingChecks.body(of: meeting, under: rules)
  }

  /// The minutes in statements: the same for the same record, whatever the time.
  package var statements: [Statement] {
    beginning + agendaStatements + course + ending
  }

  // MARK: - Beginning and end

  private var beginning: [Statement] {
    [
      Statement("opening", .heading, at: "opening", events: [meeting.opening?.position]),
      convened, moved, opened, chair, present, attended, quorum,
    ].compactMap(\.self) + proxiesAtOpening
  }

  private var convened: Statement? {
    guard let convocation = meeting.convocation, let from = meeting.from else { return nil }
    let told = meeting.toldOn ?? convocation.facts.on
    let days =
      told.precision == .day && from.precision == .day
      ? told.first.days(until: from.first) : nil
    return Statement(
      "convened", at: "convened",
      [
        "on": .known(convocation.facts.on), "from": .known(from),
        "urgent": .text(convocation.facts.isUrgent ? "yes" : "no"),
        "known": .text(days == nil ? "no" : "yes"), "days": .int(days ?? 0),
      ], events: [meeting.plan?.position, convocation.position])
  }

  private var moved: Statement? {
    guard let move = meeting.moves.last else { return nil }
    return Statement(
      "moved", at: "moved", ["on": .known(move.facts.on), "reason": .text(move.facts.reason)],
      events: [move.position])
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
      ], events: [meeting.plan?.position, opening.position])
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
    return Statement(
      "quorum", at: "quorum",
      [
        "base": .int(count.base), "found": .int(count.found), "needed": .int(count.needed),
        "holds": .text(count.holds ? "yes" : "no"),
      ], events: [opening.position])
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
    let lines = AgendaOutline(agenda).lines
    let titles = meeting.convocation?.facts.agenda ?? []
    guard !lines.isEmpty || !titles.isEmpty else { return [] }
    let head = Statement(
      "agenda", .heading, at: "agenda",
      events: lines.isEmpty ? [meeting.convocation?.position] : [])
    let items = lines.isEmpty ? plain(titles) : lines.map(Self.item)
    return [head] + items + late(lines)
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
    let approves = line.item.addition.facts.approves
    if let action = line.item.addition.facts.follows {
      return Statement(
        "item-action", .item, at: "item.\(line.item.id.text)",
        [
          "number": .text(line.number), "action": .text(action.text),
          "title": .text(line.item.title),
        ], events: line.item.events)
    }
    return Statement(
      approves == nil ? "item" : "item-minutes", .item, at: "item.\(line.item.id.text)",
      ["number": .text(line.number), "title": .text(approves?.text ?? line.item.title)],
      events: line.item.events)
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
          "admitted": .text(by != nil ? "decision" : facts.reason != nil ? "reason" : "other"),
          "by": .text(by ?? ""), "reason": .text(facts.reason ?? ""),
        ], events: [line.item.addition.position])
    }
  }
}
