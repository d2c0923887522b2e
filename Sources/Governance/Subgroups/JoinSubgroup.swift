package import Plugins
package import Values

/// A member begins to take part in a subgroup: it is called to its meetings and has a vote there.
package struct JoinSubgroup: ActCommand {
  package static let kind = ActKind(
    "subgroup", "join",
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
    _ = try DelegationChecks.memberClass(of: member, on: occasion.day, in: ledger, under: rules)
    guard !found.members(on: occasion.day).contains(member.text) else {
      throw Refusal(
        .takesPartAlready, ["member": .text(member.text), "subgroup": .text(subgroup.text)],
        ways: [Note("see-list", ["noun": .text("subgroup")])])
    }
    let joining = SubgroupJoining(member: member, from: occasion.effective)
    let over = SubgroupChecks.overMandate(of: found, under: rules, on: occasion.day)
    return Decision(
      [PlannedEvent(SubgroupEvent.joined(joining), to: subgroup, effective: occasion.day)],
      objections: over.map { [$0] } ?? [])
  }
}

extension RefusalCode {
  static let takesPartAlready = RefusalCode("takes-part-already")
}
