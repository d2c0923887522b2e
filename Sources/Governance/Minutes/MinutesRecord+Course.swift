import Plugins
import Values

/// What happened between opening and closing, in the order in which it was recorded.
extension MinutesRecord {
  var course: [Statement] {
    let numbers = Dictionary(
      outline.lines.map { ($0.item.id, $0.number) },
      uniquingKeysWith: { first, _ in first })
    let decided = deliberations.map { ($0.position ?? 0, statements(of: $0, numbers)) }
    let pieces: [Piece] =
      movements + speeches(numbers) + decided + handovers + actions + rounds + proxyTurns
      + subgroupTurns
    guard !pieces.isEmpty || untreated != nil else { return [] }
    let ordered = pieces.enumerated().sorted { left, right in
      (left.element.0, left.offset) < (right.element.0, right.offset)
    }
    let head = Statement("course", .heading, at: "course", events: [])
    return [head] + [untreated].compactMap(\.self) + ordered.flatMap(\.element.1)
  }

  typealias Piece = (Int64, [Statement])

  /// Arrivals after the opening, departures, and changes between the room and the link.
  private var movements: [Piece] {
    let opening = meeting.opening?.position
    return meeting.stays.flatMap { stay -> [Piece] in
      let arrival =
        stay.begunBy == opening
        ? nil : (stay.begunBy, [begun(stay)] + quorumChange(atBeginningOf: stay))
      let goesOn = meeting.stays.contains { $0.member == stay.member && $0.begunBy == stay.endedBy }
      let departure =
        goesOn
        ? nil
        : stay.endedBy.map { ($0, [left(stay, $0)] + quorumChange(at: $0, endOf: stay)) }
      return [arrival, departure].compactMap(\.self)
    }
  }

  private func quorumChange(atBeginningOf stay: Stay) -> [Statement] {
    quorumChange(at: stay.begunBy, of: stay.member, LocalMoment(stay.day, stay.time))
  }

  private func quorumChange(at event: Int64, endOf stay: Stay) -> [Statement] {
    quorumChange(
      at: event, of: stay.member, LocalMoment(stay.leftOn ?? stay.day, stay.leftAt))
  }

  /// What the meeting gave somebody to do, with the day as it was given; a longer one is no part of the minutes.
  private var actions: [Piece] {
    assignments.compactMap { assignment in
      assignment.making.map { ($0.position, [said($0, of: assignment)]) }
    }
  }

  private func said(_ making: Recorded<AssignmentMaking>, of assignment: Assignment) -> Statement {
    let facts = making.facts
    return Statement(
      "action", at: "action.\(assignment.id.text)",
      [
        "action": .text(assignment.id.text), "owner": .text(facts.owner),
        "due": .day(facts.due), "title": .text(facts.title),
      ], events: [making.position])
  }

  /// The actions that the meeting gave, in the order of recording.
  ///
  /// - Parameter isShown: Whether one is told, by the item under which it was given or that its deliberation took up;
  ///   nil where it belongs to none.
  /// - Returns: One sentence for each.
  package func actionStatements(where isShown: (ItemID?) -> Bool) -> [Statement] {
    assignments.compactMap { assignment in
      guard let making = assignment.making else { return nil }
      let taken = making.facts.deliberation.flatMap { agenda.item(takenBy: $0)?.id }
      return isShown(making.facts.item ?? taken) ? said(making, of: assignment) : nil
    }
  }

  private func begun(_ stay: Stay) -> Statement {
    if meeting.continues(stay) { return movedRoom(stay) }
    return stay.isRemote ? arrivedRemotely(stay) : arrived(stay)
  }

  private func arrived(_ stay: Stay) -> Statement {
    Statement(
      "arrived", at: "arrived.\(stay.member.text).\(stay.begunBy)",
      [
        "member": .text(stay.member.text), "time": .text(stay.time?.description ?? ""),
        "timed": .text(stay.time == nil ? "no" : "yes"), "on": .day(stay.day),
        "office": .text(stay.representedBy ?? ""),
        "headed": .text(stay.representedBy == nil ? "yes" : "no"),
      ], events: [stay.begunBy])
  }

  private func left(_ stay: Stay, _ event: Int64) -> Statement {
    Statement(
      "left", at: "left.\(stay.member.text).\(event)",
      [
        "member": .text(stay.member.text), "time": .text(stay.leftAt?.description ?? ""),
        "timed": .text(stay.leftAt == nil ? "no" : "yes"), "on": .day(stay.leftOn ?? stay.day),
      ], events: [event])
  }

  // MARK: - Deliberations

  private func statements(of deliberation: Deliberation, _ numbers: [ItemID: String])
    -> [Statement]
  {
    let item = agenda.item(takenBy: deliberation.id)
    return statements(
      on: deliberation, item: item.flatMap { numbers[$0.id] }, before: meeting.closing?.position,
      inCourse: true, inOrder: true)
  }

