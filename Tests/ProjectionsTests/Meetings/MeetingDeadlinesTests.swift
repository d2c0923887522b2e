import Governance
import Plugins
import TestKit
import Testing
import Values

@testable import Projections

@Suite struct MeetingDeadlinesTests {
  /// The rows of a derived view under the sample rules: documents P7D before, report P30D after.
  private func rows(_ noun: String, _ story: Story, on day: String) throws -> [Row] {
    let workshop = try Workshop()
    let views = try story.views(in: workshop)
    views.findRules = { _ in .sample }
    let view = try #require(ViewCatalogue.view(noun))
    let rows = try view.rows(views, try #require(Day(day)))
    for row in rows {
      #expect(row.columns == view.columns && row.values.count == row.columns.count)
    }
    return rows
  }

  private func meeting() throws -> Story {
    try Story().planned(
      "plenary-18", number: 18, from: "2025-04-28", until: "2025-04-29", on: "2025-01-10")
  }

  private func held() throws -> Story {
    try meeting().opened("plenary-18", on: "2025-04-28").closed("plenary-18", on: "2025-04-29")
  }

  @Test func `Documents are due their period before the first day`() throws {
    #expect(
      try rows("meeting", meeting(), on: "2025-02-01").lines("documents_due") == ["2025-04-21"])
  }

  @Test func `A report is due its period after the last day`() throws {
    #expect(
      try rows("meeting", held(), on: "2025-05-01").lines("report", "report_due", "report_on") == [
        "outcome_report 2025-05-29 -"
      ])
  }

  @Test(arguments: [("2025-05-29", "false"), ("2025-05-30", "true")])
  func `A report that is missing is late from the day after it was due`(
    _ day: String, _ late: String
  )
    throws
  {
    #expect(try rows("meeting", held(), on: day).lines("report_late") == [late])
  }

  @Test(arguments: [("2025-05-29", "false"), ("2025-05-30", "true")])
  func `A report is late by the day of its publication`(_ day: String, _ late: String) throws {
    let story = try held().published("outcome_report", as: "2025/1", for: "plenary-18", on: day)
    let rows = try rows("meeting", story, on: "2026-01-01")
    #expect(rows.lines("report_on", "report_late") == ["\(day) \(late)"])
    let reports = try self.rows("report", story, on: "2026-01-01")
    #expect(
      reports.lines("identifier", "meeting", "due", "late") == [
        "2025/1 plenary-18 2025-05-29 \(late)"
      ])
  }

  @Test func `A meeting that was not held owes no report yet`() throws {
    #expect(try rows("meeting", meeting(), on: "2026-01-01").lines("report_late") == ["-"])
  }

  @Test func `A cancelled meeting has no deadlines`() throws {
    let story = try meeting().cancelled("plenary-18", on: "2025-02-01")
    #expect(
      try rows("meeting", story, on: "2026-01-01").lines("documents_due", "report_due") == ["- -"])
  }

  @Test func `A last day known by its month counts from the end of the month`() throws {
    let story = try Story().held("plenary-18", "2025-04", "2025-04", at: "2025-04-01")
    #expect(
      try rows("meeting", story, on: "2026-01-01").lines("documents_due", "report_due") == [
        "- 2025-05-30"
      ])
  }

  @Test func `Without rules for the day the deadlines are empty and the meeting is there`() throws {
    let workshop = try Workshop()
    let views = try meeting().views(in: workshop)
    views.findRules = { _ in nil }
    let view = try #require(ViewCatalogue.view("meeting"))
    let rows = try view.rows(views, try #require(Day("2026-01-01")))
    #expect(rows.lines("meeting", "report_due") == ["plenary-18 -"])
  }

  @Test func `A meeting is asked for by its id`() throws {
    let workshop = try Workshop()
    let story = try meeting().planned("plenary-19", from: "2025-11-01", on: "2025-01-10")
    let views = try story.views(in: workshop)
    let view = try #require(ViewCatalogue.view("meeting"))
    let day = try #require(Day("2026-01-01"))
    #expect(try view.rows(views, with: "plenary-19", on: day).lines("meeting") == ["plenary-19"])
    #expect(try view.rows(views, with: "plenary-99", on: day) == [])
  }
}

extension Story {
  /// A meeting of which less than the days is known, effective on a day.
  fileprivate func held(_ id: String, _ from: String, _ until: String, at day: String) throws
    -> Story
  {
    try planned(id, from: from, until: until, on: day).opened(id, on: day).closed(id, on: day)
  }
}
