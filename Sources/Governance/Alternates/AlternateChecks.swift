import Plugins
import Values

/// What the acts on alternates and absences ask of a seat alike.
enum AlternateChecks {
  /// Refuses a person who holds the seat, or is an alternate of it already.
  static func checkFree(_ person: PersonID, in seat: Seat, on day: Day) throws(Refusal) {
    let values: [String: Failure.Value] = [
      "person": .text(person.text), "seat": .text(seat.id.text), "day": .day(day),
    ]
    guard seat.appointment(on: day)?.person != person else {
      throw Refusal(
        .alternateIsHolder, values, ways: [Note("name-other-person", values)])
    }
    guard seat.alternates.alternate(person, on: day) == nil else {
      throw Refusal(
        .alternateNamedAlready, values,
        ways: [Note("end-alternate", ["seat": .text(seat.id.text)])])
    }
  }

  /// The person whom an absence is of: the one named, else the holder.
  ///
  /// - Throws: `seat-vacant` where there is no holder, `not-seated-there` for somebody who has no part in the seat.
  static func person(_ named: PersonID?, in seat: Seat, on day: Day) throws(Refusal) -> PersonID {
    guard let named else { return try SeatChecks.appointment(in: seat, on: day).person }
    guard seat.seats(named, on: day) else {
      throw Refusal(
        .notSeatedThere,
        ["person": .text(named.text), "seat": .text(seat.id.text), "day": .day(day)],
        ways: [Note("see-list", ["noun": .text("alternate")])])
    }
    return named
  }
}

extension RefusalCode {
  static let alternateIsHolder = RefusalCode("alternate-is-holder")
  static let alternateNamedAlready = RefusalCode("alternate-named-already")
  static let notSeatedThere = RefusalCode("not-seated-there")
}
