import EventStore
import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// The chain from a decision to a report, walked both ways.
@Suite struct ChainTests {
  /// D-1 adopted a programme, D-2 amended it; the guide of its first action was published as 2026/4.
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    for code in ["PT", "ES"] { try network.admit(code, on: "2026-01-10") }
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-03-20"]], on: "2026-02-01")
    try network.record("meeting convene", ["meeting": ["plenary-1"]], on: "2026-02-02")
    try network.record(
      "meeting open", ["meeting": ["plenary-1"], "present": ["PT", "ES"]], on: "2026-03-20")
    for title in ["Adoption", "Amendment", "Letter"] {
      let matter = title == "Letter" ? "default" : "programme"
      try network.record(
        "deliberation record",
        ["meeting": ["plenary-1"], "title": [title], "matter": [matter], "for": ["2"]],
        on: "2026-03-20")
    }
    try network.record(
      "programme draft", ["title": ["Work"], "from": ["2026-04-01"]], on: "2026-02-10")
    let programme = ["programme": ["programme-1"]]
    for title in ["Guide", "Course"] {
      try network.record(
        "programme add", programme.merging(["title": [title]]) { $1 }, on: "2026-02-11")
    }
    try network.record(
      "programme adopt", programme.merging(["by": ["D-1"]]) { $1 }, on: "2026-03-20")
    try network.record(
      "programme amend", programme.merging(["by": ["D-2"], "add": ["Retention"]]) { $1 },
      on: "2026-03-21")
    try network.record(
      "deliverable add", ["action": ["programme-1.1"], "title": ["Guide in print"]],
      on: "2026-04-01")
    try network.record(
      "deliverable publish", ["deliverable": ["programme-1.1.1"], "identifier": ["2026/4"]],
      on: "2026-06-01")
    try network.record(
      "action assign",
      ["title": ["Write to all"], "owner": ["PT"], "due": ["2026-05-01"], "by": ["D-3"]],
      on: "2026-03-20")
    try network.record(
      "action assign",
      ["title": ["Book a room"], "owner": ["ES"], "due": ["2026-05-01"], "meeting": ["plenary-1"]],
      on: "2026-03-20")
    return network
  }

  private func lines(_ id: String, on day: String = "2026-11-23") throws -> [String] {
    let network = try network()
    let chain = try Chain(Views.open(for: network.log), on: try #require(Day(day)))
    return chain.steps(through: id).map { step in
      "\(step.level) \(step.link.name.kind.rawValue) \(step.link.name.id)"
        + (step.of.map { " of \($0)" } ?? "")
    }
  }

  @Test func `From a published guide one walk leads to the decision that ordered it`() throws {
    #expect(
      try lines("2026/4") == [
        "-4 meeting plenary-1", "-3 deliberation D-1", "-3 programme programme-1",
        "-2 action programme-1.1", "-1 deliverable programme-1.1.1", "0 report 2026/4",
      ])
  }

  @Test func `From the decision the same walk leads back to the guide`() throws {
    #expect(
      try lines("D-1") == [
        "-1 meeting plenary-1", "0 deliberation D-1", "1 programme programme-1 of D-1",
        "1 action programme-1.1 of D-1", "2 deliverable programme-1.1.1 of programme-1.1",
        "3 report 2026/4 of programme-1.1.1", "1 action programme-1.2 of D-1",
      ])
  }

  @Test func `An amendment leads to what it ordered and to nothing else`() throws {
    #expect(
      try lines("D-2") == [
        "-1 meeting plenary-1", "0 deliberation D-2", "1 programme programme-1 of D-2",
        "1 action programme-1.3 of D-2",
      ])
  }

  @Test func `A programme shows the decisions that made it and all its actions`() throws {
    #expect(
      try lines("programme-1") == [
        "-2 meeting plenary-1", "-1 deliberation D-1", "-1 deliberation D-2",
        "0 programme programme-1", "1 action programme-1.1 of programme-1",
        "2 deliverable programme-1.1.1 of programme-1.1",
        "3 report 2026/4 of programme-1.1.1", "1 action programme-1.2 of programme-1",
        "1 action programme-1.3 of programme-1",
      ])
  }

  @Test(arguments: [
    (
      "action-1",
      ["-2 meeting plenary-1", "-1 deliberation D-3", "0 action action-1"]
    ), ("action-2", ["-1 meeting plenary-1", "0 action action-2"]),
  ])
  func `An action outside a programme leads to what gave it`(_ row: (id: String, lines: [String]))
    throws
  {
    #expect(try lines(row.id) == row.lines)
  }

  @Test func `Each thing stands once in a walk, though several ways lead to it`() throws {
    let all = try lines("plenary-1").map { $0.split(separator: " ").dropFirst().prefix(2) }
    #expect(all.count > 9)
    #expect(Set(all).count == all.count)
  }

  @Test func `The chain stands as it stood on the day`() throws {
    #expect(try lines("2026/4", on: "2026-05-31") == [])
    #expect(
      try lines("programme-1.1.1", on: "2026-05-31").last == "0 deliverable programme-1.1.1")
    #expect(
      try lines("programme-1.1.1", on: "2026-06-01").last
        == "1 report 2026/4 of programme-1.1.1")
  }

  @Test(arguments: ["", "D-9", "PT", "programme-1.9"])
  func `What is no link leads nowhere`(_ id: String) throws {
    #expect(try lines(id) == [])
  }

  @Test func `A report of a meeting leads to its meeting`() throws {
    let network = try network()
    try network.record("meeting close", ["meeting": ["plenary-1"]], on: "2026-03-20")
    let answer = try network.record(
      "report publish", ["output": ["outcome_report"], "meeting": ["plenary-1"]],
      on: "2026-04-01")
    let identifier = try #require(answer.events.first?.data["identifier"]?.text)
    let chain = try Chain(Views.open(for: network.log), on: try #require(Day("2026-11-23")))
    let ids = chain.steps(through: identifier).map(\.link.name.id)
    #expect(ids == ["plenary-1", identifier])
    #expect(chain.ids.contains("programme-1.3"))
  }
}
