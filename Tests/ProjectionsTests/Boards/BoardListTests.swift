import Governance
import TestKit
import Testing
import Values

@testable import Projections

@Suite struct BoardListTests {
  /// The trio PT, ES, MT of the sample rules, each chairing for six months; MT is no member.
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    try network.admit("PT")
    try network.admit("ES")
    try network.record("board rotate", ["body": ["board"]], on: "2026-02-01")
    return network
  }

  @Test(arguments: [
    ("2026-02-01", "PT"), ("2026-06-30", "PT"), ("2026-07-01", "ES"), ("2027-01-01", "MT"),
  ])
  func `The chair passes by turns counted from the first day of the group`(
    _ day: String, _ chair: String
  ) throws {
    let rows = try network().rows("board", on: day)
    #expect(rows.filter { $0["chair"] == true }.lines("member") == [chair])
    #expect(rows.count == 3)
  }

  @Test(arguments: [
    ("2026-06-30", "PT"), ("2026-07-01", "MT"), ("2026-12-31", "MT"), ("2027-01-01", "ES"),
  ])
  func `Two who have swapped their duties take each other's turn`(_ day: String, _ chair: String)
    throws
  {
    let network = try network()
    try network.record(
      "board swap", ["body": ["board"], "members": ["ES", "MT"]], on: "2026-06-01")
    let rows = try network.rows("board", on: day)
    #expect(rows.filter { $0["chair"] == true }.lines("member") == [chair])
    #expect(Set(rows.lines("member")) == ["PT", "ES", "MT"])
    #expect(rows.first?.validUntil == Day("2027-07-01"))
  }

  @Test func `Who sits in the board without belonging to the network is marked`() throws {
    let rows = try network().rows("board", on: "2026-03-01")
    #expect(
      rows.lines("member", "is_member", "origin") == [
        "PT true rotation", "ES true rotation", "MT false rotation",
      ])
  }

  @Test func `A board that has run out has no members`() throws {
    let network = try network()
    let last = try #require(try network.rows("board", on: "2027-06-30").first)
    #expect(last.validUntil == Day("2027-07-01"))
    #expect(try network.rows("board", on: "2027-07-01") == [])
  }

  @Test func `Nothing stands before the first composition`() throws {
    #expect(try network().rows("board", on: "2026-01-31") == [])
  }
}
