import Governance
package import Testing
import Values

extension Given {
  /// The first persons of the register, `H-1` and so on.
  package func registered(
    _ count: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Given {
    try (1...count).reduce(self) { given, number in
      let person = try #require(PersonID("H-\(number)"), sourceLocation: sourceLocation)
      return try given.happened(
        .registered(.init(languages: ["pt"], specialities: []), personal: []), to: person,
        sourceLocation: sourceLocation)
    }
  }

  /// Seats of a kind, each as `PT.contact_point.1=H-1`, held from 10 January 2026 for four years.
  package func seated(
    _ seats: String, from day: String = "2026-01-10", until term: String? = "2030-01-10",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Given {
    try seats.split(separator: " ").reduce(self) { given, text in
      let sides = text.split(separator: "=")
      let parts = sides[0].split(separator: ".")
      let seat = try #require(SeatID(sides[0]), sourceLocation: sourceLocation)
      let member = try #require(MemberID(parts[0]), sourceLocation: sourceLocation)
      let person = try #require(PersonID(sides[1]), sourceLocation: sourceLocation)
      let from = try #require(PartialDay(day), sourceLocation: sourceLocation)
      let number = try #require(Int(parts[2]), sourceLocation: sourceLocation)
      let making = SeatEvent.Making(
        person: person, from: from, until: term.flatMap { Day($0) })
      return try given.happened(
        .created(member: member, kind: String(parts[1]), number: number), to: seat, on: day,
        sourceLocation: sourceLocation
      ).happened(.appointed(making), to: seat, on: day, sourceLocation: sourceLocation)
    }
  }
}
