import Governance
import Plugins
import TestKit
import Testing
import Values

@testable import Projections

/// Actions of programmes and of meetings in one list, overdue ones by their days.
@Suite struct ActionListTests {
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    for code in ["PT", "ES"] { try network.admit(code, on: "2026-01-10") }
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-03-20"]], on: "2026-02-01")
    try network.record("meeting convene", ["meeting": ["plenary-1"]], on: "2026-02-02")
    try network.record(
      "meeting open", ["meeting": ["plenary-1"], "present": ["PT", "ES"]], on: "2026-03-20")
    for (title, due) in [("Ask", "2026-05-01"), ("Print", "2026-04-01"), ("Visit", "2026-09-01")] {
      try network.record(
        "action assign",
        ["title": [title], "owner": ["PT"], "due": [due], "meeting": ["plenary-1"]],
        on: "2026-03-20")
    }
    try network.record(
      "programme draft", ["title": ["Work"], "from": ["2026-04-01"]], on: "2026-03-01")
    try network.record(
      "programme add",
      ["programme": ["programme-1"], "title": ["Guide"], "due": ["2026-04-20"], "owner": ["ES"]],
      on: "2026-04-01")
    return network
  }

  @Test
  func `Actions of programmes and of meetings stand in one list, each with where it comes from`()
    throws
  {
    let lines = try network().rows("action", on: "2026-04-02")
      .lines("action", "programme", "meeting", "owner", "due", "status", "days_overdue")
    #expect(
      lines == [
        "programme-1.1 programme-1 - ES 2026-04-20 open -",
        "action-1 - plenary-1 PT 2026-05-01 open -",
        "action-2 - plenary-1 PT 2026-04-01 open 1", "action-3 - plenary-1 PT 2026-09-01 open -",
      ])
  }

  @Test(arguments: [
    ("2026-04-01", [] as [String]), ("2026-04-02", ["action-2 1"]),
    ("2026-04-30", ["action-2 29", "programme-1.1 10"]),
    ("2026-05-02", ["action-2 31", "programme-1.1 12", "action-1 1"]),
  ])
  func `The overdue ones of all meetings are sorted by days`(_ row: (day: String, lines: [String]))
    throws
  {
    let picked = ActionList.overdue.pick(try network().rows("action", on: row.day))
    #expect(picked.lines("action", "days_overdue") == row.lines)
  }

  @Test func `A list of overdue actions ends as they are closed or get more time`() throws {
    let network = try network()
    try network.record(
      "action extend", ["action": ["action-2"], "until": ["2026-06-01"], "reason": ["Paper"]],
      on: "2026-04-10")
    try network.record(
      "action close", ["action": ["action-1"], "outcome": ["done"], "result": ["All said yes"]],
      on: "2026-05-10")
    let picked = ActionList.overdue.pick(try network.rows("action", on: "2026-05-20"))
    #expect(picked.lines("action", "days_overdue") == ["programme-1.1 30"])
    let closed = try network.rows("action", on: "2026-05-20").filter {
      $0.text("action") == "action-1"
    }
    #expect(closed.lines("status", "closed_on", "result") == ["done 2026-05-10 All said yes"])
    let before = ActionList.overdue.pick(try network.rows("action", on: "2026-05-09"))
    #expect(before.lines("action") == ["programme-1.1", "action-1"])
  }

  @Test func `The agenda of a meeting that is planned shows what an earlier one left open`() throws
  {
    let network = try network()
    try network.record("meeting close", ["meeting": ["plenary-1"]], on: "2026-03-20")
    try network.record(
      "action close", ["action": ["action-2"], "outcome": ["done"], "result": ["Printed"]],
      on: "2026-04-01")
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-12-10"]], on: "2026-04-02")
    let agenda = try network.rows("agenda", on: "2026-11-23")
    #expect(
      agenda.filter { $0.text("meeting") == "plenary-2" }.lines("number", "item", "follows") == [
        "1 action-1 action-1", "2 action-3 action-3",
      ])
  }
}
