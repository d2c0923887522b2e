package import Plugins
package import Values

/// Ends a subgroup, before its mandate runs out or after.
///
/// Where the rules end it some time after its mandate, the answer says so; `admin tick` asks for that by itself.
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
    let found = try SubgroupChecks.working(subgroup, in: ledger)
    let ending = SubgroupEnding(on: occasion.effective, reason: reason)
    let runOut = found.lapse(before: occasion.day).flatMap {
      rules.subgroups?.derivation(mandateUntil: $0, on: occasion.day)
    }
    return Decision(
      [PlannedEvent(SubgroupEvent.ended(ending), to: subgroup, effective: occasion.day)],
      derivations: runOut.flatMap { $0.holds ? [$0] : nil } ?? [])
  }
}
