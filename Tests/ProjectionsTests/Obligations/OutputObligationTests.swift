import Governance
import Plugins
import TestKit
import Testing
import Values

@testable import Projections

/// An output that is owed for each year, such as the Cybercrime Judicial Monitor.
@Suite struct OutputObligationTests {
  private func rules() throws -> Rules {
    var rules = Rules.sample
    rules.founding.on = try #require(PartialDay("2016-06-09"))
    rules.series = []
    rules.outputs[0].id = "monitor"
    rules.outputs[0].occasion = .period(Period(years: 1))
    return rules
  }

  private func published(_ ending: String, on day: String, after story: Story = Story()) throws
    -> Story
  {
    let publication = Publication(
      output: "monitor", identifier: "monitor-\(ending)", on: try #require(PartialDay(day)),
      periodEnding: Day(ending))
    return try story.then(.published(publication), to: "monitor", of: Output.self, on: day)
  }

  private func rows(_ noun: String, _ story: Story, on day: String) throws -> [Row] {
    let workshop = try Workshop()
    let views = try story.views(in: workshop)
    let rules = try rules()
    views.findRules = { _ in rules }
    return try #require(ViewCatalogue.view(noun)).rows(views, try #require(Day(day)))
  }

  @Test(arguments: [
    ("2017-07-09", "2017-07-09 - due"), ("2017-07-10", "2017-07-09 2017-07-10 overdue"),
  ]) func `The first is due after the first period and its deadline`(
    _ day: String, _ expected: String
  ) throws {
    let owed = try rows("obligation", Story(), on: day).filter { $0.text("what") == "output" }
    #expect(owed.lines("due", "overdue_since", "state") == [expected])
  }

  @Test func `Each publication moves the next one by a period, however late it came`() throws {
    let story = try published("2017-06-09", on: "2018-01-15")
    let owed = try rows("obligation", story, on: "2018-02-01").filter {
      $0.text("what") == "output"
    }
    #expect(owed.lines("subject", "due", "state") == ["monitor 2018-07-09 due"])
  }

  @Test func `A publication recorded late for an earlier period does not move it back`() throws {
    let story = try published(
      "2017-06-09", on: "2018-08-01", after: published("2018-06-09", on: "2018-07-01"))
    let owed = try rows("obligation", story, on: "2018-09-01").filter {
      $0.text("what") == "output"
    }
    #expect(owed.lines("due") == ["2019-07-09"])
  }

  @Test func `The list of reports says whether it came in time`() throws {
    let story = try published(
      "2018-06-09", on: "2018-07-09", after: published("2017-06-09", on: "2018-01-15"))
    #expect(
      try rows("report", story, on: "2019-01-01").lines("identifier", "meeting", "due", "late") == [
        "monitor-2017-06-09 - 2017-07-09 true", "monitor-2018-06-09 - 2018-07-09 false",
      ])
  }

  @Test func `Outputs of meetings and of periods stand in one table`() throws {
    let story = try published("2018-06-09", on: "2018-07-09").held(
      "plenary-1", "2018-09-01", "2018-09-01"
    ).published("outcome_report", as: "2018/1", for: "plenary-1", on: "2018-09-20")
    #expect(
      try rows("report", story, on: "2019-01-01").lines("output", "identifier") == [
        "monitor monitor-2018-06-09", "outcome_report 2018/1",
      ])
  }
}
