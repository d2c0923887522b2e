package import Plugins
package import Values

/// Seats the group whose turn it is on the effective day, from the calendar that the rules have.
package struct RotateBoard: ActCommand {
  package static let kind = ActKind("board", "rotate", fields: [.subject("body", .id("body"))])

  let body: BoardID

  package init(_ input: ActInput) throws(Failure) { body = try input.id("body") }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(body)), .all(category: Member.category)]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try BoardChecks.body(body, under: rules)
    guard case .rotation(let rule) = found.composition else {
      throw BoardChecks.otherWay(found)
    }
    let derivation = rule.derivation(on: occasion.day)
    guard let group = rule.group(on: occasion.day) else {
      throw Refusal(
        .rotationWithoutGroup, ["body": .text(body.text), "day": .day(occasion.day)],
        clause: rule.clause, derivation: derivation, ways: [Note("compose-board")])
    }
    let seating = BoardEvent.Seating(
      members: group.members.compactMap { MemberID($0) }, from: occasion.effective,
      until: Day(number: group.until.number + 1))
    try checkNotSeated(seating, ledger[body]?.composition(on: occasion.day))
    return Decision(
      [PlannedEvent(BoardEvent.rotated(seating), to: body, effective: occasion.day)],
      derivations: [derivation],
      notes: BoardChecks.strangers(
        among: seating.members, on: occasion.day, in: ledger, code: "rotation-state-no-member"))
  }

  private func checkNotSeated(_ seating: BoardEvent.Seating, _ present: BoardComposition?)
    throws(Refusal)
  {
    guard let present, present.seating.until == seating.until,
      present.members == seating.members || present.isSwapped(from: seating.members)
    else { return }
    throw Refusal(
      .boardSeatedAlready,
      ["body": .text(body.text), "from": .known(present.seating.from)],
      ways: [Note("correct-event", ["position": .text(String(present.position))])])
  }
}
