import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// The agenda and the minutes as lists: of today, and of any day before.
@Suite struct AgendaViewTests {
  private static func network() throws -> SampleNetwork {
    let network = try SampleNetwork.sitting()
    let digest = String(repeating: "0a", count: 32)
    for (item, more) in [
      ("guide", ["minutes": "20", "owner": "PT"]), ("budget", ["paper": "b.pdf=\(digest)"]),
      ("visit", ["parent": "guide", "session": "closed"]),
    ] {
      let fields = ["item": item, "meeting": "plenary-1", "title": "The \(item)"]
      try network.record(
        "agenda add", fields.merging(more) { $1 }.mapValues { [$0] }, on: "2026-03-20")
    }
    return network
  }

  private func lines(_ network: SampleNetwork, on day: String, _ columns: String...) throws
    -> [String]
  {
    try network.rows("agenda", on: day).map { row in
      columns.map { row.text($0) ?? row[$0].canonicalText }.joined(separator: " ")
    }
  }

  @Test func `Items stand in the order of the tree, each with its number`() throws {
    let network = try Self.network()
    #expect(
      try lines(network, on: "2026-03-20", "rank", "number", "item", "session") == [
        "1 1 guide open", "2 1.1 visit closed", "3 2 budget open",
      ])
    #expect(
      try lines(network, on: "2026-03-20", "title", "owner", "minutes", "late") == [
        "The guide PT 20 false", "The visit null null false", "The budget null null false",
      ])
  }

  @Test func `A move renumbers the list from its day on`() throws {
    let network = try Self.network()
    try network.record(
      "agenda move", ["item": ["budget"], "meeting": ["plenary-1"], "before": ["guide"]],
      on: "2026-03-22")
    #expect(
      try lines(network, on: "2026-03-21", "number", "item") == [
        "1 guide", "1.1 visit", "2 budget",
      ]
    )
    #expect(
      try lines(network, on: "2026-03-22", "number", "item") == [
        "1 budget", "2 guide", "2.1 visit",
      ]
    )
  }

  @Test func `A withdrawn item is on no list from that day on, and no number is left out`() throws {
    let network = try Self.network()
    try network.record(
      "agenda withdraw", ["item": ["guide"], "meeting": ["plenary-1"], "reason": ["later"]],
      on: "2026-03-22")
    #expect(try lines(network, on: "2026-03-22", "number", "item") == ["1 budget"])
    #expect(try lines(network, on: "2026-03-21", "item").count == 3)
  }

  @Test func `An item names the deliberations that took it up, and its papers`() throws {
    let network = try Self.network()
    try network.record(
      "deliberation record",
      ["meeting": ["plenary-1"], "title": ["B"], "item": ["budget"], "consensus": ["true"]],
      on: "2026-03-20")
    let row = try #require(
      try network.rows("agenda", on: "2026-03-20").first { $0.text("item") == "budget" })
    #expect(row["deliberations"] == ["D-1"])
    #expect(row["papers"].list?.first?["name"] == "b.pdf")
  }

  @Test func `Minutes show how far they have come on each day`() throws {
    let network = try Self.network()
    func record(_ act: String, _ fields: [String: [String]] = [:], on day: String) throws {
      try network.record(
        "minutes \(act)", fields.merging(["meeting": ["plenary-1"]]) { $1 }, on: day)
    }
    try record("draft", on: "2026-03-28")
    try record("write", ["after": ["opened"], "text": ["Said."]], on: "2026-03-29")
    try record("circulate", on: "2026-03-30")
    try record("comment", ["text": ["No."], "objects": ["true"]], on: "2026-03-31")
    try network.record(
      "deliberation record", ["meeting": ["plenary-1"], "title": ["B"], "consensus": ["true"]],
      on: "2026-03-20")
    try record("approve", ["by": ["D-1"]], on: "2026-04-01")
    let days = ["2026-03-27", "2026-03-28", "2026-03-29", "2026-03-30", "2026-03-31", "2026-04-01"]
    let stages = try days.map { day -> String in
      let row = try network.rows("minutes", on: day).first
      return row.map { row in
        ["stage", "version", "objections", "approved_by"].map {
          row.text($0) ?? row[$0].canonicalText
        }.joined(separator: " ")
      } ?? ""
    }
    #expect(
      stages == [
        "", "drafted 1 0 null", "drafted 2 0 null", "circulated 2 0 null", "circulated 2 1 null",
        "approved 2 1 D-1",
      ])
  }
}
