package import Plugins
package import Values

/// Renews or changes the terms of reference of a subgroup, by a deliberation of the body that creates subgroups.
package struct AmendSubgroup: ActCommand {
  package static let kind = ActKind(
    "subgroup", "amend",
    fields: [
      .subject("subgroup", .id("subgroup")), .required("by", .id("deliberation")),
      .optional("until", .day), .optional("mandate", .text),
      .optional("rules", .pairs("subgroup-rule", nil)), .optional("inherit", .words),
    ])

  let subgroup: SubgroupID
  let deliberation: DeliberationID
  let until: Day?
  let mandate: String?
  /// Values by their paths; whatever stands under one of their keys is replaced.
  let written: [String: String]
  /// Keys that follow the rules of the network again.
  let inherited: [String]

  package init(_ input: ActInput) throws(Failure) {
    subgroup = try input.id("subgroup")
    deliberation = try input.id("by")
    until = try input.optional("until", ActInput.day)
    mandate = try input.optional("mandate", ActInput.text)
    written = try input.subgroupTerms("rules")
    inherited = try input.texts("inherit")
    let known = SubgroupTermsRule.Key.allCases.map(\.rawValue)
    if let other = inherited.first(where: { !known.contains($0) }) {
      throw input.malformed("inherit", other, "form.subgroup-key")
    }
  }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(subgroup)), .one(EntityKey(deliberation))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try SubgroupChecks.working(subgroup, in: ledger)
    let adopted = try AdoptionChecks.adopted(deliberation, in: ledger, deciding: [subgroup.text])
    guard until != nil || mandate != nil || !written.isEmpty || !inherited.isEmpty else {
      throw Refusal(
        .subgroupUnchanged, ["subgroup": .text(subgroup.text)],
        ways: [Note("say-what-changes-of-subgroup")])
    }
    try checkEnd(on: occasion.day)
    let amendment = SubgroupAmendment(
      on: occasion.effective, deliberation: deliberation, mandate: mandate, until: until,
      terms: terms(of: found, on: occasion.day))
    let event = SubgroupEvent.amended(amendment)
    var decision = Decision([PlannedEvent(event, to: subgroup, effective: occasion.day)])
    SubgroupTermsChecks(written, of: subgroup, under: rules).decide(into: &decision)
    if let late = SubgroupChecks.runOut(of: found, under: rules, on: occasion.day) {
      decision.objections.append(late)
    }
    guard let rule = rules.subgroups else { return decision }
    let unfit = AdoptionChecks.objection(
      to: adopted, body: rule.createdBy, matter: rule.matter, clause: rule.clause, under: rules)
    if let unfit { decision.objections.append(unfit) }
    var amended = found
    amended.evolve(with: event, at: Mark(position: .max, effective: occasion.day))
    let own = amended.charter(on: occasion.day).map {
      SubgroupTermsChecks.lifetime($0, under: rule)
    }
    AddSubgroup.decide(own ?? rule, until: until, on: occasion.day, into: &decision)
    return decision
  }

  private func checkEnd(on day: Day) throws(Refusal) {
    guard let until, until < day else { return }
    throw Refusal(
      .mandateEndsBefore, ["from": .day(day), "until": .day(until)],
      ways: [Note("give-later-end", ["from": .text(day.description)])])
  }

  /// All rules of its own after the act; nil where they stay as they are.
  private func terms(of found: Subgroup, on day: Day) -> [String: String]? {
    guard !written.isEmpty || !inherited.isEmpty else { return nil }
    let replaced = Set(written.keys.compactMap(SubgroupTermsReader.key).map(\.rawValue) + inherited)
    let kept = (found.terms(on: day)?.written ?? [:]).filter { path, _ in
      SubgroupTermsReader.key(of: path).map { replaced.contains($0.rawValue) } != true
    }
    return kept.merging(written) { _, new in new }
  }
}

extension RefusalCode {
  static let subgroupUnchanged = RefusalCode("subgroup-unchanged", exit: .badData)
}
