package import Plugins
package import Values

/// Records that the holder of a seat, or an alternate, is away: whoever comes next in the order acts.
package struct ExcuseHolder: ActCommand {
  package static let kind = ActKind(
    "seat", "excuse",
    fields: [
      .subject("seat", .id("seat")), .optional("person", .id("person")), .optional("until", .day),
    ])

  let seat: SeatID
  let person: PersonID?
  let until: Day?

  package init(_ input: ActInput) throws(Failure) {
    seat = try input.id("seat")
    person = try input.has("person") ? input.id("person") : nil
    until = try input.optional("until", ActInput.day)
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(seat))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try SeatChecks.seat(seat, in: ledger)
    let person = try AlternateChecks.person(person, in: found, on: occasion.day)
    try SeatChecks.check(until: until, from: occasion.day)
    guard found.alternates.absence(of: person, on: occasion.day) == nil else {
      throw Refusal(
        .awayAlready, ["person": .text(person.text), "seat": .text(seat.text)],
        ways: [Note("record-attending", ["seat": .text(seat.text), "person": .text(person.text)])])
    }
    let absence = Absence(person: person, from: occasion.effective, until: until)
    return Decision(
      [PlannedEvent(SeatEvent.alternate(.absent(absence)), to: seat, effective: occasion.day)],
      notes: [note(of: found, absence, ledger, rules, on: occasion.day)])
  }

  /// Who acts now, or that nobody does.
  private func note(
    of found: Seat, _ absence: Absence, _ ledger: Ledger, _ rules: Rules, on day: Day
  ) -> Note {
    var later = found
    later.evolve(with: .alternate(.absent(absence)), at: Mark(position: .max, effective: day))
    let acting = later.acting(on: day, under: rules.seat(found.kind))
    return acting.map { Note("acts-now", ["person": .text($0.text), "seat": .text(seat.text)]) }
      ?? Note("nobody-acts", ["seat": .text(seat.text)])
  }
}

/// Records that somebody who was away is there again, and acts again as the order says.
package struct AttendAgain: ActCommand {
  package static let kind = ActKind(
    "seat", "attend",
    fields: [.subject("seat", .id("seat")), .optional("person", .id("person"))])

  let seat: SeatID
  let person: PersonID?

  package init(_ input: ActInput) throws(Failure) {
    seat = try input.id("seat")
    person = try input.has("person") ? input.id("person") : nil
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(seat))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try SeatChecks.seat(seat, in: ledger)
    let person = try AlternateChecks.person(person, in: found, on: occasion.day)
    guard found.alternates.absence(of: person, on: occasion.day) != nil else {
      throw Refusal(
        .notAway, ["person": .text(person.text), "seat": .text(seat.text)],
        ways: [
          Note(
            "record-absence",
            ["seat": .text(seat.text), "person": .text(person.text), "day": .day(occasion.day)])
        ])
    }
    let facts = Absence(person: person, from: occasion.effective)
    return Decision(
      [PlannedEvent(SeatEvent.alternate(.attending(facts)), to: seat, effective: occasion.day)])
  }
}

extension RefusalCode {
  static let awayAlready = RefusalCode("away-already")
  static let notAway = RefusalCode("not-away")
}
