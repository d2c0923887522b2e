package import Plugins
package import Values

/// Cancels a meeting that has not begun; its number stays taken.
package struct CancelMeeting: ActCommand {
  package static let kind = ActKind(
    "meeting", "cancel",
    fields: [.subject("meeting", .id("meeting")), .required("reason", .text)])

  let meeting: MeetingID
  let reason: String

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    reason = try input.text("reason")
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(meeting))] + ReferralAgenda.needs
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try MeetingChecks.meeting(meeting, in: ledger)
    try MeetingChecks.check(found, isIn: [.planned, .convened])
    let cancellation = Cancellation(on: occasion.effective, reason: reason)
    var decision = Decision([
      PlannedEvent(MeetingEvent.cancelled(cancellation), to: meeting, effective: occasion.day)
    ])
    decision.place(ReferralAgenda.carry(from: meeting, in: ledger, under: rules, on: occasion))
    return decision
  }
}
