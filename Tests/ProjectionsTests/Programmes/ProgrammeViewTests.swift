import Governance
import Plugins
import TestKit
import Testing
import Values

@testable import Projections

@Suite struct ProgrammeViewTests {
  /// Drafted in March, adopted in April 2017, for two years until 2019-04-06.
  private func story() throws -> Story {
    let draft = ProgrammeDraft(
      title: "First programme", from: try #require(Day("2017-04-07")),
      until: try #require(Day("2019-04-06")), topics: ["encryption"])
    let adoption = ProgrammeAdoption(
      on: try #require(PartialDay("2017-04-07")),
      deliberation: try #require(DeliberationID("D-1")))
    return try Story().then(
      .drafted(draft), to: "programme-1", of: Programme.self, on: "2017-03-01"
    )
    .then(.adopted(adoption), to: "programme-1", of: Programme.self, on: "2017-04-07")
  }

  private func rows(_ noun: String, _ story: Story, on day: String) throws -> [Row] {
    let workshop = try Workshop()
    let views = try story.views(in: workshop)
    views.findRules = { _ in .sample }
    return try #require(ViewCatalogue.view(noun)).rows(views, try #require(Day(day)))
  }

  @Test(arguments: [
    ("2017-03-01", "draft -"), ("2017-04-07", "adopted D-1"), ("2019-04-06", "adopted D-1"),
    ("2019-04-07", "ended D-1"),
  ]) func `A programme ends the day after its last without an act`(
    _ day: String, _ expected: String
  )
    throws
  {
    #expect(try rows("programme", story(), on: day).lines("status", "adopted_by") == [expected])
  }

  @Test(arguments: [("2019-04-06", "-"), ("2019-04-07", "2019-04-07")])
  func `A programme that ends without a successor is overdue from the day after`(
    _ day: String, _ since: String
  ) throws {
    let owed = try rows("obligation", story(), on: day).filter { $0.text("what") == "programme" }
    #expect(
      owed.lines("obligation", "owed_by", "due", "overdue_since") == [
        "programme:programme-1 plenary 2019-04-06 \(since)"
      ])
  }

  @Test func `A successor that was only drafted does not count`() throws {
    let draft = ProgrammeDraft(
      title: "Second programme", from: try #require(Day("2019-04-07")),
      until: try #require(Day("2021-04-06")), topics: [])
    let story = try story().then(
      .drafted(draft), to: "programme-2", of: Programme.self, on: "2019-03-01")
    let owed = try rows("obligation", story, on: "2019-05-01").filter {
      $0.text("what") == "programme"
    }
    #expect(owed.lines("subject", "overdue_since") == ["programme-1 2019-04-07"])
  }

  @Test func `An action is overdue from the day after it was due until it is closed`() throws {
    let addition = ActionAddition(
      number: 1, title: "Observatory", owner: "NL", due: Day("2018-06-30"))
    let closing = ActionClosing(
      number: 1, on: try #require(PartialDay("2018-09-01")), outcome: .done)
    let story = try story()
      .then(.added(addition), to: "programme-1", of: Programme.self, on: "2017-05-01")
      .then(.closed(closing), to: "programme-1", of: Programme.self, on: "2018-09-01")
    let lines = try ["2018-06-30", "2018-07-01", "2018-09-01"].flatMap { day in
      try rows("action", story, on: day).lines("action", "status", "overdue")
    }
    #expect(
      lines == [
        "programme-1.1 open false", "programme-1.1 open true", "programme-1.1 done false",
      ])
    #expect(
      try rows("programme", story, on: "2018-07-01").lines("actions", "actions_open") == ["1 1"])
  }
}
