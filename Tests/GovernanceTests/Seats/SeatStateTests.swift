import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct SeatStateTests {
  private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  /// A seat with H-1 from 10 January 2026 until a term in June, H-2 from September, nobody from November.
  private static func seat(order: [Int] = [0, 1, 2, 3]) throws -> Seat {
    let member = try #require(MemberID("PT"))
    let first = SeatEvent.Making(
      person: try #require(PersonID("H-1")), from: try #require(PartialDay("2026-01-10")),
      until: try day("2026-06-01"))
    let second = SeatEvent.Making(
      person: try #require(PersonID("H-2")), from: try #require(PartialDay("2026-09-01")))
    let events: [(SeatEvent, String)] = [
      (.created(member: member, kind: "contact_point", number: 1), "2026-01-10"),
      (.appointed(first), "2026-01-10"), (.appointed(second), "2026-09-01"),
      (.ended(until: try #require(PartialDay("2026-11-01")), reason: "Retired"), "2026-11-01"),
    ]
    var seat = Seat(id: try #require(SeatID("PT.contact_point.1")))
    for (position, index) in order.enumerated() {
      seat.evolve(
        with: events[index].0,
        at: Mark(position: Int64(position + 1), effective: try day(events[index].1)))
    }
    return seat
  }

  /// The seat of PT with events of one day, each of a person taking it, a confirmation or an end.
  private static func busy(_ events: [(SeatEvent, String)]) throws -> Seat {
    var seat = Seat(id: try #require(SeatID("PT.contact_point.1")))
    for (index, event) in events.enumerated() {
      seat.evolve(
        with: event.0, at: Mark(position: Int64(index + 1), effective: try day(event.1)))
    }
    return seat
  }

  private static func made(_ person: String, _ from: String) throws -> (SeatEvent, String) {
    let making = SeatEvent.Making(
      person: try #require(PersonID(person)), from: try #require(PartialDay(from)))
    return (.appointed(making), from)
  }

  private static func confirmed(_ on: String) throws -> (SeatEvent, String) {
    (.confirmed(on: try #require(PartialDay(on))), on)
  }

  @Test func `A confirmation of the predecessor is none of a successor of the same day`() throws {
    let seat = try Self.busy([
      Self.made("H-1", "2026-01-10"), Self.confirmed("2026-06-01"), Self.made("H-2", "2026-06-01"),
    ])
    #expect(seat.confirmation(on: try Self.day("2026-06-01")) == nil)
    #expect(seat.confirmation(on: try Self.day("2026-12-31")) == nil)
    let after = try Self.busy([
      Self.made("H-1", "2026-01-10"), Self.made("H-2", "2026-06-01"), Self.confirmed("2026-06-01"),
    ])
    #expect(after.confirmation(on: try Self.day("2026-06-01"))?.position == 3)
  }

  @Test func `A successor told late takes over no confirmation that was given before`() throws {
    let seat = try Self.busy([
      Self.made("H-1", "2026-01-10"), Self.confirmed("2026-03-01"), Self.confirmed("2026-06-05"),
      Self.made("H-2", "2026-06-01"), Self.confirmed("2026-07-01"),
    ])
    let days = ["2026-02-28", "2026-03-01", "2026-05-31", "2026-06-05", "2026-06-30", "2026-07-01"]
    let found = try days.map { seat.confirmation(on: try Self.day($0))?.position }
    #expect(found == [nil, 2, 2, nil, nil, 5])
  }

  private var rule: SeatRule? { Rules.sample.seat("contact_point") }

  @Test(
    arguments: [
      ("2026-01-09", nil), ("2026-01-10", "H-1"), ("2026-05-31", "H-1"), ("2026-06-01", "H-1"),
      ("2026-08-31", "H-1"), ("2026-09-01", "H-2"), ("2026-10-31", "H-2"), ("2026-11-01", nil),
    ] as [(String, String?)])
  func `With holdover a holder stays until the next one`(_ day: String, _ person: String?) throws {
    #expect(try Self.seat().holder(on: Self.day(day), under: rule)?.text == person)
  }

  @Test func `Without holdover the seat is vacant from the end of the term`() throws {
    var strict = try #require(rule)
    strict.holdsOver = false
    let seat = try Self.seat()
    let (last, first) = (try Self.day("2026-05-31"), try Self.day("2026-06-01"))
    #expect(seat.holder(on: last, under: strict)?.text == "H-1")
    #expect(seat.standing(on: first, under: strict) == .vacant(since: first))
  }

  @Test func `A lapsed term with holdover says so`() throws {
    let seat = try Self.seat()
    guard
      case .heldOver(let appointment) = seat.standing(on: try Self.day("2026-06-01"), under: rule)
    else {
      Issue.record("not held over")
      return
    }
    #expect(appointment.person.text == "H-1")
    #expect(seat.standing(on: try Self.day("2026-01-09"), under: rule) == .vacant(since: nil))
    let end = try Self.day("2026-11-01")
    #expect(seat.standing(on: try Self.day("2026-12-01"), under: rule) == .vacant(since: end))
  }

  @Test(arguments: [[3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]])
  func `Events recorded in another order lead to the same holders`(_ order: [Int]) throws {
    let (seat, other) = (try Self.seat(), try Self.seat(order: order))
    let start = try Self.day("2026-01-01")
    for offset in 0..<365 {
      let day = Day(number: start.number + offset)
      #expect(seat.holder(on: day, under: rule) == other.holder(on: day, under: rule))
    }
  }

  @Test func `An appointment names the events behind it`() throws {
    let appointments = try Self.seat().appointments
    #expect(appointments.map(\.begunBy) == [2, 3])
    #expect(appointments.map(\.endedBy) == [3, 4])
    #expect(appointments.map(\.reason) == [nil, "Retired"])
  }

  @Test func `A confirmation counts for the holder who was confirmed`() throws {
    var seat = try Self.seat()
    let day = try Self.day("2026-03-01")
    seat.evolve(with: .confirmed(on: PartialDay(day)), at: Mark(position: 9, effective: day))
    #expect(seat.confirmation(on: try Self.day("2026-04-01"))?.position == 9)
    #expect(seat.confirmation(on: try Self.day("2026-02-01")) == nil)
    #expect(seat.confirmation(on: try Self.day("2026-09-02")) == nil)
    #expect(try Seat(id: seat.id, state: seat.state) == seat)
  }
}