  /// What is to be said of one deliberation.
  ///
  /// - Parameters:
  ///   - deliberation: One of the record's.
  ///   - number: Of its item on the agenda that the reader has; nil for none.
  ///   - end: What became of it at this position or later is left out; nil leaves nothing out.
  ///   - inCourse: Whether it is told as a part of the meeting: in which session it was dealt with, whether it
  ///     stood on the agenda, and what followed from it. What followed is told whenever it was recorded.
  ///   - inOrder: Whether the matters follow one another as they were dealt with, so that what a later one of the
  ///     same meeting changed is told there, with the text as amended, and not before it was decided.
  /// - Returns: A heading, then the sentences in reading order.
  package func statements(
    on deliberation: Deliberation, item number: String?, before end: Int64? = nil,
    inCourse: Bool = false, inOrder: Bool = false
  ) -> [Statement] {
    let id = deliberation.id.text
    let item = agenda.item(takenBy: deliberation.id)
    let taking = item?.takings.first { $0.facts.deliberation == deliberation.id }
    let head = Statement(
      "matter", .heading, at: id,
      [
        "deliberation": .text(id), "title": .text(deliberation.title ?? ""),
        "itemised": .text(number == nil ? "no" : "yes"), "item": .text(number ?? ""),
      ], events: [deliberation.position, number == nil ? nil : taking?.position])
    let top = [head] + (inCourse ? marks(of: deliberation) : [])
    guard let resolution = deliberation.resolution else {
      return top + deferred(deliberation)
    }
    let told = Set(deliberations.map(\.id))
    let followed =
      inCourse ? consequences.statements(of: deliberation, told: inOrder ? [] : told) : []
    return top + decided(resolution, deliberation) + settled(by: deliberation) + followed
      + Self.fate(of: deliberation, without: inOrder ? told : []).filter { statement in
        end.map { end in statement.events.allSatisfy { $0 < end } } ?? true
      }
  }

  private func deferred(_ deliberation: Deliberation) -> [Statement] {
    guard let deferral = deliberation.deferral else { return [] }
    return [
      Statement(
        "deferred", at: "\(deliberation.id.text).outcome",
        ["reason": .text(deferral.facts.reason)], events: [deferral.position])
    ]
  }

  private func decided(_ resolution: Recorded<Resolution>, _ deliberation: Deliberation)
    -> [Statement]
  {
    let (facts, id) = (resolution.facts, deliberation.id.text)
    func said(
      _ code: String, _ form: Statement.Form = .sentence, _ part: String,
      _ values: [String: Failure.Value]
    ) -> Statement {
      Statement(code, form, at: "\(id).\(part)", values, events: [resolution.position])
    }
    let text = facts.text.map { said("text", .quote, "text", ["text": .text($0)]) }
    let roll =
      facts.names.isEmpty ? nil : said("roll", .sentence, "roll", Self.roll(facts.names))
    let chair = facts.chairVote.map {
      said("chair-vote", .sentence, "chair-vote", ["vote": .text($0.rawValue)])
    }
    let outcome = said(
      "outcome", .sentence, "outcome",
      ["outcome": .text(deliberation.outcome?.rawValue ?? "other"), "deliberation": .text(id)])
    let digest = facts.digest.map { said("digest", .sentence, "digest", ["digest": .text($0)]) }
    let dissent = facts.dissent.map { statement in
      said(
        "dissent", .quote, "dissent.\(statement.member.text)",
        ["member": .text(statement.member.text), "text": .text(statement.text)])
    }
    let votes = Self.votes(facts, in: body)
    let basis = facts.circumstances.basis.map {
      said("basis", .sentence, "basis", ["basis": .text($0)])
    }
    let repeats = facts.circumstances.repeats.map {
      said("repeats", .sentence, "repeats", ["repeats": .text($0.text)])
    }
    return [repeats, text, basis].compactMap(\.self) + conduct(before: resolution, of: id)
      + [
        said(votes.code, .sentence, "votes", votes.values), headed(resolution, at: id),
        shares(of: resolution, at: id), roll, chair, lot(of: resolution, at: id),
        consent(of: resolution, at: id), outcome, digest,
      ].compactMap(\.self) + dissent
  }

  /// The numbers of a vote, kept apart; of a consensus only those that there are.
  static func votes(_ facts: Resolution, in body: Body?)
    -> (code: String, values: [String: Failure.Value])
  {
    let rule = body?.decision(on: facts.matter)
    if let selection = facts.conduct.selection { return ("choice", said(selection, facts)) }
    guard let tally = facts.tally else {
      return (
        "consensus",
        [
          "entitled": .int(facts.entitled ?? 0), "present": .int(facts.present ?? 0),
          "known": .text(facts.present == nil ? "no" : "yes"),
          "clause": .text(rule?.clause.id ?? ""), "ruled": .text(rule == nil ? "no" : "yes"),
        ]
      )
    }
    let majority = rule?.majority(
      of: tally, tieBreak: facts.chairVote ?? facts.conduct.drawing?.drawn)
    return (
      majority == nil ? "count" : "vote",
      [
        "entitled": .int(tally.entitled), "present": .int(tally.present ?? 0),
        "known": .text(tally.present == nil ? "no" : "yes"),
        "represented": .int(tally.represented), "recused": .int(tally.recused),
        "for": .int(tally.inFavour), "against": .int(tally.against),
        "abstain": .int(tally.abstaining), "cast": .int(tally.cast),
        "valid": .int(majority?.valid ?? tally.cast), "base": .int(majority?.base ?? 0),
        "needed": .int(majority?.needed ?? 0), "clause": .text(rule?.clause.id ?? ""),
      ]
    )
  }

  static func roll(_ names: [Resolution.Cast]) -> [String: Failure.Value] {
    var values: [String: Failure.Value] = [:]
    for vote in Resolution.Vote.allCases {
      let members = names.filter { $0.vote == vote }.map(\.member).sorted()
      values[vote.rawValue] = .members(members)
      values["n_\(vote.rawValue)"] = .int(members.count)
    }
    return values
  }
}
