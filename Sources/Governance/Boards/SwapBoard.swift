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
    let group = try seatedGroup(by: rule, in: ledger, on: occasion.day)
    let order = try swapped(group.members)
    let turns = rule.chairs(from: occasion.day, amongSeated: order.map(\.text))
    guard turns != rule.chairs(from: occasion.day, amongSeated: group.members.map(\.text)) else {
      throw Refusal(
        .turnsOver,
        [
          "body": .text(body.text), "members": .list(members.map(\.text)),
          "day": .day(occasion.day),
        ], clause: rule.clause, derivation: rule.derivation(on: occasion.day),
        ways: [Note("name-two-of", ["known": .list(group.members.map(\.text))])])
    }
    let seating = BoardEvent.Seating(
      members: order, from: occasion.effective, until: group.until, act: act)
    return Decision(
      [PlannedEvent(BoardEvent.swapped(seating), to: body, effective: occasion.day)],
      derivations: [rule.derivation(on: occasion.day)],
      notes: [
        Note(
          "turns-left",
          ["day": .day(occasion.day), "n": .int(turns.count), "members": .list(turns)])
      ])
  }

  /// The group of the day, in the order in which its turns go until now.
  ///
  /// - Throws: `board-unseated` where that group does not sit.
  private func seatedGroup(
    by rule: RotationRule, in ledger: Ledger, on day: Day
  ) throws(Refusal) -> (members: [MemberID], until: Day?) {
    let group = rule.group(on: day)?.members ?? []
    guard let present = ledger[body]?.composition(on: day),
      [.rotation, .swap].contains(present.origin),
      Set(present.members.map(\.text)) == Set(group)
    else {
      throw Refusal(
        .boardUnseated, ["body": .text(body.text), "day": .day(day)], clause: rule.clause,
        derivation: rule.derivation(on: day),
        ways: [Note("use-board-act", ["act": .text("board rotate")])])
    }
    let members =
      present.origin == .swap ? present.members : group.compactMap { MemberID($0) }
    return (members, present.seating.until)
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
  static let turnsOver = RefusalCode("turns-over")
  static let swapUnfit = RefusalCode("swap-unfit", exit: .badData)
}
