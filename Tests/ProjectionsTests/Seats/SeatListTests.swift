import EventStore
import Governance
import TestKit
import Testing
import Values

@testable import Projections

@Suite struct SeatListTests {
  /// PT with one contact point from 2026-02-01, whose term of four years ends on 2030-02-01.
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    try network.admit("PT")
    try network.addPerson("Ana Dias")
    try network.appoint("H-1", for: "PT", on: "2026-02-01")
    return network
  }

  @Test(arguments: [
    ("2026-01-09", []), ("2026-01-10", ["- - missing 2026-01-10"]),
    ("2026-02-01", ["PT.contact_point.1 H-1 held -"]),
    ("2030-01-31", ["PT.contact_point.1 H-1 held -"]),
    ("2030-02-01", ["PT.contact_point.1 H-1 held_over -"]),
  ]) func `A seat is missing, held and held over by the day`(_ day: String, _ expected: [String])
    throws
  {
    let rows = try network().rows("seat", on: day)
    #expect(rows.lines("seat", "person", "state", "vacant_since") == expected)
  }

  @Test func `A seat that was given up is vacant from its day and names nobody`() throws {
    let network = try network()
    try network.record(
      "seat end", ["seat": ["PT.contact_point.1"], "reason": ["retired"]], on: "2026-05-01")
    #expect(try network.rows("seat", on: "2026-04-30").lines("person", "state") == ["H-1 held"])
    let after = try network.rows("seat", on: "2026-05-01")
    #expect(
      after.lines("person", "since", "state", "vacant_since") == ["- - vacant 2026-05-01"])
  }

  @Test func `An appointment that counts from an earlier day fills the seat from that day`() throws
  {
    let network = try SampleNetwork()
    try network.admit("PT")
    try network.addPerson("Ana Dias")
    let before = try network.rows("seat", on: "2026-03-01")
    try network.appoint("H-1", for: "PT", on: "2026-02-15")
    #expect(before.lines("state") == ["missing"])
    #expect(try network.rows("seat", on: "2026-03-01").lines("state") == ["held"])
    #expect(try network.rows("seat", on: "2026-02-14").lines("state") == ["missing"])
  }

  @Test func `Each row is explained by the event that made it so`() throws {
    let network = try network()
    let row = try #require(try network.rows("seat", on: "2026-03-01").first)
    let position = try #require(row.event)
    let event = try network.log.event(at: position)
    #expect(event?.type == "appointment.made")
  }

  @Test func `Observers have no seat to fill`() throws {
    let network = try SampleNetwork()
    try network.admit("NO", as: "observer")
    #expect(try network.rows("seat", on: "2026-03-01") == [])
    #expect(try network.rows("coverage", on: "2026-03-01") == [])
  }

  @Test(arguments: [
    ("2026-01-20", "1 0 1 2026-01-10"), ("2026-02-01", "1 1 0 -"),
    ("2026-05-01", "1 0 1 2026-05-01"),
  ]) func `Coverage counts what is held and says since when less is held than asked for`(
    _ day: String, _ expected: String
  ) throws {
    let network = try network()
    try network.record(
      "seat end", ["seat": ["PT.contact_point.1"], "reason": ["retired"]], on: "2026-05-01")
    let rows = try network.rows("coverage", on: day)
    #expect(rows.lines("needed", "held", "missing", "missing_since") == [expected])
  }

  @Test func `A vacancy is owed by the member from its first day`() throws {
    let network = try network()
    try network.record(
      "seat end", ["seat": ["PT.contact_point.1"], "reason": ["retired"]], on: "2026-05-01")
    let owed = try network.rows("obligation", on: "2026-06-01").filter { $0.text("what") == "seat" }
    #expect(
      owed.lines("obligation", "owed_by", "due", "overdue_since", "state") == [
        "seats.contact_point:PT PT - 2026-05-01 overdue"
      ])
    let before = try network.rows("obligation", on: "2026-04-30")
    #expect(before.filter { $0.text("what") == "seat" } == [])
  }
}
