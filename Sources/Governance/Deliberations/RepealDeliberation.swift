package import Plugins
package import Values

/// Records that a later deliberation ended an earlier one.
package struct RepealDeliberation: ActCommand {
  package static let kind = ActKind(
    "deliberation", "repeal",
    fields: [
      .subject("deliberation", .id("deliberation")), .required("by", .id("deliberation")),
    ])

  let deliberation: DeliberationID
  let by: DeliberationID

  package init(_ input: ActInput) throws(Failure) {
    deliberation = try input.id("deliberation")
    by = try input.id("by")
  }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(deliberation)), .one(EntityKey(by))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    _ = try DeliberationChecks.inForce(deliberation, changedBy: by, in: ledger, on: occasion)
    return Decision([
      PlannedEvent(
        DeliberationEvent.repealed(Repeal(deliberation: by)), to: deliberation,
        effective: occasion.day)
    ])
  }
}
