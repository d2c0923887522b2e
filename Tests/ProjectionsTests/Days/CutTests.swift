import Governance
import Testing
import Values

@testable import Projections

/// A view of a day and the timeline until it tell the same story.
@Suite struct CutTests {
  private func story() throws -> Story {
    try Story()
      .planned("plenary-1", number: 1, from: "2016-11-24", until: "2016-11-25", on: "2016-09-01")
      .convened("plenary-1", on: "2016-11-01")
      .opened("plenary-1", present: ["ES", "PT"], on: "2016-11-24")
      .closed("plenary-1", on: "2016-11-25")
      .published("outcome_report", as: "2016/1", for: "plenary-1", on: "2016-12-20")
  }

  private func rows(_ noun: String, _ story: Story, on day: String) throws -> [Row] {
    let workshop = try Workshop()
    let views = try story.views(in: workshop)
    return try #require(ViewCatalogue.view(noun)).rows(views, try #require(Day(day)))
  }

  @Test(arguments: [
    ("2016-08-31", 0), ("2016-09-01", 1), ("2016-10-31", 1), ("2016-11-01", 2), ("2016-11-24", 3),
    ("2016-11-25", 4), ("2016-12-19", 4), ("2016-12-20", 5), ("9999-12-31", 5),
  ])
  func `A cut of the timeline has what counted by the day`(_ row: (day: String, count: Int)) throws
  {
    let cut = try rows("timeline", story(), on: row.day)
    #expect(cut.map { $0.int("position") } == (0..<row.count).map { $0 + 1 })
  }

  @Test func `A timeline only ever grows from day to day`() throws {
    let story = try story()
    let workshop = try Workshop()
    let views = try story.views(in: workshop)
    let view = try #require(ViewCatalogue.view("timeline"))
    var former: [[JSON]] = []
    for number in 17_000..<17_200 {
      let values = try view.rows(views, Day(number: number)).map(\.values)
      #expect(Array(values.prefix(former.count)) == former)
      former = values
    }
    #expect(former.count == 5)
  }

  @Test(arguments: [
    ("2016-09-01", "planned"), ("2016-11-01", "convened"), ("2016-11-24", "open"),
    ("2016-11-25", "closed"),
  ])
  func `The stage of a meeting is that of the last event of the cut`(
    _ row: (day: String, stage: String)
  ) throws {
    #expect(try rows("meeting", story(), on: row.day).lines("stage") == [row.stage])
  }

  @Test func `Rules are left out of the timeline, and all other words are kept`() throws {
    let cut = try rows("timeline", story(), on: "2016-11-01")
    #expect(cut.last?["summary"]["agenda"] == ["Opening"])
    #expect(cut.allSatisfy { $0["summary"].fields?["rules"] == nil })
  }

  @Test func `A correction of a day moves the event in the timeline and nothing else`() throws {
    let moved = try story().corrected(5, effective: "2016-12-10", on: "2017-01-01")
    let lines = try rows("timeline", moved, on: "2017-01-01")
      .lines("day", "position", "type", "corrected_by")
    #expect(lines.count == 6)
    #expect(lines[4].hasPrefix("2016-12-10 5 ") && lines[4].hasSuffix(" 6"))
    #expect(lines.prefix(4).allSatisfy { $0.hasSuffix(" -") })
  }
}

/// Who was in the room, by the hour as far as it is known.
@Suite struct AttendanceDaysTests {
  private func story() throws -> Story {
    let portugal = try #require(MemberID("PT"))
    let france = try #require(MemberID("FR"))
    return try Story()
      .planned("plenary-1", from: "2016-11-24", until: "2016-11-25", on: "2016-09-01")
      .opened("plenary-1", present: ["ES", "PT"], on: "2016-11-24")
      .then(.arrived(Arrival(member: france)), to: "plenary-1", of: Meeting.self, on: "2016-11-25")
      .then(
        .departed(Departure(member: portugal)), to: "plenary-1", of: Meeting.self, on: "2016-11-25")
  }

  private func lines(_ story: Story, on day: String) throws -> [String] {
    let workshop = try Workshop()
    let views = try story.views(in: workshop)
    return try views.rows("attendance", on: try #require(Day(day)))
      .lines("member", "day", "left_on")
  }

  @Test func `Each day tells who had come until then, and who had left`() throws {
    let story = try story()
    #expect(try lines(story, on: "2016-11-23") == [])
    #expect(try lines(story, on: "2016-11-24") == ["ES 2016-11-24 -", "PT 2016-11-24 -"])
    #expect(
      try lines(story, on: "2016-11-25")
        == ["ES 2016-11-24 -", "PT 2016-11-24 2016-11-25", "FR 2016-11-25 -"])
  }

  @Test func `Who came later counts among those present`() throws {
    let workshop = try Workshop()
    let views = try story().views(in: workshop)
    let rows = try views.rows("meeting", on: try #require(Day("2016-11-25")))
    #expect(rows.lines("present") == ["3"])
  }

  @Test func `A stay is explained by the event that began it`() throws {
    let workshop = try Workshop()
    let views = try story().views(in: workshop)
    let rows = try views.rows("attendance", on: try #require(Day("2016-12-01")))
    #expect(rows.map(\.event) == [2, 2, 3])
  }

  @Test func `An arrival that was struck leaves no stay`() throws {
    #expect(
      try lines(story().corrected(3, strikes: true), on: "2017-01-01")
        == ["ES 2016-11-24 -", "PT 2016-11-24 2016-11-25"])
  }
}
