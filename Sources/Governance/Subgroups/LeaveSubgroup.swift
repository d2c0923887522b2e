package import Plugins
package import Values

/// A member takes part in a subgroup no longer; what was decided with it stands.
package struct LeaveSubgroup: ActCommand {
  package static let kind = ActKind(
    "subgroup", "leave",
    fields: [
      .subject("subgroup", .id("subgroup")), .required("member", .id("member")),
      .optional("reason", .text),
    ])

  let subgroup: SubgroupID
  let member: MemberID
  let reason: String?

  package init(_ input: ActInput) throws(Failure) {
    subgroup = try input.id("subgroup")
    member = try input.id("member")
    reason = try input.optional("reason", ActInput.text)
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(subgroup))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try SubgroupChecks.working(subgroup, in: ledger)
    guard found.members(on: occasion.day).contains(member.text) else {
      let known = found.members(on: occasion.day)
      throw Refusal(
        .takesNoPart, ["member": .text(member.text), "subgroup": .text(subgroup.text)],
        ways: known.isEmpty
          ? [Note("see-list", ["noun": .text("subgroup")])]
          : [Note("use-one-of", ["known": .list(known)])])
    }
    let leaving = SubgroupLeaving(member: member, from: occasion.effective, reason: reason)
    return Decision([
      PlannedEvent(SubgroupEvent.left(leaving), to: subgroup, effective: occasion.day)
    ])
  }
}

extension RefusalCode {
  static let takesNoPart = RefusalCode("takes-no-part")
}
