package import Plugins
package import Values

/// Lets two members of a rotating group take each other's turn, from a day until their group's time is over.
///
/// Source: such rules as those on the presidency of the Council of the European Union, whose members "may decide
/// alternative arrangements among themselves".
package struct SwapBoard: ActCommand {
  package static let kind = ActKind(
    "board", "swap",
    fields: [
      .subject("body", .id("body")), .required("members", .ids("member")), .optional("act", .text),
    ])

  let body: BoardID
  let members: [MemberID]
  let act: String?

  package init(_ input: ActInput) throws(Failure) {
    body = try input.id("body")
    members = try input.ids("members")
    act = try input.optional("act", ActInput.text)
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(body))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try BoardChecks.body(body, under: rules)
    guard case .rotation(let rule) = found.composition, rule.chairPeriod != nil else {
      throw Refusal(
        .boardWithoutTurns, ["body": .text(body.text)], clause: found.seatingClause,
        ways: [Note("adopt-rules")])
    }
    guard let present = ledger[body]?.composition(on: occasion.day) else {
      throw Refusal(
        .boardUnseated, ["body": .text(body.text), "day": .day(occasion.day)], clause: rule.clause,
        ways: [Note("use-board-act", ["act": .text(found.act)])])
    }
    let seating = BoardEvent.Seating(
      members: try swapped(present.members), from: occasion.effective,
      until: present.seating.until, act: act)
    return Decision(
      [PlannedEvent(BoardEvent.swapped(seating), to: body, effective: occasion.day)],
      derivations: [rule.derivation(on: occasion.day)])
  }

  private func swapped(_ seated: [MemberID]) throws(Refusal) -> [MemberID] {
    let places = members.map { seated.firstIndex(of: $0) }
    guard places.count == 2, let one = places[0], let other = places[1], one != other else {
      throw Refusal(
        .swapUnfit, ["body": .text(body.text), "members": .list(members.map(\.text))],
        ways: [Note("name-two-of", ["known": .list(seated.map(\.text))])])
    }
    var order = seated
    order.swapAt(one, other)
    return order
  }
}

extension RefusalCode {
  static let boardWithoutTurns = RefusalCode("board-without-turns")
  static let boardUnseated = RefusalCode("board-unseated")
  static let swapUnfit = RefusalCode("swap-unfit", exit: .badData)
}
