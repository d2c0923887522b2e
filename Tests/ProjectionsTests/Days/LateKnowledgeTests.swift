import EventStore
import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// What was learnt late: the day from which something counts, not the day on which it was told, rules the views.
@Suite struct LateKnowledgeTests {
  /// PT and ES, two persons; the contact point of PT is H-1 from 1 February 2026.
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    try network.admit("PT")
    try network.admit("ES")
    try network.addPerson("Ana Dias")
    try network.addPerson("Rui Melo", languages: ["pt", "en"])
    try network.appoint("H-1", for: "PT", on: "2026-02-01")
    return network
  }

  private func position(of type: String, in network: SampleNetwork) throws -> String {
    let events = try network.log.events(ofType: type, after: 0, limit: 100)
    return try #require(events.last).position.description
  }

  private func correct(
    _ type: String, _ fields: [String: [String]], in network: SampleNetwork
  ) throws {
    let event = try position(of: type, in: network)
    let reason = ["event": [event], "reason": ["recorded wrongly"]]
    let answer = try network.record(
      "event correct", fields.merging(reason) { $1 }, on: "2026-11-23")
    #expect(answer.verdict == .accepted)
  }

  @Test(arguments: [
    ("2026-02-14", "vacant", "2026-01-10"), ("2026-02-15", "held", "-"),
    ("2026-11-23", "held", "-"),
  ])
  func `A correction of the day moves the seat, its coverage and the obligation together`(
    _ row: (day: String, state: String, since: String)
  ) throws {
    let network = try network()
    try correct(
      "appointment.made", ["counts-from": ["2026-02-15"], "set": ["from=2026-02-15"]], in: network)
    let seat = try network.rows("seat", on: row.day).filter { $0.text("member") == "PT" }
    // The seat was made, and nobody had ever sat in it: it is vacant since no day of its own.
    #expect(seat.lines("state", "vacant_since") == ["\(row.state) -"])
    let coverage = try network.rows("coverage", on: row.day).filter { $0.text("member") == "PT" }
    #expect(coverage.lines("missing_since") == [row.since])
    let owed = try network.rows("obligation", on: row.day).filter { $0.text("owed_by") == "PT" }
    #expect(owed.lines("overdue_since") == (row.since == "-" ? [] : [row.since]))
  }

  @Test func `An appointment that was struck never filled the seat, on any day`() throws {
    let network = try network()
    #expect(try network.rows("directory", on: "2026-03-01").lines("person") == ["H-1"])
    try correct("appointment.made", ["strike": ["true"]], in: network)
    for day in ["2026-02-01", "2026-03-01", "2026-11-23"] {
      let seats = try network.rows("seat", on: day).filter { $0.text("member") == "PT" }
      #expect(seats.lines("person", "state") == ["- vacant"], "\(day)")
      let coverage = try network.rows("coverage", on: day).filter { $0.text("member") == "PT" }
      #expect(coverage.lines("held", "missing_since") == ["0 2026-01-10"], "\(day)")
      #expect(try network.rows("directory", on: day) == [], "\(day)")
    }
  }

  @Test func `Two seats filled late count from their own days, in whatever order they were told`()
    throws
  {
    let network = try network()
    try network.record(
      "seat appoint", ["member": ["ES"], "kind": ["contact_point"], "person": ["H-2"]],
      on: "2026-01-20")
    let days = ["2026-01-15", "2026-01-20", "2026-01-31", "2026-02-01"]
    let held = try days.map { try network.rows("coverage", on: $0).lines("member", "held") }
    #expect(
      held == [["ES 0", "PT 0"], ["ES 1", "PT 0"], ["ES 1", "PT 0"], ["ES 1", "PT 1"]])
  }

  @Test func `A successor serves what is left of the term, and each day names its own holder`()
    throws
  {
    let network = try network()
    try network.record(
      "seat replace", ["seat": ["PT.contact_point.1"], "person": ["H-2"]], on: "2026-06-01")
    for (day, person) in [("2026-05-31", "H-1"), ("2026-06-01", "H-2"), ("2029-12-31", "H-2")] {
      let rows = try network.rows("seat", on: day).filter { $0.text("member") == "PT" }
      #expect(rows.lines("person", "until", "state") == ["\(person) 2030-02-01 held"], "\(day)")
    }
    let after = try network.rows("seat", on: "2030-02-01").filter { $0.text("member") == "PT" }
    #expect(after.lines("person", "state") == ["H-2 held_over"])
  }

  @Test func `The directory has the languages of the day and not of today`() throws {
    let network = try network()
    try network.record(
      "person edit", ["person": ["H-1"], "languages": ["pt", "fr"]], on: "2026-05-01")
    let before = try network.rows("directory", on: "2026-04-30").first?["languages"]
    let after = try network.rows("directory", on: "2026-05-01").first?["languages"]
    #expect(before == ["pt"] && after == ["pt", "fr"])
  }

  @Test func `Who left is in no list from that day on, and in those of the days before`() throws {
    let network = try network()
    try network.record("member end", ["member": ["ES"], "reason": ["withdrew"]], on: "2026-07-01")
    for (day, members) in [("2026-06-30", ["ES", "PT"]), ("2026-07-01", ["PT"])] {
      #expect(try network.rows("member", on: day).lines("member") == members)
      #expect(try network.rows("coverage", on: day).lines("member") == members)
      let owing = try network.rows("obligation", on: day).filter { $0.text("what") == "seat" }
      #expect(owing.lines("owed_by") == members.filter { $0 == "ES" })
    }
  }

  @Test func `A change of class ends the need for a seat from its day`() throws {
    let network = try network()
    try network.record("member edit", ["member": ["ES"], "class": ["observer"]], on: "2026-07-01")
    #expect(try network.rows("coverage", on: "2026-06-30").lines("member") == ["ES", "PT"])
    #expect(try network.rows("coverage", on: "2026-07-01").lines("member") == ["PT"])
    let classes = ["2026-06-30", "2026-07-01"].map { day in
      (try? network.rows("member", on: day).first?.text("class")) ?? "none"
    }
    #expect(classes == ["member", "observer"])
  }

  @Test func `A correction of an admission moves the first day of all that follows from it`() throws
  {
    let network = try SampleNetwork()
    try network.admit("PT", on: "2026-03-01")
    #expect(try network.rows("coverage", on: "2026-03-01").lines("missing_since") == ["2026-03-01"])
    try correct(
      "member.admitted", ["counts-from": ["2026-02-01"], "set": ["from=2026-02-01"]], in: network)
    #expect(try network.rows("member", on: "2026-01-31") == [])
    #expect(try network.rows("member", on: "2026-02-01").lines("member") == ["PT"])
    #expect(try network.rows("coverage", on: "2026-03-01").lines("missing_since") == ["2026-02-01"])
  }

  @Test func `The same log gives the same rows when its views are made anew`() throws {
    let network = try network()
    try correct(
      "appointment.made", ["counts-from": ["2026-02-15"], "set": ["from=2026-02-15"]], in: network)
    let days = ["2026-01-15", "2026-02-10", "2026-02-15", "2030-02-01"]
    let nouns = ViewCatalogue.all.map(\.noun)
    let rows = { try nouns.flatMap { noun in try days.map { try network.rows(noun, on: $0) } } }
    let before = try rows()
    try Views.rebuild(from: network.log)
    #expect(try rows() == before)
    #expect(try Views.differences(from: network.log) == [])
  }
}
