package import Plugins
package import Values

/// Records that a later deliberation changed an earlier one, which stays in force as changed.
package struct AmendDeliberation: ActCommand {
  package static let kind = ActKind(
    "deliberation", "amend",
    fields: [
      .subject("deliberation", .id("deliberation")), .required("by", .id("deliberation")),
      .optional("text", .text), .optional("digest", .text),
    ])

  let deliberation: DeliberationID
  let by: DeliberationID
  let text: String?
  let digest: String?

  package init(_ input: ActInput) throws(Failure) {
    deliberation = try input.id("deliberation")
    by = try input.id("by")
    text = try input.optional("text", ActInput.text)
    digest = try input.optional("digest", ActInput.digest)
  }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(deliberation)), .one(EntityKey(by))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    _ = try DeliberationChecks.inForce(deliberation, changedBy: by, in: ledger, on: occasion)
    let facts = LaterAmendment(deliberation: by, text: text, digest: digest)
    return Decision([
      PlannedEvent(DeliberationEvent.amended(facts), to: deliberation, effective: occasion.day)
    ])
  }
}
