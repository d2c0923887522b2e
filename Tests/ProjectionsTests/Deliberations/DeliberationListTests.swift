import Governance
import Plugins
import TestKit
import Testing
import Values

@testable import Projections

@Suite struct DeliberationListTests {
  private func views(in workshop: Workshop) throws -> Views {
    let meeting = try #require(MeetingID("plenary-2"))
    let consensus = Resolution(
      meeting: meeting, body: "plenary", title: "Work programme", matter: "programme",
      method: .consensus)
    let counted = Resolution(
      meeting: meeting, body: "plenary", title: "Amendment", matter: "rules", method: .counts,
      tally: Tally(
        entitled: 25, present: 20, represented: 2, recused: 1, inFavour: 12, against: 5,
        abstaining: 2), entitled: 25, present: 20)
    let deferral = Deferral(
      meeting: meeting, body: "plenary", title: "Logo", matter: "default", reason: "no draft")
    let day = "2017-04-07"
    let story = try Story()
      .then(.adopted(consensus), to: "D-2", of: Deliberation.self, on: day)
      .then(.rejected(counted), to: "D-10", of: Deliberation.self, on: day)
      .then(.deferred(deferral), to: "D-11", of: Deliberation.self, on: "2017-04-06")
    let views = try story.views(in: workshop)
    views.findRules = { _ in .sample }
    return views
  }

  private func rows(on day: String) throws -> [Row] {
    let workshop = try Workshop()
    let view = try #require(ViewCatalogue.view("deliberation"))
    return try view.rows(views(in: workshop), try #require(Day(day)))
  }

  @Test func `The register is in the order of days and numbers`() throws {
    #expect(
      try rows(on: "2018-01-01").lines("deliberation", "outcome") == [
        "D-11 deferred", "D-2 adopted", "D-10 rejected",
      ])
  }

  @Test func `A vote shows all its numbers`() throws {
    let row = try rows(on: "2018-01-01").filter { $0.text("deliberation") == "D-10" }
    #expect(
      row.lines("for", "against", "abstain", "recused", "represented", "present", "entitled") == [
        "12 5 2 1 2 20 25"
      ])
  }

  @Test func `A consensus has no votes, which is not zero votes`() throws {
    let row = try rows(on: "2018-01-01").filter { $0.text("deliberation") == "D-2" }
    #expect(row.lines("method", "for", "against") == ["consensus - -"])
  }

  @Test func `The clause is that of the matter, or the one for all others`() throws {
    #expect(
      try rows(on: "2018-01-01").lines("matter", "rule") == [
        "default bodies.plenary.decides.default", "programme bodies.plenary.decides.default",
        "rules bodies.plenary.decides.rules",
      ])
  }

  @Test func `What is decided later is not in the register yet`() throws {
    #expect(try rows(on: "2017-04-06").lines("deliberation") == ["D-11"])
  }
}
