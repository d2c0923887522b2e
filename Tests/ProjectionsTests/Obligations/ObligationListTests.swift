import Governance
import Plugins
import TestKit
import Testing
import Values

@testable import Projections

@Suite struct ObligationListTests {
  private func rows(_ story: Story, _ rules: Rules, on day: String) throws -> [Row] {
    let workshop = try Workshop()
    let views = try story.views(in: workshop)
    views.findRules = { _ in rules }
    return try #require(ViewCatalogue.view("obligation")).rows(views, try #require(Day(day)))
  }

  private func rules(
    founded: String, atLeast: Int, within: String? = "P30D", series: String = "plenary"
  ) throws -> Rules {
    var rules = Rules.sample
    rules.founding.on = try #require(PartialDay(founded))
    rules.series = rules.series.map { base in
      var base = base
      base.id = series
      base.minimum?.atLeast = atLeast
      return base
    }
    rules.outputs = rules.outputs.map { base in
      var base = base
      base.occasion = .meeting(series: series)
      base.within = within.flatMap { Period($0) }
      return base
    }
    return rules
  }

  /// The three annual meetings of CiberRed that are known, founded in October 2016.
  private func ciberred() throws -> Story {
    try Story().held("annual-1", series: "annual", number: 1, "2018-02-05", "2018-02-05")
      .held("annual-2", series: "annual", number: 2, "2019-06-25", "2019-06-26")
      .held("annual-2025-11-17", series: "annual", "2025-11-17", "2025-11-18")
  }

  @Test(arguments: [
    ("2017-10-31", "2017-10-31 - due"), ("2018-01-01", "2017-10-31 2017-11-01 overdue"),
    ("2018-02-05", "2019-02-05 - due"), ("2020-06-26", "2020-06-26 - due"),
    ("2024-01-01", "2020-06-26 2020-06-27 overdue"), ("2025-11-17", "2026-11-18 - due"),
  ]) func `An annual meeting that is missed for years shows since when`(
    _ day: String, _ expected: String
  ) throws {
    let rules = try rules(founded: "2016-10", atLeast: 1, within: nil, series: "annual")
    let rows = try rows(ciberred(), rules, on: day)
    #expect(rows.lines("due", "overdue_since", "state") == [expected])
  }

  @Test func `The basis lets a reader recompute the day`() throws {
    let rules = try rules(founded: "2016-10", atLeast: 1, within: nil, series: "annual")
    let row = try #require(try rows(ciberred(), rules, on: "2024-01-01").first)
    let basis: JSON = [
      "needed": 1, "period": "P1Y", "counted": 2, "undated": 0, "since": "2019-06-26",
    ]
    #expect(row["basis"].compact == basis.compact)
    #expect(row.text("what") == "meetings" && row.text("owed_by") == "plenary")
    #expect(row.text("clause") == "series.plenary" && row.text("source") == "charter")
  }

  @Test func `Nothing is owed before the network was founded`() throws {
    let rules = try rules(founded: "2016-10", atLeast: 1)
    #expect(try rows(Story(), rules, on: "2016-10-30") == [])
  }

  @Test func `A cancelled meeting and one that is only planned do not count`() throws {
    let rules = try rules(founded: "2016-10", atLeast: 1, within: nil)
    let story = try Story().held("plenary-1", number: 1, "2018-02-05", "2018-02-05")
      .planned("plenary-2", number: 2, from: "2018-10-01", on: "2018-05-01")
      .planned("plenary-3", number: 3, from: "2018-11-01", on: "2018-05-01")
      .cancelled("plenary-3", on: "2018-06-01")
    #expect(try rows(story, rules, on: "2019-01-01").lines("due") == ["2019-02-05"])
  }

  @Test func `A report that is missing is owed by the body of the series until it is published`()
    throws
  {
    let rules = try rules(founded: "2016-06-09", atLeast: 1)
    let story = try Story().held("plenary-18", "2025-04-28", "2025-04-29")
    let missing = try rows(story, rules, on: "2025-06-01")
    #expect(
      missing.lines("obligation", "what", "owed_by", "due", "overdue_since") == [
        "outputs.outcome_report:plenary-18 output plenary 2025-05-29 2025-05-30",
        "series.plenary:plenary meetings plenary 2026-04-29 -",
      ])
    let published = try story.published(
      "outcome_report", as: "2025/1", for: "plenary-18", on: "2025-05-31")
    #expect(try rows(published, rules, on: "2025-06-01").lines("what") == ["meetings"])
  }

  @Test func `An output for each period is due after the period that follows the founding`() throws
  {
    var rules = try rules(founded: "2016-06-09", atLeast: 1)
    rules.outputs[0].occasion = .period(Period(years: 1))
    let owed = try rows(Story(), rules, on: "2016-12-01")
    #expect(owed.lines("subject", "due") == ["plenary 2017-06-09", "outcome_report 2017-07-09"])
  }
}
