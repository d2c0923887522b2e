package import Plugins
package import Values

/// Ends a subgroup, before its mandate runs out or after.
package struct EndSubgroup: ActCommand {
  package static let kind = ActKind(
    "subgroup", "end",
    fields: [.subject("subgroup", .id("subgroup")), .optional("reason", .text)])

  let subgroup: SubgroupID
  let reason: String?

  package init(_ input: ActInput) throws(Failure) {
    subgroup = try input.id("subgroup")
    reason = try input.optional("reason", ActInput.text)
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(subgroup))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    _ = try SubgroupChecks.working(subgroup, in: ledger)
    let ending = SubgroupEnding(on: occasion.effective, reason: reason)
    return Decision([
      PlannedEvent(SubgroupEvent.ended(ending), to: subgroup, effective: occasion.day)
    ])
  }
}
