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

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(meeting))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try MeetingChecks.meeting(meeting, in: ledger)
    try MeetingChecks.check(
      found, isIn: occasion.isTakenOver ? [.planned, .convened, .open] : [.open])
    try check(found, on: occasion.day)
    let closing = Closing(on: occasion.effective, time: time)
    return Decision(
      [PlannedEvent(MeetingEvent.closed(closing), to: meeting, effective: occasion.day)],
      notes: found.opening == nil
        ? [Note("meeting-not-opened", ["meeting": .text(meeting.text)])] : [])
  }

  private func check(_ found: Meeting, on day: Day) throws(Refusal) {
    guard let opening = found.opening, day < opening.facts.on.first else { return }
    throw Refusal(
      .closedBeforeOpening,
      ["meeting": .text(meeting.text), "opened": .text(opening.facts.on.description)],
      ways: [Note("give-later-day", ["day": .text(opening.facts.on.description)])])
  }
}

extension RefusalCode {
  static let closedBeforeOpening = RefusalCode("closed-before-opening", exit: .badData)
}
