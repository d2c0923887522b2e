package import Plugins
package import Values

/// Creates a subgroup by a deliberation, with a mandate no longer than the rules allow.
///
/// Its terms of reference may set rules of its own, as far as the network's rules let them.
package struct AddSubgroup: ActCommand {
  package static let kind = ActKind(
    "subgroup", "add",
    fields: [
      .newcomer("subgroup", .id("subgroup")), .required("title", .text),
      .required("mandate", .text), .optional("until", .day),
      .required("by", .id("deliberation")), .optional("members", .ids("member")),
      .optional("rules", .pairs("subgroup-rule", nil)),
    ])

  let subgroup: SubgroupID
  let title: String
  let mandate: String
  let until: Day?
  let deliberation: DeliberationID
  let members: [MemberID]
  /// Values by their paths.
  let written: [String: String]

  package init(_ input: ActInput) throws(Failure) {
    subgroup = try input.id("subgroup")
    title = try input.text("title")
    mandate = try input.text("mandate")
    until = try input.optional("until", ActInput.day)
    deliberation = try input.id("by")
    members = try input.ids("members")
    written = try input.subgroupTerms("rules")
  }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(subgroup)), .one(EntityKey(deliberation))]
      + members.map { .one(EntityKey($0)) }
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    try checkNew(in: ledger, under: rules)
    let adopted = try AdoptionChecks.adopted(
      deliberation, in: ledger, deciding: [subgroup.text])
    for member in members {
      _ = try DelegationChecks.memberClass(of: member, on: occasion.day, in: ledger, under: rules)
    }
    let rule = rules.subgroups.map { SubgroupTermsChecks.lifetime(charter, under: $0) }
    let last = try lastDay(by: rule, on: occasion.day)
    let creation = SubgroupCreation(
      title: title, mandate: mandate, from: occasion.effective, until: last,
      deliberation: deliberation, members: members, terms: written)
    var decision = Decision([
      PlannedEvent(SubgroupEvent.created(creation), to: subgroup, effective: occasion.day)
    ])
    SubgroupTermsChecks(written, of: subgroup, under: rules).decide(into: &decision)
    if let rule {
      let unfit = AdoptionChecks.objection(
        to: adopted, body: rule.createdBy, matter: rule.matter,
        clause: rules.subgroups?.clause ?? rule.clause, under: rules)
      if let unfit { decision.objections.append(unfit) }
      Self.decide(rule, until: last, on: occasion.day, into: &decision)
    }
    return decision
  }

  /// What it will be, as far as its rules go.
  private var charter: SubgroupCharter {
    SubgroupCharter(
      id: subgroup.text, title: title, stays: [], written: written,
      source: .basis(key: deliberation.text, text: deliberation.text))
  }

  /// A name is given once, and not to a subgroup where a body or a series of the rules has it.
  private func checkNew(in ledger: Ledger, under rules: Rules) throws(Refusal) {
    let values: [String: Failure.Value] = ["subgroup": .text(subgroup.text)]
    if ledger[subgroup]?.creation != nil {
      throw Refusal(.subgroupCreatedAlready, values, ways: [Note("choose-another-id")])
    }
    guard rules.body(subgroup.text) != nil || rules.series(subgroup.text) != nil else { return }
    throw Refusal(.subgroupNamedAsBody, values, ways: [Note("choose-another-id")])
  }

  /// The day given, else the longest mandate of the rules; nil when neither is there.
  private func lastDay(by rule: SubgroupRule?, on day: Day) throws(Refusal) -> Day? {
    guard let until else {
      return rule?.longest.map { Day(number: (day + $0).number - 1) }
    }
    guard day <= until else {
      throw Refusal(
        .mandateEndsBefore, ["from": .day(day), "until": .day(until)],
        ways: [Note("give-later-end", ["from": .text(day.description)])])
    }
    return until
  }

  /// Adds whether a mandate that begins, or is renewed, on a day is no longer than a rule allows.
  static func decide(
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
  static let subgroupNamedAsBody = RefusalCode("subgroup-named-as-body")
  static let mandateEndsBefore = RefusalCode("mandate-ends-before", exit: .badData)
  static let mandateTooLong = RefusalCode("mandate-too-long")
}
