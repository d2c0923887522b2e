import Governance
import Plugins
import TestKit
import Testing
import Values

@testable import Projections

/// Reports that cover a period: what is owed, from when, and what was published on time.
@Suite struct PeriodReportTests {
  /// A report for each year, due 30 days after its end; founded on 9 June 2016.
  private func rules(within: String? = "P30D") throws -> Rules {
    var rules = Rules.sample
    rules.founding.on = try #require(PartialDay("2016-06-09"))
    rules.series = []
    rules.outputs[0].occasion = .period(Period(years: 1))
    rules.outputs[0].within = within.flatMap { Period($0) }
    return rules
  }

  private func published(_ identifier: String, ending: String, on day: String, _ story: Story)
    throws -> Story
  {
    let publication = Publication(
      output: "outcome_report", identifier: identifier, on: try #require(PartialDay(day)),
      periodEnding: Day(ending))
    return try story.then(.published(publication), to: "outcome_report", of: Output.self, on: day)
  }

  private func rows(_ noun: String, _ story: Story, on day: String, within: String? = "P30D") throws
    -> [Row]
  {
    let workshop = try Workshop()
    let views = try story.views(in: workshop)
    let rules = try rules(within: within)
    views.findRules = { _ in rules }
    return try #require(ViewCatalogue.view(noun)).rows(views, try #require(Day(day)))
  }

  @Test(arguments: [
    ("2017-06-09", "2017-07-09 - due"), ("2017-07-09", "2017-07-09 - due"),
    ("2017-07-10", "2017-07-09 2017-07-10 overdue"),
    ("2020-01-01", "2017-07-09 2017-07-10 overdue"),
  ])
  func `The first report is due its time after the first period, and overdue the day after`(
    _ row: (day: String, expected: String)
  ) throws {
    let owed = try rows("obligation", Story(), on: row.day)
    #expect(owed.lines("due", "overdue_since", "state") == [row.expected])
  }

  @Test func `A report moves what is owed to the period after the one that it covers`() throws {
    let story = try published("2017/1", ending: "2017-06-09", on: "2017-07-01", Story())
    #expect(try rows("obligation", story, on: "2017-07-20").lines("due") == ["2018-07-09"])
    let row = try #require(try rows("obligation", story, on: "2017-07-20").first)
    #expect(row["basis"]["since"] == "2017-06-09")
    #expect(row.event == 1)
  }

  @Test func `The latest period counts, whatever the order of publication`() throws {
    let story = try published(
      "2018/2", ending: "2017-06-09", on: "2018-09-01",
      published("2018/1", ending: "2018-06-09", on: "2018-07-01", Story()))
    #expect(try rows("obligation", story, on: "2018-10-01").lines("due") == ["2019-07-09"])
  }

  @Test(arguments: [
    ("2017-07-09", "2017-07-09 false"), ("2017-07-10", "2017-07-09 true"),
    ("2017-06-10", "2017-07-09 false"),
  ])
  func `A report is late when it came after its day`(_ row: (on: String, expected: String)) throws {
    let story = try published("2017/1", ending: "2017-06-09", on: row.on, Story())
    let list = try rows("report", story, on: "2019-01-01")
    #expect(list.lines("due", "late") == [row.expected])
  }

  @Test func `Where the rules set no time a report is never late`() throws {
    let story = try published("2017/1", ending: "2017-06-09", on: "2019-07-01", Story())
    #expect(
      try rows("report", story, on: "2020-01-01", within: nil).lines("due", "late") == ["- -"])
  }

  @Test func `A report is in no list of the days before it was published`() throws {
    let story = try published("2017/1", ending: "2017-06-09", on: "2017-07-01", Story())
    #expect(try rows("report", story, on: "2017-06-30") == [])
    #expect(try rows("report", story, on: "2017-07-01").lines("identifier") == ["2017/1"])
    #expect(try rows("obligation", story, on: "2017-06-30").lines("due") == ["2017-07-09"])
  }

  @Test func `A publication that was struck is owed again`() throws {
    let story = try published("2017/1", ending: "2017-06-09", on: "2017-07-01", Story())
      .corrected(1, strikes: true)
    #expect(try rows("report", story, on: "2018-01-01") == [])
    #expect(try rows("obligation", story, on: "2018-01-01").lines("state") == ["overdue"])
  }
}
