package import Plugins
package import Values

/// Gives the coordination of a subgroup to a member of the network.
package struct CoordinateSubgroup: ActCommand {
  package static let kind = ActKind(
    "subgroup", "coordinate",
    fields: [.subject("subgroup", .id("subgroup")), .required("member", .id("member"))])

  let subgroup: SubgroupID
  let member: MemberID

  package init(_ input: ActInput) throws(Failure) {
    subgroup = try input.id("subgroup")
    member = try input.id("member")
  }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(subgroup)), .one(EntityKey(member))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try SubgroupChecks.working(subgroup, in: ledger)
    _ = try DelegationChecks.memberClass(
      of: member, on: occasion.day, in: ledger, under: rules)
    if found.coordination(on: occasion.day)?.facts.member == member {
      throw Refusal(
        .coordinatesAlready, ["member": .text(member.text), "subgroup": .text(subgroup.text)],
        ways: [Note("see-list", ["noun": .text("subgroup")])])
    }
    let coordination = SubgroupCoordination(member: member, from: occasion.effective)
    let over = SubgroupChecks.overMandate(of: found, under: rules, on: occasion.day)
    return Decision(
      [
        PlannedEvent(SubgroupEvent.coordinated(coordination), to: subgroup, effective: occasion.day)
      ],
      objections: over.map { [$0] } ?? [])
  }
}

extension RefusalCode {
  static let coordinatesAlready = RefusalCode("coordinates-already")
}
