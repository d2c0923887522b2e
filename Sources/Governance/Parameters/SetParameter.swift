package import Plugins
package import Values

/// Gives a parameter of the rules another value, within its bounds; nothing of the rules is amended.
///
/// Source: issue 3, "parameters with bounds changed by acts".
package struct SetParameter: ActCommand {
  package static let kind = ActKind(
    "parameter", "set",
    fields: [
      .subject("parameter", .id("parameter")), .subject("value", .text),
      .optional("adopted-by", .id("deliberation")),
    ])

  let parameter: ParameterID
  let value: String
  let deliberation: DeliberationID?

  package init(_ input: ActInput) throws(Failure) {
    parameter = try input.id("parameter")
    value = try input.text("value")
    deliberation = input.has("adopted-by") ? try input.id("adopted-by") : nil
  }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(parameter))] + (deliberation.map { [.one(EntityKey($0))] } ?? [])
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let allowed = try ParameterChecks.allowed(value, for: parameter, under: rules)
    if let deliberation {
      _ = try AdoptionChecks.adopted(deliberation, in: ledger, deciding: [parameter.text])
    }
    let change = ParameterChange(
      name: parameter.text, value: allowed.value, from: occasion.effective,
      deliberation: deliberation)
    return Decision(
      [PlannedEvent(ParameterEvent.changed(change), to: parameter, effective: occasion.day)],
      derivations: [allowed.derivation])
  }
}
