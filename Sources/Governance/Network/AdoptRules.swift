package import Plugins
package import Values

/// Puts a new version of the rules in force, by a deliberation that named exactly these.
///
/// A deliberation does so once: rules that others replaced since do not come back by an old one.
package struct AdoptRules: ActCommand {
  package static let kind = ActKind(
    "rules", "adopt",
    fields: [.required("rules", .document), .required("adopted-by", .id("deliberation"))])

  /// The kind of matter under which rules are amended.
  package static let matter = "rules"

  let adopted: Rules
  let deliberation: DeliberationID

  package init(_ input: ActInput) throws(Failure) {
    adopted = try RulesDocument.rules(in: input.text("rules"))
    deliberation = try input.id("adopted-by")
  }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(deliberation)), .all(category: Network.category)]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    guard adopted.id == rules.id, let network = Identifier<Network>(rules.id) else {
      throw Refusal(
        .rulesOfOtherNetwork, ["found": .text(adopted.id), "expected": .text(rules.id)])
    }
    let found = try AdoptionChecks.adopted(deliberation, in: ledger)
    let adoption = RulesDocument.adoption(
      of: adopted, from: occasion.day, by: deliberation.text)
    try checkUnused(in: ledger[network], for: adoption.digest)
    guard found.digest == adoption.digest else {
      throw Refusal(
        .rulesNotThose,
        ["deliberation": .text(deliberation.text), "digest": .text(adoption.digest)],
        ways: [Note("decide-with-digest", ["digest": .text(adoption.digest)])])
    }
    return Decision(
      [
        PlannedEvent(
          NetworkEvent.rulesAdopted(adoption), to: network, effective: occasion.day)
      ], objections: objections(to: found, under: rules))
  }

  private func checkUnused(in network: Network?, for digest: String) throws(Refusal) {
    let version = network?.versions.first { $0.deliberation == deliberation.text }
    guard let version else { return }
    throw Refusal(
      .rulesAdoptedAlready,
      [
        "deliberation": .text(deliberation.text), "version": .text(version.version),
        "day": .day(version.from),
      ], ways: [Note("decide-with-digest", ["digest": .text(digest)])])
  }

  /// An amendment is decided on as such, since its majority is another one.
  private func objections(to found: Deliberation, under rules: Rules) -> [Refusal] {
    let body = found.body ?? ""
    guard let rule = rules.body(body)?.decision(on: Self.matter) else { return [] }
    let objection = AdoptionChecks.objection(
      to: found, body: body, matter: Self.matter, clause: rule.clause, under: rules)
    return objection.map { [$0] } ?? []
  }
}

extension RefusalCode {
  static let rulesOfOtherNetwork = RefusalCode("rules-of-other-network", exit: .badData)
  static let rulesNotThose = RefusalCode("rules-not-those")
  static let rulesAdoptedAlready = RefusalCode("rules-adopted-already")
}
