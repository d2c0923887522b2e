import EventStore
import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// A meeting that moved is shown with its new days from the day of the move, and with the former ones before.
@Suite struct MovedMeetingTests {
  /// A plenary of two days in December, convened on 2 November and moved on the 10th, with its documents and report.
  private func network(move: [String: [String]] = ["from": ["2026-12-14"]]) throws -> SampleNetwork
  {
    let network = try SampleNetwork()
    for state in ["BE", "ES", "PT"] { try network.admit(state) }
    try network.record(
      "meeting plan",
      [
        "series": ["plenary"], "from": ["2026-12-01"], "until": ["2026-12-02"], "place": ["Lisbon"],
      ],
      on: "2026-10-01")
    try network.record("meeting convene", ["meeting": ["plenary-1"]], on: "2026-11-02")
    let answer = try network.record(
      "meeting move",
      move.merging(["meeting": ["plenary-1"], "reason": ["the host asked"]]) { $1 },
      on: "2026-11-10")
    #expect(answer.verdict == .accepted)
    return network
  }

  @Test(arguments: [
    ("2026-11-09", "2026-12-01 2026-12-02 Lisbon convened - -"),
    ("2026-11-10", "2026-12-14 2026-12-15 Lisbon convened 2026-11-10 the host asked"),
  ])
  func `The days are those that were known to count on the day`(_ row: (day: String, line: String))
    throws
  {
    let rows = try network().rows("meeting", on: row.day)
    #expect(rows.lines("from", "until", "place", "stage", "moved_on", "moved_for") == [row.line])
  }

  @Test(arguments: [("2026-11-09", "29", "2026-11-24"), ("2026-11-10", "34", "2026-12-07")])
  func `Notice and documents follow the first day that counts`(
    _ row: (day: String, notice: String, documents: String)
  ) throws {
    let rows = try network().rows("meeting", on: row.day)
    #expect(rows.lines("notice_days", "documents_due") == ["\(row.notice) \(row.documents)"])
  }

  @Test func `Another place leaves the notice as it was given`() throws {
    let rows = try network(move: ["place": ["Ghent"], "title": ["Winter"]])
      .rows("meeting", on: "2026-11-23")
    #expect(
      rows.lines("from", "place", "title", "notice_days") == ["2026-12-01 Ghent Winter 29"])
  }

  @Test func `The timeline and the row name the event of the move`() throws {
    let network = try network()
    let event = try #require(network.log.events(ofType: "meeting.moved", after: 0, limit: 2).last)
    #expect(try network.rows("meeting", on: "2026-11-23").first?.event == event.position)
    let told = try network.rows("timeline", on: "2026-11-23").filter {
      $0.text("type") == "meeting.moved"
    }
    #expect(told.lines("day") == ["2026-11-10"])
  }

  @Test func `A move that was struck brings the former days back`() throws {
    let network = try network()
    let event = try #require(network.log.events(ofType: "meeting.moved", after: 0, limit: 1).first)
    try network.record(
      "event correct",
      ["event": ["\(event.position)"], "strike": ["true"], "reason": ["it was another meeting"]])
    #expect(
      try network.rows("meeting", on: "2026-11-23").lines("from", "until", "moved_on") == [
        "2026-12-01 2026-12-02 -"
      ])
  }

  @Test func `The views made anew say the same`() throws {
    let network = try network()
    let before = try network.rows("meeting", on: "2026-11-23")
    try Views.rebuild(from: network.log)
    #expect(try network.rows("meeting", on: "2026-11-23") == before)
    #expect(try network.keptStates() == network.foldedStates())
  }

  @Test func `A meeting held on a day that nobody knows counts as held, and is late with nothing`()
    throws
  {
    let network = try SampleNetwork()
    try network.admit("PT", on: "2017-01-01")
    try network.record(
      "meeting plan", ["series": ["plenary"], "number": ["4"], "held": ["true"]], on: "2025-12-31")
    let rows = try network.rows("meeting", on: "2026-01-01")
    #expect(
      rows.lines("meeting", "number", "from", "until", "stage", "report_due", "report_late") == [
        "plenary-4 4 - - held - -"
      ])
    #expect(try network.rows("meeting", on: "2025-12-30") == [])
    let owed = try network.rows("obligation", on: "2026-11-23").filter {
      $0.text("what") == "report" || $0.text("what") == "output"
    }
    #expect(owed == [], "no day is known after which a report would be late")
  }

  @Test func `The fourth meeting of the Fórum was held, and nobody plans it any more`() throws {
    let forum = try ImportedNetwork("forum-cibercrime")
    #expect(
      try forum.rows("meeting", on: "2026-01-01").lines("meeting", "stage") == [
        "annual-1 closed", "annual-2 closed", "annual-3 closed", "annual-4 held",
      ])
  }
}
