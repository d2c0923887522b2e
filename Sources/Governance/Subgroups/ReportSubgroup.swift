package import Plugins
package import Values

/// Records what a subgroup reports.
package struct ReportSubgroup: ActCommand {
  package static let kind = ActKind(
    "subgroup", "report",
    fields: [.subject("subgroup", .id("subgroup")), .required("text", .text)])

  let subgroup: SubgroupID
  let text: String

  package init(_ input: ActInput) throws(Failure) {
    subgroup = try input.id("subgroup")
    text = try input.text("text")
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(subgroup))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try SubgroupChecks.working(subgroup, in: ledger)
    let report = SubgroupReport(on: occasion.effective, text: text)
    let late = SubgroupChecks.runOut(of: found, under: rules, on: occasion.day)
    let until = late == nil ? found.lapse(before: occasion.day) : nil
    return Decision(
      [PlannedEvent(SubgroupEvent.reported(report), to: subgroup, effective: occasion.day)],
      objections: late.map { [$0] } ?? [],
      notes: until.map { [Note("mandate-over", SubgroupChecks.values(of: subgroup, until: $0))] }
        ?? [])
  }
}
