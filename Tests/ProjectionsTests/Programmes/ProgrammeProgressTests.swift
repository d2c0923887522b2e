import Governance
import Plugins
import TestKit
import Testing
import Values

@testable import Projections

/// Objectives, actions and deliverables as they stood on any past day.
@Suite struct ProgrammeProgressTests {
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    let programme = ["programme": ["programme-1"]]
    for code in ["PT", "ES"] { try network.admit(code, on: "2026-01-10") }
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-03-20"]], on: "2026-02-01")
    try network.record("meeting convene", ["meeting": ["plenary-1"]], on: "2026-02-02")
    try network.record(
      "meeting open", ["meeting": ["plenary-1"], "present": ["PT", "ES"]], on: "2026-03-20")
    for title in ["Adoption", "Amendment"] {
      try network.record(
        "deliberation record",
        [
          "meeting": ["plenary-1"], "title": [title], "matter": ["programme"],
          "for": ["2"],
        ], on: "2026-03-20")
    }
    try network.record(
      "programme draft", ["title": ["Work"], "from": ["2026-04-01"]], on: "2026-02-10")
    try network.record(
      "objective add", programme.merging(["title": ["Training"]]) { $1 }, on: "2026-02-10")
    for title in ["Course", "Guide"] {
      try network.record(
        "programme add",
        programme.merging(["title": [title], "objective": ["1"], "owner": ["PT"]]) { $1 },
        on: "2026-02-11")
    }
    try network.record(
      "programme adopt", programme.merging(["by": ["D-1"]]) { $1 }, on: "2026-03-20")
    try network.record(
      "deliverable add",
      ["action": ["programme-1.1"], "title": ["Course book"], "due": ["2026-06-30"]],
      on: "2026-04-01")
    try network.record(
      "programme report", ["action": ["programme-1.1"], "text": ["Draft sent round"]],
      on: "2026-05-01")
    try network.record(
      "programme amend",
      programme.merging(["by": ["D-2"], "without": ["programme-1.2"], "add": ["Retention"]]) { $1 },
      on: "2026-06-01")
    try network.record(
      "deliverable publish",
      ["deliverable": ["programme-1.1.1"], "identifier": ["2026/4"]], on: "2026-07-15")
    try network.record(
      "programme close", ["action": ["programme-1.1"], "outcome": ["done"]], on: "2026-08-01")
    return network
  }

  private func rows(_ noun: String, on day: String) throws -> [Row] {
    try network().rows(noun, on: day)
  }

  @Test(arguments: [
    ("2026-04-30", ["programme-1.1 open - D-1", "programme-1.2 open - D-1"]),
    ("2026-05-01", ["programme-1.1 open Draft sent round D-1", "programme-1.2 open - D-1"]),
    (
      "2026-06-01",
      [
        "programme-1.1 open Draft sent round D-1", "programme-1.2 dropped - D-1",
        "programme-1.3 open - D-2",
      ]
    ),
    (
      "2026-08-01",
      [
        "programme-1.1 done Draft sent round D-1", "programme-1.2 dropped - D-1",
        "programme-1.3 open - D-2",
      ]
    ),
  ])
  func `On any past day an action stands as it stood then`(_ row: (day: String, lines: [String]))
    throws
  {
    #expect(
      try rows("action", on: row.day).lines("action", "status", "report", "ordered_by") == row.lines
    )
  }

  @Test(arguments: [
    ("2026-04-01", "2 2 0 0"), ("2026-06-01", "2 1 0 1"), ("2026-08-01", "2 0 1 1"),
  ])
  func `An objective counts the actions that serve it`(_ row: (day: String, line: String)) throws {
    let objective = try rows("objective", on: row.day)
    #expect(objective.lines("objective", "title") == ["programme-1.O1 Training"])
    #expect(objective.lines("actions", "open", "done", "dropped") == [row.line])
  }

  @Test(arguments: [
    ("2026-06-30", "due false -"), ("2026-07-01", "due true -"),
    ("2026-07-15", "published false 2026/4"),
  ])
  func `A deliverable is due, overdue, then handed over`(_ row: (day: String, line: String)) throws
  {
    let lines = try rows("deliverable", on: row.day)
    #expect(lines.lines("status", "overdue", "identifier") == [row.line])
    #expect(lines.lines("deliverable", "action", "owner") == ["programme-1.1.1 programme-1.1 PT"])
  }

  @Test(arguments: [
    ("2026-03-19", "draft 0"), ("2026-03-20", "adopted 1"), ("2026-06-01", "adopted 2"),
  ])
  func `A programme shows the version that counted`(_ row: (day: String, line: String)) throws {
    #expect(try rows("programme", on: row.day).lines("status", "version") == [row.line])
  }

  @Test func `The decisions that amended a programme stand beside the one that adopted it`() throws
  {
    let row = try #require(try rows("programme", on: "2026-08-01").first)
    #expect(row["adopted_by"] == "D-1")
    #expect(row["amended_by"] == ["D-2"])
  }
}
