package import Plugins
package import Values

/// Names the member that coordinates, with the office that does so for it.
package struct CoordinateBoard: ActCommand {
  package static let kind = ActKind(
    "board", "coordinate",
    fields: [
      .subject("body", .id("body")), .required("member", .id("member")),
      .optional("holder", .text), .optional("until", .day), .optional("by", .id("deliberation")),
    ])

  let body: BoardID
  let member: MemberID
  let holder: String?
  let until: Day?
  let by: DeliberationID?

  package init(_ input: ActInput) throws(Failure) {
    body = try input.id("body")
    member = try input.id("member")
    holder = try input.optional("holder", ActInput.text)
    until = try input.optional("until", ActInput.day)
    by = try input.has("by") ? input.id("by") : nil
  }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(member)), .one(EntityKey(body))] + (by.map { [.one(EntityKey($0))] } ?? [])
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try BoardChecks.body(body, under: rules)
    guard case .coordinator(let rule) = found.composition else {
      throw BoardChecks.otherWay(found)
    }
    _ = try MemberChecks.memberClass(of: member, on: occasion.day, in: ledger)
    try SeatChecks.check(until: until, from: occasion.day)
    let end = until ?? rule.term.map { occasion.day + $0 }
    let seating = BoardEvent.Seating(
      members: [member], from: occasion.effective, until: end, holder: holder,
      deliberation: by?.text)
    let term = TermAnswer(rule.term, clause: rule.clause, from: occasion.day, until: end)
    return Decision(
      [PlannedEvent(BoardEvent.coordinatorNamed(seating), to: body, effective: occasion.day)],
      derivations: term.derivations,
      objections: try objections(of: rule, in: ledger) + term.objections)
  }

  /// What the rule has against an act that does not rest on a deliberation of the body that names.
  private func objections(of rule: CoordinatorRule, in ledger: Ledger) throws(Refusal) -> [Refusal]
  {
    if let by {
      let deliberation = try AdoptionChecks.adopted(
        by, in: ledger, deciding: [member.text], orOn: body.text)
      return BoardChecks.objection(to: deliberation, of: rule.namedBy, clause: rule.clause)
        + BoardChecks.objection(
          toCiting: by, again: [member], in: ledger[body], naming: rule.namedBy,
          clause: rule.clause)
    }
    guard let namedBy = rule.namedBy else { return [] }
    return [
      Refusal(
        .deliberationMissing, ["body": .text(namedBy)], clause: rule.clause,
        ways: [Note("name-deliberation", ["body": .text(namedBy)])])
    ]
  }
}
