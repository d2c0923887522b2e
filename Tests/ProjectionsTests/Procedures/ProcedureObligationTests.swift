import Governance
import Plugins
import TestKit
import Testing
import Values

@testable import Projections

/// The matter of a broken procedure is owed to the next meeting of the body.
@Suite struct ProcedureObligationTests {
  private func story(
    then consequence: String = "next_meeting", matter: String = "default"
  ) throws -> Story {
    let opening: JSON = [
      "rule": "silence", "kind": "silence", "body": "plenary", "title": "Guide",
      "matter": .text(matter), "papers": [], "addressees": ["ES", "PT"],
      "record_date": "2026-06-01", "at": "2026-06-01T10:00:00Z", "zone": "UTC", "urgent": false,
    ]
    let broken: JSON = [
      "rule": "silence", "at": "2026-06-05T10:00:00Z", "addressees": ["ES", "PT"],
      "objections": [["member": "PT", "means": "objection"]], "then": .text(consequence),
    ]
    return try Story().then(
      ProcedureEvent(type: "procedure.opened", data: opening), to: "P-1", of: Procedure.self,
      on: "2026-06-01"
    ).then(
      ProcedureEvent(type: "procedure.broken", data: broken), to: "P-1", of: Procedure.self,
      on: "2026-06-05")
  }

  private func planned(_ story: Story, from: String, cancelled: Bool = false) throws -> Story {
    let plan = MeetingPlan(series: "plenary", number: 4, from: PartialDay(from))
    let planned = try story.then(
      .planned(plan), to: "plenary-4", of: Meeting.self, on: "2026-06-08")
    guard cancelled else { return planned }
    return try planned.then(
      .cancelled(Cancellation(on: #require(PartialDay("2026-06-09")), reason: "r")),
      to: "plenary-4", of: Meeting.self, on: "2026-06-09")
  }

  private func owed(_ story: Story, on day: String) throws -> [Row] {
    let workshop = try Workshop()
    let views = try story.views(in: workshop)
    let rules = try SampleRules.procedureRules()
    views.findRules = { _ in rules }
    let view = try #require(ViewCatalogue.view("obligation"))
    return try view.rows(views, try #require(Day(day))).filter { $0.text("what") == "matter" }
  }

  @Test func `Without a meeting in sight it is owed at once`() throws {
    let rows = try owed(story(), on: "2026-06-10")
    #expect(
      rows.lines("obligation", "owed_by", "due", "overdue_since", "state") == [
        "procedures.silence.broken:P-1 plenary - 2026-06-05 overdue"
      ])
    #expect(rows.first?["basis"]["title"] == "Guide")
  }

  @Test func `A meeting that is planned makes it due by its last day`() throws {
    let rows = try owed(planned(story(), from: "2026-09-20"), on: "2026-06-10")
    #expect(rows.lines("due", "overdue_since", "state") == ["2026-09-20 - due"])
    #expect(rows.first?["basis"]["meeting"] == "plenary-4")
    let late = try owed(planned(story(), from: "2026-09-20"), on: "2026-09-21")
    #expect(late.lines("overdue_since", "state") == ["2026-09-21 overdue"])
  }

  private func lines(_ story: Story, on day: String) throws -> [String] {
    let workshop = try Workshop()
    let views = try story.views(in: workshop)
    let rules = try SampleRules.procedureRules()
    views.findRules = { _ in rules }
    return try Desk.entries(views, on: try #require(Day(day)), within: nil)
      .filter { $0.subject == "procedures.silence.broken:P-1" }
      .map { "\($0.due) \($0.line.joined(separator: " "))" }
  }

  private func added(_ story: Story, _ item: String, title: String) throws -> Story {
    let addition = ItemAddition(
      meeting: try #require(MeetingID("plenary-4")), item: try #require(ItemID(item)),
      on: try #require(PartialDay("2026-07-01")), title: title)
    return try story.then(.added(addition), to: "plenary-4", of: Agenda.self, on: "2026-07-01")
  }

  @Test func `The desk has the line that goes on with it, step by step`() throws {
    #expect(try lines(story(), on: "2026-06-10") == ["2026-06-05 meeting plan plenary"])
    let planned = try planned(story(), from: "2026-09-20")
    #expect(
      try lines(planned, on: "2026-07-02") == [
        "2026-09-20 agenda add P-1 --meeting plenary-4 --title Guide"
      ])
    for (item, title) in [("P-1", "Guide, revised"), ("guide", "Guide")] {
      #expect(
        try lines(added(planned, item, title: title), on: "2026-07-02") == [
          "2026-09-20 deliberation record plenary-4 --title Guide --item \(item)"
        ])
    }
    #expect(
      try lines(added(planned, "logo", title: "Logo"), on: "2026-07-02").first?
        .contains("agenda add") == true)
  }

  @Test func `A matter with a majority of its own is recorded under it`() throws {
    let planned = try planned(story(matter: "programme"), from: "2026-09-20")
    #expect(
      try lines(added(planned, "guide", title: "Guide"), on: "2026-07-02") == [
        "2026-09-20 deliberation record plenary-4 --title Guide --item guide --matter programme"
      ])
  }

  @Test func `A meeting that is cancelled, or lies before, takes up nothing`() throws {
    for story in [
      try planned(story(), from: "2026-09-20", cancelled: true),
      try planned(story(), from: "2026-06-01"),
    ] {
      #expect(try owed(story, on: "2026-06-10").lines("due") == ["-"])
    }
  }

  @Test func `What the body has decided since is owed no more`() throws {
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-4")), body: "plenary", title: "Guide",
      method: .consensus)
    let decided = try story().then(
      .adopted(resolution), to: "D-1", of: Deliberation.self, on: "2026-09-20")
    #expect(try owed(decided, on: "2026-09-19").count == 1)
    #expect(try owed(decided, on: "2026-09-20").isEmpty)
  }

  @Test(arguments: ["fails", "restart"])
  func `Another consequence owes nothing`(_ consequence: String) throws {
    #expect(try owed(story(then: consequence), on: "2026-06-10").isEmpty)
  }

  @Test func `Before the break nothing is owed`() throws {
    #expect(try owed(story(), on: "2026-06-04").isEmpty)
  }
}
