package import Plugins
package import Values

/// Seats the members that a body elected by a deliberation.
package struct ElectBoard: ActCommand {
  package static let kind = ActKind(
    "board", "elect",
    fields: [
      .subject("body", .id("body")), .required("members", .ids("member")),
      .required("by", .id("deliberation")), .optional("until", .day),
    ])

  let body: BoardID
  let members: [MemberID]
  let by: DeliberationID
  let until: Day?

  package init(_ input: ActInput) throws(Failure) {
    body = try input.id("body")
    members = try input.ids("members")
    by = try input.id("by")
    until = try input.optional("until", ActInput.day)
  }

  package func needs(under rules: Rules) -> [Need] {
    [.all(category: Member.category), .one(EntityKey(by)), .one(EntityKey(body))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try BoardChecks.body(body, under: rules)
    guard case .elected(let rule) = found.composition else { throw BoardChecks.otherWay(found) }
    try SeatChecks.check(until: until, from: occasion.day)
    let deliberation = try AdoptionChecks.adopted(
      by, in: ledger, deciding: members.map(\.text), orOn: body.text)
    let end = until ?? rule.term.map { occasion.day + $0 }
    let seating = BoardEvent.Seating(
      members: members, from: occasion.effective, until: end, deliberation: by.text)
    let term = TermAnswer(rule.term, clause: rule.clause, from: occasion.day, until: end)
    let size = rule.derivation(elected: members.count)
    let leaving = ledger[body]?.composition(on: occasion.day).flatMap { seated in
      rule.derivation(seated: seated.members, elected: members)
    }
    return Decision(
      [PlannedEvent(BoardEvent.elected(seating), to: body, effective: occasion.day)],
      derivations: [size] + (leaving.map { [$0] } ?? []) + term.derivations,
      objections: BoardChecks.objection(to: deliberation, of: rule.electedBy, clause: rule.clause)
        + BoardChecks.objection(
          toCiting: by, again: members, in: ledger[body], naming: rule.electedBy,
          clause: rule.clause)
        + objections(to: size, rule) + objections(toLeaving: leaving, rule)
        + ineligible(in: ledger, under: rules, on: occasion.day, rule) + term.objections)
  }

  private func objections(to size: Derivation, _ rule: ElectionRule) -> [Refusal] {
    guard !size.holds else { return [] }
    let values: [String: Failure.Value] = [
      "elected": .int(members.count), "minimum": .int(rule.minimum), "maximum": .int(rule.maximum),
    ]
    return [
      Refusal(
        .boardSize, values, clause: rule.clause, derivation: size,
        ways: [Note("elect-number", values)])
    ]
  }

  /// Those who sit may not all leave at once, where the rules stagger their terms.
  private func objections(toLeaving leaving: Derivation?, _ rule: ElectionRule) -> [Refusal] {
    guard let leaving, !leaving.holds, let most = rule.mostLeaving else { return [] }
    return [
      Refusal(
        .tooManyLeave, ["body": .text(body.text), "most": .int(most)], clause: rule.clause,
        derivation: leaving, ways: [Note("keep-some-seated", ["most": .int(most)])])
    ]
  }

  /// Whoever is elected needs the right to stand on that day.
  private func ineligible(
    in ledger: Ledger, under rules: Rules, on day: Day, _ rule: ElectionRule
  ) -> [Refusal] {
    members.filter { member in
      let memberClass = ledger[member]?.memberClass(on: day)
      return memberClass.flatMap(rules.membership.memberClass)?.rights.contains(.stand) != true
    }.map { member in
      Refusal(
        .mayNotStand, ["member": .text(member.text)], clause: rule.clause,
        ways: [Note("change-class", ["member": .text(member.text)])])
    }
  }
}

extension ElectionRule {
  /// Whether as many were elected as the body may have.
  package func derivation(elected: Int) -> Derivation {
    Derivation(
      clause, "board-size",
      JSON.Fields([
        ("elected", .count(elected)), ("minimum", .count(minimum)), ("maximum", .count(maximum)),
      ]), holds: minimum <= elected && elected <= maximum)
  }
}

extension ElectionRule {
  /// Whether no more of those who sit leave than may at one election; nil where there is no limit.
  package func derivation(seated: [MemberID], elected: [MemberID]) -> Derivation? {
    mostLeaving.map { most in
      let leaving = seated.filter { !elected.contains($0) }
      return Derivation(
        clause, "board-leaving",
        JSON.Fields([
          ("seated", .ids(seated)), ("leaving", .ids(leaving)), ("most", .count(most)),
        ]), holds: leaving.count <= most)
    }
  }
}

extension RefusalCode {
  static let tooManyLeave = RefusalCode("too-many-leave")
  static let boardSize = RefusalCode("board-size")
  static let mayNotStand = RefusalCode("may-not-stand")
}
