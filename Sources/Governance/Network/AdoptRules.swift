package import Plugins
package import Values

/// Puts a new version of the rules in force, by a deliberation that named exactly these.
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

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(deliberation))] }

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
}
