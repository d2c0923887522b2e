import Governance
import Plugins
import TestKit
import Testing
import Values

@testable import Projections

/// A draft that was taken back, on each day.
@Suite struct WithdrawnProgrammeViewTests {
  /// Drafted in March with one action, taken back in May.
  private func story() throws -> Story {
    let draft = ProgrammeDraft(
      title: "First programme", from: try #require(Day("2026-04-01")),
      until: try #require(Day("2028-03-31")), topics: [])
    let action = ActionAddition(
      number: 1, title: "Observatory", owner: "NL", due: Day("2026-12-31"))
    let withdrawal = ProgrammeWithdrawal(
      on: try #require(PartialDay("2026-05-04")), reason: "Drafted twice")
    return try Story().then(
      .drafted(draft), to: "programme-1", of: Programme.self, on: "2026-03-01"
    )
    .then(.added(action), to: "programme-1", of: Programme.self, on: "2026-03-02")
    .then(.withdrawn(withdrawal), to: "programme-1", of: Programme.self, on: "2026-05-04")
  }

  private func rows(_ noun: String, on day: String) throws -> [Row] {
    let workshop = try Workshop()
    let views = try story().views(in: workshop)
    views.findRules = { _ in .sample }
    return try #require(ViewCatalogue.view(noun)).rows(views, try #require(Day(day)))
  }

  @Test(arguments: [
    ("2026-03-01", ["draft"]), ("2026-05-03", ["draft"]), ("2026-05-04", ["withdrawn"]),
    ("2028-04-01", ["withdrawn"]),
  ])
  func `It is a draft until the day on which it is taken back`(
    _ row: (day: String, lines: [String])
  ) throws {
    #expect(try rows("programme", on: row.day).lines("status") == row.lines)
  }

  @Test func `Its actions go with it, and stand on the days before`() throws {
    #expect(
      try rows("action", on: "2026-05-03").lines("action", "status") == ["programme-1.1 open"])
    #expect(try rows("action", on: "2026-05-04").isEmpty)
  }

  @Test func `Nothing is owed by a draft that was taken back`() throws {
    let owed = try rows("obligation", on: "2028-06-01").filter { $0.text("what") == "programme" }
    #expect(owed.isEmpty)
  }
}
