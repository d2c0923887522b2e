package import Plugins
package import Values

/// Seats the members that a body elected, by a deliberation or in an election by candidates and rounds.
package struct ElectBoard: ActCommand {
  package static let kind = ActKind(
    "board", "elect",
    fields: [
      .subject("body", .id("body")), .optional("members", .ids("member")),
      .optional("by", .id("deliberation")), .optional("election", .id("election")),
      .optional("until", .day),
    ], alternatives: [["members", "by"], ["election"]])

  let body: BoardID
  let ground: ElectionGround
  let until: Day?

  package init(_ input: ActInput) throws(Failure) {
    body = try input.id("body")
    ground = try ElectionGround(input)
    until = try input.optional("until", ActInput.day)
  }

  package func needs(under rules: Rules) -> [Need] {
    [.all(category: Member.category), .one(EntityKey(body)), ground.need]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try BoardChecks.body(body, under: rules)
    guard case .elected(let rule) = found.composition else { throw BoardChecks.otherWay(found) }
    try SeatChecks.check(until: until, from: occasion.day)
    let (members, against) = try ground.elected(to: body, rule, in: ledger)
    let end = until ?? rule.term.map { occasion.day + $0 }
    let seating = BoardEvent.Seating(
      members: members, from: occasion.effective, until: end,
      deliberation: ground.deliberation?.text, election: ground.election?.text)
    let term = TermAnswer(rule.term, clause: rule.clause, from: occasion.day, until: end)
    let size = rule.answer(toElecting: members.count)
    let leaving = ledger[body]?.composition(on: occasion.day).flatMap { seated in
      rule.derivation(seated: seated.members, elected: members)
    }
    let ineligible = members.compactMap { member in
      rule.objection(toStanding: member, in: ledger, under: rules, on: occasion.day)
    }
    return Decision(
      [PlannedEvent(BoardEvent.elected(seating), to: body, effective: occasion.day)],
      derivations: [size.derivation] + (leaving.map { [$0] } ?? []) + term.derivations,
      objections: against + size.objections + objections(toLeaving: leaving, rule) + ineligible
        + term.objections)
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
