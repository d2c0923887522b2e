package import Plugins
package import Values

/// Moves a member to another class of the rules.
///
/// Seats that the new class does not have stay with their holders until an act ends them; that they have
/// holders is noted.
package struct EditMember: ActCommand {
  package static let kind = ActKind(
    "member", "edit",
    fields: [.subject("member", .id("member")), .required("class", .id("class"))])

  let member: MemberID
  let memberClass: String

  package init(_ input: ActInput) throws(Failure) {
    member = try input.id("member")
    memberClass = try input.text("class")
  }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(member)), .all(category: Seat.category)]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    try MemberChecks.check(class: memberClass, under: rules)
    let held = try MemberChecks.memberClass(of: member, on: occasion.day, in: ledger)
    guard held != memberClass else {
      throw Refusal(
        .classHeldAlready, ["member": .text(member.text), "class": .text(held)],
        ways: [Note("use-one-of", ["known": .list(rules.membership.classes.map(\.name))])])
    }
    let event = MemberEvent.reclassified(memberClass: memberClass, from: occasion.effective)
    return Decision(
      [PlannedEvent(event, to: member, effective: occasion.day)],
      notes: SeatChecks.heldSeats(of: member, on: occasion.day, in: ledger)
        .filter { seat in
          rules.seat(seat.kind)?.classes.contains(memberClass) != true
        }
        .map { seat in
          Note(
            "class-leaves-holders", ["seat": .text(seat.id.text), "class": .text(memberClass)])
        })
  }
}
