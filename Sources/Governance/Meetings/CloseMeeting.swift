package import Plugins
package import Values

/// Closes a meeting; the deadline of its report runs from the last day.
package struct CloseMeeting: ActCommand {
  package static let kind = ActKind(
    "meeting", "close",
    fields: [.subject("meeting", .id("meeting")), .optional("time", .time)])

  let meeting: MeetingID
  let time: TimeOfDay?

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    time = try input.optional("time", ActInput.time)
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(meeting))] + ReferralAgenda.needs
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try MeetingChecks.meeting(meeting, in: ledger)
    try MeetingChecks.check(
      found, isIn: occasion.isTakenOver ? [.planned, .convened, .open, .held] : [.open])
    try check(found, on: occasion.day)
    let closing = Closing(on: occasion.effective, time: time)
    var decision = Decision(
      [PlannedEvent(MeetingEvent.closed(closing), to: meeting, effective: occasion.day)],
      notes: found.opening == nil
        ? [Note("meeting-not-opened", ["meeting": .text(meeting.text)])] : [])
    decision.place(ReferralAgenda.carry(from: meeting, in: ledger, under: rules, on: occasion))
    return decision
  }

  /// A meeting ends after it began, and after the last coming or going, as far as this is known.
  private func check(_ found: Meeting, on day: Day) throws(Refusal) {
    let moment = LocalMoment(day, time)
    if let beginning = found.beganAt, moment.isBefore(beginning) {
      throw Refusal(
        .closedBeforeOpening, ["meeting": .text(meeting.text), "opened": .text(beginning.text)],
        ways: [Note("give-later-moment", ["moment": .text(beginning.text)])])
    }
    guard let last = found.lastMovement, moment.isBefore(last.moment) else { return }
    throw Refusal(
      .closedBeforeMovement,
      ["meeting": .text(meeting.text), "moment": .text(last.moment.text)],
      ways: [
        Note("give-later-moment", ["moment": .text(last.moment.text)]),
        Note("correct-event", MeetingChecks.at(last.position)),
      ])
  }
}

extension RefusalCode {
  static let closedBeforeOpening = RefusalCode("closed-before-opening", exit: .badData)
  static let closedBeforeMovement = RefusalCode("closed-before-movement", exit: .badData)
}
