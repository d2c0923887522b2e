import EventStore
package import Plugins
package import Values

/// Founds the network under its first rules, once and without a deliberation.
package struct FoundNetwork: ActCommand {
  package static let kind = ActKind(
    "network", "found", fields: [.required("rules", .document)])

  package let rules: Rules

  /// - Throws: `field-malformed` for what is no JSON, and what `PluginFile` finds wrong with the rules.
  package init(_ input: ActInput) throws(Failure) {
    rules = try RulesDocument.rules(in: input.text("rules"))
  }

  package var ownRules: Rules? { rules }

  package func needs(under rules: Rules) -> [Need] { [.all(category: Network.category)] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    guard ledger.all(Network.self).isEmpty else { throw Refusal(.networkFoundedAlready) }
    guard let id = Identifier<Network>(rules.id) else {
      throw Refusal(.networkIDUnfit, ["id": .text(rules.id)])
    }
    let founding = rules.founding
    let day = founding.on.first
    let founded = NetworkEvent.founded(on: founding.on, instrument: founding.instrument)
    let adopted = NetworkEvent.rulesAdopted(
      RulesDocument.adoption(of: rules, from: day, by: nil))
    return Decision([
      PlannedEvent(founded, to: id, effective: day), PlannedEvent(adopted, to: id, effective: day),
    ])
  }
}

extension RefusalCode {
  static let networkFoundedAlready = RefusalCode("network-founded-already")
  static let networkIDUnfit = RefusalCode("network-id-unfit", exit: .badData)
}
