package import Plugins
package import Values

/// Ends a membership from a day on.
package struct EndMember: ActCommand {
  package static let kind = ActKind(
    "member", "end",
    fields: [.subject("member", .id("member")), .optional("reason", .text)])

  let member: MemberID
  let reason: String?

  package init(_ input: ActInput) throws(Failure) {
    member = try input.id("member")
    reason = try input.optional("reason", ActInput.text)
  }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(member)), .all(category: Seat.category)]
  }

  /// Its seats keep their holders in the record, since only an act ends an appointment; each is noted.
  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    _ = try MemberChecks.memberClass(of: member, on: occasion.day, in: ledger)
    let event = MemberEvent.ended(from: occasion.effective, reason: reason)
    return Decision(
      [PlannedEvent(event, to: member, effective: occasion.day)],
      notes: SeatChecks.heldSeats(of: member, on: occasion.day, in: ledger).map { seat in
        Note(
          "member-leaves-holders", ["member": .text(member.text), "seat": .text(seat.id.text)])
      })
  }
}
