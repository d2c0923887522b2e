import Governance
import Plugins
import TestKit
import Testing
import Values

@testable import Projections

/// Procedures as they are listed on a day.
@Suite struct ProcedureListTests {
  private static let opening: JSON = [
    "rule": "written", "kind": "written", "body": "plenary", "title": "Budget",
    "matter": "default", "papers": [], "addressees": ["ES", "FR", "PT"],
    "record_date": "2026-06-01", "at": "2026-06-01T10:00:00Z", "zone": "Europe/Lisbon",
    "urgent": true,
  ]
  private static let clock: JSON = [
    "rule": "written", "urgent": true, "addressees": ["ES", "FR", "PT"], "notified": ["ES", "PT"],
    "from": "2026-06-02T10:00:00Z", "expires": "2026-06-16T16:00:00.000000Z",
    "local": "2026-06-16 17:00", "zone": "Europe/Lisbon",
  ]

  private func story() throws -> Story {
    func event(_ type: String, _ data: JSON) throws -> ProcedureEvent {
      try ProcedureEvent(type: "procedure.\(type)", data: data)
    }
    func then(_ story: Story, _ type: String, _ data: JSON, on day: String) throws -> Story {
      try story.then(event(type, data), to: "P-1", of: Procedure.self, on: day)
    }
    var story = try then(Story(), "opened", Self.opening, on: "2026-06-01")
    story = try then(
      story, "notified", ["members": ["ES", "PT"], "at": "2026-06-01T11:00:00Z"], on: "2026-06-01")
    story = try then(story, "started", Self.clock, on: "2026-06-02")
    for (member, vote) in [("PT", "for"), ("ES", "against")] {
      story = try then(
        story, "answered",
        ["member": .text(member), "vote": .text(vote), "at": "2026-06-05T10:00:00Z"],
        on: "2026-06-05")
    }
    story = try then(
      story, "expired",
      [
        "rule": "written", "at": "2026-06-16T16:00:00Z", "outcome": "rejected",
        "addressees": ["ES", "FR", "PT"], "answered": ["ES", "PT"], "objections": [],
        "deliberation": "D-3",
      ], on: "2026-06-16")
    return try then(
      story, "objected",
      [
        "member": "FR", "means": "objection", "at": "2026-06-17T10:00:00Z", "late": true,
        "text": "too late",
      ], on: "2026-06-17")
  }

  private func row(on day: String, of story: Story) throws -> Row? {
    let workshop = try Workshop()
    let view = try #require(ViewCatalogue.view("procedure"))
    return try view.rows(story.views(in: workshop), with: "P-1", on: try #require(Day(day))).first
  }

  private func lines(on day: String, _ columns: String...) throws -> [String] {
    let row = try #require(try row(on: day, of: story()))
    return columns.map { column in
      switch row[column] {
      case .null: "-"
      case .text(let text): text
      case let other: other.canonicalText
      }
    }
  }

  @Test func `Nothing is there before the opening`() throws {
    #expect(try row(on: "2026-05-31", of: story()) == nil)
  }

  @Test func `Before its time runs a procedure waits, and says who has no notice`() throws {
    #expect(
      try lines(on: "2026-06-01", "stage", "kind", "urgent", "ends", "without_notice", "days_left")
        == ["waiting", "written", "true", "-", "[\"FR\"]", "-"])
  }

  @Test(arguments: [
    ("2026-06-02", "14", "false"), ("2026-06-15", "1", "false"), ("2026-06-16", "rejected", "-"),
  ])
  func `While it runs the days that are left are counted to the day of its end`(
    _ row: (day: String, left: String, due: String)
  ) throws {
    let found = try lines(on: row.day, "stage", "days_left", "expiry_due", "outcome")
    guard row.due != "-" else {
      #expect(found == ["rejected", "-", "-", "rejected"])
      return
    }
    #expect(found == ["running", row.left, row.due, "-"])
  }

  @Test func `An end that no tick has recorded is due, and decides nothing`() throws {
    let opened = try Story()
      .then(
        ProcedureEvent(type: "procedure.opened", data: Self.opening), to: "P-1",
        of: Procedure.self, on: "2026-06-01"
      ).then(
        ProcedureEvent(type: "procedure.started", data: Self.clock), to: "P-1",
        of: Procedure.self, on: "2026-06-02")
    let row = try #require(try row(on: "2026-07-01", of: opened))
    #expect(row["stage"] == "running")
    #expect(row["days_left"] == 0)
    #expect(row["expiry_due"] == true)
    #expect(row["outcome"] == .null)
  }

  @Test func `Who has answered stands there at once, and how when the vote has ended`() throws {
    #expect(
      try lines(on: "2026-06-05", "answered", "unanswered", "ends", "zone") == [
        "[\"ES\",\"PT\"]", "[\"FR\"]", "2026-06-16 17:00", "Europe/Lisbon",
      ])
    let row = try #require(try row(on: "2026-06-05", of: story()))
    #expect(row["names"] == .null && row["turnout"] == 2, "how they voted is told at the end")
    let ended = try #require(try self.row(on: "2026-06-17", of: story()))
    #expect(
      ended["names"] == [
        ["member": "ES", "vote": "against"], ["member": "PT", "vote": "for"],
      ])
  }

  @Test func `The end has its day, its number and the late objection beside it`() throws {
    let row = try #require(try row(on: "2026-06-17", of: story()))
    #expect(row["ended"] == "2026-06-16")
    #expect(row["deliberation"] == "D-3")
    #expect(row["objections"] == .null)
    #expect(row["late_objections"].list?.first?["text"] == "too late")
    #expect(row.event == 6)
  }

  @Test func `A deliberation names the procedure that decided it`() throws {
    let resolution = Resolution(
      procedure: try #require(ProcedureID("P-1")), body: "plenary", title: "Budget",
      method: .silence, entitled: 3)
    let workshop = try Workshop()
    let views = try Story().then(
      .adopted(resolution), to: "D-3", of: Deliberation.self, on: "2026-06-16"
    ).views(in: workshop)
    views.findRules = { _ in .sample }
    let view = try #require(ViewCatalogue.view("deliberation"))
    let rows = try view.rows(views, try #require(Day("2026-06-17")))
    #expect(rows.lines("deliberation", "procedure", "meeting", "method") == ["D-3 P-1 - silence"])
  }
}
