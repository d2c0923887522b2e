import EventStore
import Plugins
import TestKit
import Testing
import Values

@testable import Projections

/// A year as the rules would have it: days, numbers, who presides; nothing is written.
@Suite struct PlannedYearTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func lines(
    _ network: SampleNetwork, _ year: Int, on day: String, _ columns: [String]
  ) throws -> [String] {
    let rows = try PlannedYear.rows(Views.open(for: network.log), in: year, on: self.day(day))
    return rows.map { row in
      columns.map { column in
        switch row[column] {
        case .null: "-"
        case .text(let text): text
        case let other: other.canonicalText
        }
      }.joined(separator: " ")
    }
  }

  private func plan(
    _ network: SampleNetwork, from: String, on day: String = "2026-01-10"
  ) throws {
    try network.record("meeting plan", ["series": ["plenary"], "from": [from]], on: day)
  }

  @Test func `A year without meetings gets as many as are due, each in its part, on working days`()
    throws
  {
    let network = try SampleNetwork()
    // The halves of 2027 begin on 1 January and on 2 July; their middles are a Thursday and a Friday.
    #expect(
      try lines(network, 2027, on: "2027-01-01", ["number", "from", "stage", "meeting"]) == [
        "1 2027-04-01 proposed -", "2 2027-10-01 proposed -",
      ])
  }

  @Test
  func `A part that has a meeting gets no other, and the rest keeps the weekday of last year`()
    throws
  {
    let network = try SampleNetwork()
    try plan(network, from: "2026-05-19")
    try plan(network, from: "2026-11-24")
    try plan(network, from: "2027-05-12")
    #expect(
      try lines(network, 2027, on: "2026-06-01", ["number", "from", "stage", "meeting"]) == [
        "3 2027-05-12 planned plenary-3", "4 2027-11-23 proposed -",
      ])
    let shifted = try #require(Day("2027-11-23")).number - #require(Day("2026-11-24")).number
    #expect(shifted == 364)
  }

  @Test func `The number of a cancelled meeting stays consumed, and its part is free again`() throws
  {
    let network = try SampleNetwork()
    try plan(network, from: "2026-05-19")
    try plan(network, from: "2026-11-24")
    try network.record(
      "meeting cancel", ["meeting": ["plenary-2"], "reason": ["No host"]], on: "2026-02-01")
    #expect(
      try lines(network, 2026, on: "2026-06-01", ["number", "from", "stage"]) == [
        "1 2026-05-19 planned", "3 2026-10-01 proposed", "2 2026-11-24 cancelled",
      ])
    #expect(
      try lines(network, 2027, on: "2026-06-01", ["number", "from", "stage"]) == [
        "4 2027-05-18 proposed", "5 2027-09-30 proposed",
      ])
  }

  @Test func `Who presides is the group of the day and the chair of its turn`() throws {
    let network = try SampleNetwork()
    let rows = try lines(network, 2027, on: "2026-12-01", ["from", "body", "presiding", "chair"])
    #expect(
      rows == [
        "2027-04-01 board [\"PT\",\"ES\",\"MT\"] MT", "2027-10-01 - [] -",
      ])
    let before = try lines(network, 2026, on: "2026-01-10", ["from", "chair"])
    #expect(before == ["2026-04-01 PT", "2026-10-01 ES"])
  }

  @Test func `Who has swapped presides in the other's turn`() throws {
    let network = try SampleNetwork()
    try network.record("board rotate", ["body": ["board"]], on: "2026-01-10")
    try network.record(
      "board swap", ["body": ["board"], "members": ["ES", "MT"]], on: "2026-06-01")
    #expect(try lines(network, 2026, on: "2026-06-15", ["from", "chair"]) == ["2026-10-01 MT"])
    let next = try lines(network, 2027, on: "2026-06-15", ["from", "chair"])
    #expect(next == ["2027-04-01 ES", "2027-09-30 -"])
  }

  @Test func `The last day to convene and that of the papers follow from the notice`() throws {
    let network = try SampleNetwork()
    #expect(
      try lines(network, 2027, on: "2026-12-01", ["from", "convene_by", "documents_due"]) == [
        "2027-04-01 2027-03-18 2027-03-25", "2027-10-01 2027-09-17 2027-09-24",
      ])
  }

  @Test func `Nothing is proposed for a day that has passed, nor for a year that is over`() throws {
    let network = try SampleNetwork()
    #expect(try lines(network, 2026, on: "2026-07-01", ["from"]) == ["2026-10-01"])
    #expect(try lines(network, 2025, on: "2026-07-01", ["from"]) == [])
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2025-05-06"]], on: "2025-01-10")
    #expect(
      try lines(network, 2025, on: "2026-07-01", ["from", "stage"]) == ["2025-05-06 planned"])
  }

  @Test func `Years between take their numbers first`() throws {
    let network = try SampleNetwork()
    #expect(try lines(network, 2028, on: "2026-01-10", ["number"]) == ["5", "6"])
    #expect(try lines(network, 2027, on: "2026-01-10", ["number"]) == ["3", "4"])
  }

  @Test func `Asking writes nothing, and before the rules there is nothing to ask`() throws {
    let network = try SampleNetwork()
    let head = try network.log.head()
    _ = try lines(network, 2027, on: "2026-12-01", ["from"])
    #expect(try network.log.head() == head)
    #expect(try lines(network, 2016, on: "2016-01-01", ["from"]) == [])
  }

  private func plan(atLeast: Int, per: String) throws -> YearPlan {
    let clause = Clause(id: "series.plenary", source: .assumption)
    return YearPlan(
      frequency: Frequency(atLeast: atLeast, per: try #require(Period(per)), clause: clause),
      calendar: .weekdays)
  }

  @Test(arguments: [
    (1, "P1Y", 1), (2, "P1Y", 2), (1, "P6M", 2), (1, "P3M", 4), (3, "P6M", 6), (1, "P91D", 4),
    (366, "P1D", 52), (1, "P9M", 1),
  ])
  func `A frequency says how many meetings a year has`(
    _ row: (atLeast: Int, per: String, count: Int)
  ) throws {
    let days = try plan(atLeast: row.atLeast, per: row.per)
      .proposals(in: 2027, beside: [], after: day("2026-01-01"))
    #expect(days.count == row.count)
    #expect(days == days.sorted() && days.allSatisfy { $0.year == 2027 })
    #expect(days.allSatisfy { WorkCalendar.weekdays.isWorkingDay($0) })
  }

  @Test func `What is due every second year is proposed when its time has come`() throws {
    let plan = try plan(atLeast: 1, per: "P2Y")
    let last = try [day("2025-06-03")]
    let today = try day("2026-01-01")
    #expect(plan.proposals(in: 2026, beside: last, after: today) == [])
    #expect(plan.proposals(in: 2027, beside: last, after: today).count == 1)
  }

  @Test func `A holiday moves a proposal to the next working day`() throws {
    let closed = try #require(
      WorkCalendar(weekend: [6, 7], days: [day("2027-04-01"), day("2027-04-02")]))
    let clause = Clause(id: "series.plenary", source: .assumption)
    let plan = YearPlan(
      frequency: Frequency(atLeast: 2, per: Period(years: 1), clause: clause), calendar: closed)
    #expect(
      try plan.proposals(in: 2027, beside: [], after: day("2026-01-01")).first == day("2027-04-05"))
  }
}
