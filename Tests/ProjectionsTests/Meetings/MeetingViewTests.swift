import Governance
import Testing
import Values

@testable import Projections

@Suite struct MeetingViewTests {
  private func lines(_ story: Story, on day: String, _ view: String = "meeting") throws -> [Row] {
    let workshop = try Workshop()
    return try story.views(in: workshop).rows(view, on: try #require(Day(day)))
  }

  @Test(arguments: [
    ("2026-09-01", "planned"), ("2026-11-01", "convened"), ("2026-12-01", "open"),
    ("2026-12-02", "closed"),
  ]) func `The stage is that of the day asked about`(_ day: String, _ stage: String) throws {
    let story = try Story()
      .planned("plenary-19", number: 19, from: "2026-12-01", until: "2026-12-02", on: "2026-09-01")
      .convened("plenary-19", on: "2026-11-01").opened("plenary-19", on: "2026-12-01")
      .closed("plenary-19", on: "2026-12-02")
    #expect(try lines(story, on: day).lines("meeting", "stage") == ["plenary-19 \(stage)"])
  }

  @Test func `A cancelled meeting stays in the list with its number`() throws {
    let story = try Story()
      .planned("plenary-19", number: 19, from: "2026-12-01", on: "2026-09-01")
      .cancelled("plenary-19", on: "2026-10-01")
    let rows = try lines(story, on: "2026-12-31")
    #expect(rows.lines("number", "stage", "cancelled_on") == ["19 cancelled 2026-10-01"])
  }

  @Test func `Notice is counted in days from the convocation to the first day`() throws {
    let story = try Story().planned("plenary-19", from: "2026-12-07", on: "2026-09-01")
      .convened("plenary-19", on: "2026-11-23")
    #expect(try lines(story, on: "2026-12-01").lines("notice_days") == ["14"])
  }

  @Test func `Notice of a meeting whose day is not known is not known`() throws {
    let story = try Story().planned("plenary-19", from: "2026-12", on: "2026-09-01")
      .convened("plenary-19", on: "2026-11-23")
    #expect(try lines(story, on: "2026-12-01").lines("notice_days") == ["-"])
  }

  @Test func `A meeting of one day ends on it`() throws {
    let story = try Story().planned("plenary-1", from: "2016-11-24", on: "2016-11-24")
    #expect(try lines(story, on: "2017-01-01").lines("from", "until") == ["2016-11-24 2016-11-24"])
  }

  @Test func `Meetings stand in the order of their days and those without one come last`() throws {
    let story = try Story().planned("annual-4", on: "2016-01-01")
      .planned("annual-10", from: "2021-07-02", on: "2016-01-01")
      .planned("annual-2", from: "2018-02-07", on: "2016-01-01")
      .planned("annual-3", from: "2018", on: "2016-01-01")
    #expect(
      try lines(story, on: "2025-01-01").lines("meeting") == [
        "annual-3", "annual-2", "annual-10", "annual-4",
      ])
  }

  @Test func `Delegations that come twice are counted once and have two stays`() throws {
    let portugal = try #require(MemberID("PT"))
    let story = try Story().planned("plenary-1", from: "2016-11-24", on: "2016-11-24")
      .opened("plenary-1", present: ["ES", "PT"], on: "2016-11-24")
      .then(
        .departed(Departure(member: portugal)), to: "plenary-1", of: Meeting.self, on: "2016-11-24"
      )
      .then(
        .arrived(Arrival(member: portugal)), to: "plenary-1", of: Meeting.self, on: "2016-11-25")
    #expect(try lines(story, on: "2016-11-26").lines("present") == ["2"])
    #expect(
      try lines(story, on: "2016-11-26", "attendance").lines("member", "day", "left_on")
        == [
          "ES 2016-11-24 -", "PT 2016-11-24 2016-11-24", "PT 2016-11-25 -",
        ])
  }

  @Test func `Attendance that nobody recorded is not known, which is not zero`() throws {
    let story = try Story().held("plenary-1", "2016-11-24", "2016-11-24")
    #expect(try lines(story, on: "2017-01-01").lines("present") == ["-"])
  }

  @Test func `A planning that was struck leaves nothing`() throws {
    let story = try Story().held("plenary-1", "2016-11-24", "2016-11-24")
      .corrected(1, strikes: true)
    #expect(try lines(story, on: "2017-01-01") == [])
  }

  @Test func `A series shows the number reached and how many of the meetings are known`() throws {
    let meeting = try #require(MeetingID("plenary-18"))
    let story = try Story().then(
      .assigned(NumberAssignment(number: 18, meeting: meeting)), to: "plenary",
      of: SeriesCounter.self, on: "2025-04-28")
    #expect(
      try lines(story, on: "2026-01-01", "series").lines("series", "last", "next", "known") == [
        "plenary 18 19 1"
      ])
  }
}
