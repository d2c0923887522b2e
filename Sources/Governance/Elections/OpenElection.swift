package import Plugins
package import Values

/// Puts seats of a body up for election; from here candidates may be named.
package struct OpenElection: ActCommand {
  package static let kind = ActKind(
    "election", "open",
    fields: [
      .subject("body", .id("body")), .required("seats", .int), .optional("stays", .ids("member")),
      .optional("until", .day),
    ])

  let body: BoardID
  let seats: Int
  let stays: [MemberID]
  let until: Day?

  package init(_ input: ActInput) throws(Failure) {
    body = try input.id("body")
    seats = try input.int("seats")
    guard (1...99).contains(seats) else {
      throw input.malformed("seats", String(seats), "form.seats")
    }
    stays = try input.ids("stays")
    until = try input.optional("until", ActInput.day)
  }

  package func needs(under rules: Rules) -> [Need] {
    [
      .one(EntityKey(body)), .all(category: Election.category),
      .count(category: Election.category),
    ]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (rule, _) = try ElectionChecks.rules(of: body.text, under: rules)
    try checkOthers(in: ledger)
    try checkStays(in: ledger, on: occasion.day)
    try checkEnd(on: occasion.day)
    let opening = ElectionOpening(
      on: occasion.effective, body: body.text, by: rule.electedBy, seats: seats, stays: stays,
      until: until)
    let size = rule.answer(toElecting: stays.count + seats)
    return Decision(
      [
        PlannedEvent(
          ElectionEvent.opened(opening), to: ElectionID(next: ledger), effective: occasion.day)
      ], derivations: [size.derivation], objections: size.objections)
  }

  /// The seats of a body are up in one election at a time.
  private func checkOthers(in ledger: Ledger) throws(Refusal) {
    let other = ledger.all(Election.self).first { election in
      election.isOpen && election.opening?.facts.body == body.text
    }
    guard let other else { return }
    throw Refusal(
      .electionOpenAlready, ["election": .text(other.id.text), "body": .text(body.text)],
      ways: [
        Note("count-next-round", ["election": .text(other.id.text)]),
        Note("close-election", ["election": .text(other.id.text)]),
      ])
  }

  /// Only who sits on the day keeps a seat.
  private func checkStays(in ledger: Ledger, on day: Day) throws(Refusal) {
    let seated = ledger[body]?.composition(on: day)?.members ?? []
    guard let stranger = stays.first(where: { !seated.contains($0) }) else { return }
    throw Refusal(
      .staysUnseated,
      [
        "member": .text(stranger.text), "body": .text(body.text),
        "seated": .list(seated.map(\.text)),
      ],
      ways: [Note("see-list", ["noun": .text("board")])])
  }

  private func checkEnd(on day: Day) throws(Refusal) {
    guard let until, until < day else { return }
    throw Refusal(
      .candidaciesEndBefore, ["day": .day(day), "until": .day(until)],
      ways: [Note("give-later-day", ["day": .day(day)])])
  }
}

extension RefusalCode {
  static let electionOpenAlready = RefusalCode("election-open-already")
  static let staysUnseated = RefusalCode("stays-unseated")
  static let candidaciesEndBefore = RefusalCode("candidacies-end-before", exit: .badData)
}
