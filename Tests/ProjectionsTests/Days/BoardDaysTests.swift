import EventStore
import Governance
import TestKit
import Testing
import Values

@testable import Projections

@Suite struct BoardDaysTests {
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    for member in ["PT", "ES", "NL"] { try network.admit(member) }
    return network
  }

  private func board(_ network: SampleNetwork, on day: String) throws -> [String] {
    try network.rows("board", on: day).lines("body", "member", "since", "until")
  }

  @Test func `Each day has the composition that counted then, until the day before it changed`()
    throws
  {
    let network = try network()
    try network.record("board rotate", ["body": ["board"]], on: "2026-02-01")
    let first = try network.rows("board", on: "2026-06-01")
    #expect(first.lines("member") == ["PT", "ES", "MT"])
    #expect(try network.rows("board", on: "2026-01-31") == [])
    #expect(first.allSatisfy { $0.validUntil == Day("2027-07-01") })
  }

  @Test func `A rotation that was struck seats nobody`() throws {
    let network = try network()
    try network.record("board rotate", ["body": ["board"]], on: "2026-02-01")
    let head = try network.log.head().position
    try network.record(
      "event correct",
      ["event": [head.description], "strike": ["true"], "reason": ["the plenary did not meet"]])
    #expect(try board(network, on: "2026-03-01") == [])
    let lines = try network.rows("timeline", on: "2026-11-23").lines("type")
    #expect(!lines.contains("board.rotated") && lines.contains("event.corrected"))
  }

  @Test func `A row of a board is explained by the event that seated it`() throws {
    let network = try network()
    try network.record("board rotate", ["body": ["board"]], on: "2026-02-01")
    let head = try network.log.head().position
    #expect(try network.rows("board", on: "2026-03-01").map(\.event) == [head, head, head])
  }

  @Test func `Only the chair of the day chairs`() throws {
    let network = try network()
    try network.record("board rotate", ["body": ["board"]], on: "2026-02-01")
    for day in ["2026-02-01", "2026-06-30", "2026-07-01", "2026-12-31", "2027-01-01", "2027-06-30"]
    {
      let chairs = try network.rows("board", on: day).filter { $0["chair"] == true }
      #expect(chairs.count == 1, "\(day)")
    }
  }

  @Test func `Whether a seat of the board belongs to a member is asked of each day`() throws {
    let network = try network()
    try network.record("board rotate", ["body": ["board"]], on: "2026-02-01")
    try network.record("member end", ["member": ["ES"], "reason": ["withdrew"]], on: "2026-09-01")
    for (day, belongs) in [("2026-08-31", "true"), ("2026-09-01", "false")] {
      let rows = try network.rows("board", on: day).filter { $0.text("member") == "ES" }
      #expect(rows.lines("is_member") == [belongs], "\(day)")
    }
  }
}
