package import Plugins
package import Values

/// Records that somebody is no alternate of a seat any more; the others keep their places.
package struct EndAlternate: ActCommand {
  package static let kind = ActKind(
    "alternate", "end",
    fields: [
      .subject("seat", .id("seat")), .required("person", .id("person")),
      .required("reason", .text),
    ])

  let seat: SeatID
  let person: PersonID
  let reason: String

  package init(_ input: ActInput) throws(Failure) {
    seat = try input.id("seat")
    person = try input.id("person")
    reason = try input.text("reason")
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(seat))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try SeatChecks.seat(seat, in: ledger)
    guard found.alternates.alternate(person, on: occasion.day) != nil else {
      throw Refusal(
        .noAlternate,
        ["person": .text(person.text), "seat": .text(seat.text), "day": .day(occasion.day)],
        ways: [Note("see-list", ["noun": .text("alternate")])])
    }
    let end = AlternateEnd(person: person, until: occasion.effective, reason: reason)
    return Decision(
      [PlannedEvent(SeatEvent.alternate(.ended(end)), to: seat, effective: occasion.day)])
  }
}

extension RefusalCode {
  static let noAlternate = RefusalCode("no-alternate")
}
