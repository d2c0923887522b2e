package import Plugins
package import Values

/// Makes minutes final: after a silence that nobody broke, or by a deliberation of the body.
///
/// Silence approves what members read; where the record was put right since the draft, they read something else, and
/// only the body itself can approve it, with the answer saying what reads otherwise (decision 0029).
package struct ApproveMinutes: ActCommand {
  package static let kind = ActKind(
    "minutes", "approve",
    fields: [.subject("meeting", .id("meeting")), .optional("by", .id("deliberation"))])

  let meeting: MeetingID
  let deliberation: DeliberationID?

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    deliberation = try input.has("by") ? input.id("by") : nil
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    MinutesRecord.needs(of: meeting) + (deliberation.map { [.one(EntityKey($0))] } ?? [])
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (found, minutes) = try MinutesChecks.minutes(of: meeting, in: ledger)
    try MinutesChecks.checkNotApproved(minutes)
    let circulation = try MinutesChecks.circulation(of: minutes)
    try check(minutes, circulation)
    let age = MinutesAge(
      of: minutes, version: circulation.version,
      against: MinutesRecord(of: found, in: ledger, under: rules)
    ).values(meeting)
    if let deliberation {
      _ = try AdoptionChecks.adopted(deliberation, in: ledger, deciding: [meeting.text])
    }
    let objections = minutes.objections.count
    let approval = MinutesApproval(
      meeting: meeting, on: occasion.effective, version: circulation.version,
      digest: circulation.digest, until: circulation.until, objections: objections,
      deliberation: deliberation)
    let rule = found.series.flatMap(rules.series)?.minutes
    let objection = try objection(rule, circulation, objections, occasion)
    var decision = Decision(
      [PlannedEvent(MinutesEvent.approved(approval), to: minutes.id, effective: occasion.day)],
      objections: [objection].compactMap(\.self))
    guard let age else { return decision }
    if deliberation != nil {
      decision.notes.append(Note("minutes-outdated", age))
    } else if objection == nil {
      decision.objections.append(Self.outdated(age, meeting))
    }
    return decision
  }

  /// Silence approves no text that the record has left behind.
  private static func outdated(_ age: [String: Failure.Value], _ meeting: MeetingID) -> Refusal {
    let at: [String: Failure.Value] = ["meeting": .text(meeting.text)]
    return Refusal(
      .minutesOutdated, age,
      ways: [Note("draft-anew", at), Note("approve-by-deliberation", at)])
  }

  /// What is approved is what was sent round.
  private func check(_ minutes: Minutes, _ circulation: Circulation) throws(Refusal) {
    guard circulation.version != minutes.version else { return }
    throw Refusal(
      .minutesChangedSince,
      [
        "meeting": .text(meeting.text), "circulated": .int(circulation.version),
        "newest": .int(minutes.version),
      ], ways: [Note("circulate-minutes", ["meeting": .text(meeting.text)])])
  }

  /// What stands against an approval without a deliberation.
  private func objection(
    _ rule: MinutesRule?, _ circulation: Circulation, _ objections: Int, _ occasion: Occasion
  ) throws(Refusal) -> Refusal? {
    guard deliberation == nil else { return nil }
    let values: [String: Failure.Value] = ["meeting": .text(meeting.text)]
    let way = Note("approve-by-deliberation", values)
    guard let rule else { throw Refusal(.approvalNeedsDeliberation, values, ways: [way]) }
    guard rule.approval == .silence, let until = circulation.until else {
      return Refusal(.approvalNeedsDeliberation, values, clause: rule.clause, ways: [way])
    }
    guard until < occasion.day else {
      return Refusal(
        .commentsOpen, ["meeting": .text(meeting.text), "until": .day(until)],
        clause: rule.clause, ways: [Note("wait-for-comments", ["until": .day(until)]), way])
    }
    guard objections > 0 else { return nil }
    return Refusal(
      .minutesDisputed, ["meeting": .text(meeting.text), "count": .int(objections)],
      clause: rule.clause, ways: [way])
  }
}

extension RefusalCode {
  static let minutesChangedSince = RefusalCode("minutes-changed-since")
  static let approvalNeedsDeliberation = RefusalCode("approval-needs-deliberation")
  static let commentsOpen = RefusalCode("comments-open")
  static let minutesDisputed = RefusalCode("minutes-disputed")
  static let minutesOutdated = RefusalCode("minutes-outdated")
}
