package import Plugins
package import Values

/// Erases what the network knows of a person in words: name, e-mail, telephone.
///
/// The person stays as a number, so that appointments, quorums and votes stay what they were.
package struct ErasePerson: ActCommand {
  package static let kind = ActKind(
    "person", "erase",
    fields: [
      .subject("person", .id("person")), .required("basis", .text), .optional("reason", .text),
    ])

  private let person: PersonID
  private let erasure: PersonErasure

  package init(_ input: ActInput) throws(Failure) {
    person = try input.id("person")
    erasure = PersonErasure(
      basis: try input.text("basis"), reason: try input.optional("reason", ActInput.text))
  }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(person)), .all(category: Seat.category)]
  }

  /// An erasure that is asked for again is the same one: what it left over is finished.
  package func doneBefore(in ledger: Ledger) -> Int64? { ledger[person]?.erasedBy }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    try PersonChecks.check(person, in: ledger)
    return Decision(
      [PlannedEvent(PersonEvent.erased(erasure), to: person, effective: occasion.day)],
      notes: notes(ledger, on: occasion.today))
  }

  /// A seat that is still held goes on being held by nobody with a name.
  private func notes(_ ledger: Ledger, on day: Day) -> [Note] {
    let held = ledger.all(Seat.self).filter { $0.appointment(on: day)?.person == person }
    guard !held.isEmpty else { return [] }
    return [
      Note(
        "erased-holds-seats",
        ["person": .text(person.text), "seats": .list(held.map(\.id.text))])
    ]
  }
}
