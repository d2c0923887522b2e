import EventStore
import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// Censuses as a reader gets them: who has answered while they ask, and the figures they were closed with.
@Suite struct CensusListTests {
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    for member in ["PT", "ES"] { try network.admit(member) }
    for name in ["Ana", "Bea"] { try network.addPerson(name) }
    try network.appoint("H-1", for: "PT", on: "2026-02-01")
    try network.appoint("H-2", for: "ES", on: "2026-02-01")
    try network.record("census open", ["until": ["2026-06-30"]], on: "2026-06-01")
    try network.record("seat confirm", ["seat": ["PT.contact_point.1"]], on: "2026-06-10")
    return network
  }

  private func lines(_ network: SampleNetwork, on day: String) throws -> [String] {
    try network.rows("census", on: day)
      .lines("census", "status", "asked", "confirmed", "unanswered", "closed_on")
  }

  @Test(arguments: [
    ("2026-05-31", [] as [String]), ("2026-06-01", ["census-1 open 2 0 2 -"]),
    ("2026-06-09", ["census-1 open 2 0 2 -"]), ("2026-06-10", ["census-1 open 2 1 1 -"]),
    ("2026-06-30", ["census-1 open 2 1 1 -"]), ("2026-07-01", ["census-1 over 2 1 1 -"]),
  ])
  func `On each day it tells who has answered by then`(_ row: (day: String, lines: [String])) throws
  {
    #expect(try lines(network(), on: row.day) == row.lines)
  }

  @Test func `It names the seats that are confirmed and those without an answer`() throws {
    let row = try #require(try network().rows("census", on: "2026-06-15").first)
    #expect(row["confirmed_seats"] == ["PT.contact_point.1"])
    #expect(row["unanswered_seats"] == ["ES.contact_point.1"])
    #expect(row.text("until") == "2026-06-30" && row["kind"].isNull)
  }

  @Test func `The figures that it was closed with stay, whatever comes after`() throws {
    let network = try network()
    try network.record("census close", ["census": ["census-1"]], on: "2026-07-01")
    try network.record("seat confirm", ["seat": ["ES.contact_point.1"]], on: "2026-07-02")
    #expect(try lines(network, on: "2026-08-01") == ["census-1 closed 2 1 1 2026-07-01"])
    #expect(try lines(network, on: "2026-06-30") == ["census-1 open 2 1 1 -"])
  }

  @Test func `Each row names the event behind it`() throws {
    let network = try network()
    let opened = try #require(
      try network.log.events(ofType: "census.opened", after: 0, limit: 1).first)
    #expect(try network.rows("census", on: "2026-06-15").map(\.event) == [opened.position])
    let closed = try network.record("census close", ["census": ["census-1"]], on: "2026-07-01")
    #expect(
      try network.rows("census", on: "2026-07-01").map(\.event)
        == [closed.events.first?.position])
  }

  @Test func `The tenth stands after the second`() throws {
    let network = try network()
    try network.record("census close", ["census": ["census-1"]], on: "2026-06-02")
    for number in 2...10 {
      try network.record("census open", ["until": ["2026-12-31"]], on: "2026-07-01")
      try network.record("census close", ["census": ["census-\(number)"]], on: "2026-07-01")
    }
    #expect(
      try network.rows("census", on: "2026-07-01").map { $0.text("census") }
        == (1...10).map { "census-\($0)" })
  }
}
