package import Plugins
package import Values

/// Creates a subgroup by a deliberation, with a mandate no longer than the rules allow.
package struct AddSubgroup: ActCommand {
  package static let kind = ActKind(
    "subgroup", "add",
    fields: [
      .newcomer("subgroup", .id("subgroup")), .required("title", .text),
      .required("mandate", .text), .optional("until", .day),
      .required("by", .id("deliberation")),
    ])

  let subgroup: SubgroupID
  let title: String
  let mandate: String
  let until: Day?
  let deliberation: DeliberationID

  package init(_ input: ActInput) throws(Failure) {
    subgroup = try input.id("subgroup")
    title = try input.text("title")
    mandate = try input.text("mandate")
    until = try input.optional("until", ActInput.day)
    deliberation = try input.id("by")
  }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(subgroup)), .one(EntityKey(deliberation))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    try checkNew(in: ledger)
    let adopted = try AdoptionChecks.adopted(
      deliberation, in: ledger, deciding: [subgroup.text])
    let last = try lastDay(under: rules, on: occasion.day)
    let creation = SubgroupCreation(
      title: title, mandate: mandate, from: occasion.effective, until: last,
      deliberation: deliberation)
    var decision = Decision([
      PlannedEvent(SubgroupEvent.created(creation), to: subgroup, effective: occasion.day)
    ])
    if let rule = rules.subgroups {
      let unfit = AdoptionChecks.objection(
        to: adopted, body: rule.createdBy, matter: rule.matter, clause: rule.clause,
        under: rules)
      if let unfit { decision.objections.append(unfit) }
      decide(rule, until: last, on: occasion.day, into: &decision)
    }
    return decision
  }

  private func checkNew(in ledger: Ledger) throws(Refusal) {
    guard ledger[subgroup]?.creation != nil else { return }
    throw Refusal(
      .subgroupCreatedAlready, ["subgroup": .text(subgroup.text)], ways: [Note("choose-another-id")]
    )
  }

  /// The day given, else the longest mandate of the rules; nil when neither is there.
  private func lastDay(under rules: Rules, on day: Day) throws(Refusal) -> Day? {
    guard let until else {
      return rules.subgroups?.longest.map { Day(number: (day + $0).number - 1) }
    }
    guard day <= until else {
      throw Refusal(
        .mandateEndsBefore, ["from": .day(day), "until": .day(until)],
        ways: [Note("give-later-end", ["from": .text(day.description)])])
    }
    return until
  }

  private func decide(
    _ rule: SubgroupRule, until last: Day?, on day: Day, into decision: inout Decision
  ) {
    guard let last, let longest = rule.longest,
      let derivation = rule.derivation(from: day, until: last)
    else { return }
    decision.derivations.append(derivation)
    guard !derivation.holds else { return }
    let latest = Day(number: (day + longest).number - 1)
    decision.objections.append(
      Refusal(
        .mandateTooLong, ["until": .day(last), "longest": .period(longest)],
        clause: rule.clause, derivation: derivation,
        ways: [Note("leave-end-out", ["day": .day(latest)])]))
  }
}

extension RefusalCode {
  static let subgroupCreatedAlready = RefusalCode("subgroup-created-already")
  static let mandateEndsBefore = RefusalCode("mandate-ends-before", exit: .badData)
  static let mandateTooLong = RefusalCode("mandate-too-long")
}
