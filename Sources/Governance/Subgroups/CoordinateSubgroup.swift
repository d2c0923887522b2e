package import Plugins
package import Values

/// Gives the coordination of a subgroup to a member of the network, for a term where the rules have one.
package struct CoordinateSubgroup: ActCommand {
  package static let kind = ActKind(
    "subgroup", "coordinate",
    fields: [.subject("subgroup", .id("subgroup")), .required("member", .id("member"))])

  let subgroup: SubgroupID
  let member: MemberID

  package init(_ input: ActInput) throws(Failure) {
    subgroup = try input.id("subgroup")
    member = try input.id("member")
  }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(subgroup)), .one(EntityKey(member))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try SubgroupChecks.working(subgroup, in: ledger)
    _ = try DelegationChecks.memberClass(
      of: member, on: occasion.day, in: ledger, under: rules)
    if found.coordination(on: occasion.day)?.facts.member == member {
      throw Refusal(
        .coordinatesAlready, ["member": .text(member.text), "subgroup": .text(subgroup.text)],
        ways: [Note("see-list", ["noun": .text("subgroup")])])
    }
    let term = term(of: found, under: rules, on: occasion.day)
    let coordination = SubgroupCoordination(
      member: member, from: occasion.effective, until: term?.until)
    let over = SubgroupChecks.overMandate(of: found, under: rules, on: occasion.day)
    return Decision(
      [
        PlannedEvent(SubgroupEvent.coordinated(coordination), to: subgroup, effective: occasion.day)
      ], derivations: term.map { [$0.derivation] } ?? [], objections: over.map { [$0] } ?? [])
  }

  private typealias Term = (until: Day, derivation: Derivation)

  /// The term that the subgroup set, else that of the network; nil where none is laid down.
  private func term(of found: Subgroup, under rules: Rules, on day: Day) -> Term? {
    guard let rule = rules.subgroups?.inheritance, let charter = found.charter(on: day) else {
      return nil
    }
    let own = rule.terms(of: charter).chairTerm
    let clause =
      own == nil
      ? rule.clause : Clause(id: "subgroups.\(subgroup.text).chair_term", source: charter.source)
    return (own ?? rule.chairTerm).map { term in
      let until = Day(number: (day + term).number - 1)
      let inputs: [(String, JSON)] = [
        ("from", .text(day.description)), ("term", .text(term.description)),
        ("until", .text(until.description)),
      ]
      return (until, Derivation(clause, "chair-term", JSON.Fields(inputs), holds: true))
    }
  }
}

extension RefusalCode {
  static let coordinatesAlready = RefusalCode("coordinates-already")
}
