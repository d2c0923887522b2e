package import Plugins
package import Values

/// Says who sits in a body where no rule determines it; where one does, it stands against the act.
package struct ComposeBoard: ActCommand {
  package static let kind = ActKind(
    "board", "compose",
    fields: [
      .subject("body", .id("body")), .required("members", .ids("member")),
      .optional("until", .day), .optional("act", .text),
    ])

  let body: BoardID
  let members: [MemberID]
  let until: Day?
  let act: String?

  package init(_ input: ActInput) throws(Failure) {
    body = try input.id("body")
    members = try input.ids("members")
    until = try input.optional("until", ActInput.day)
    act = try input.optional("act", ActInput.text)
  }

  package func needs(under rules: Rules) -> [Need] { [.all(category: Member.category)] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try BoardChecks.body(body, under: rules)
    for member in members { try MemberChecks.check(code: member, under: rules) }
    try SeatChecks.check(until: until, from: occasion.day)
    let seating = BoardEvent.Seating(
      members: members, from: occasion.effective, until: until, act: act)
    var decision = Decision(
      [PlannedEvent(BoardEvent.composed(seating), to: body, effective: occasion.day)],
      notes: BoardChecks.strangers(
        among: members, on: occasion.day, in: ledger, code: "board-state-no-member"))
    ask(found, on: occasion.day, &decision)
    return decision
  }

  /// Only a rotation without a group for the day leaves the composition open.
  private func ask(_ body: Body, on day: Day, _ decision: inout Decision) {
    if case .rotation(let rule) = body.composition {
      decision.derivations.append(rule.derivation(on: day))
      guard rule.group(on: day) != nil else {
        decision.notes.append(Note("composed-without-rule", ["body": .text(body.id)]))
        return
      }
    }
    decision.objections.append(BoardChecks.otherWay(body))
  }
}
