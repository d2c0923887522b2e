import EventStore
import Governance
import Testing
import Values

@testable import Projections

@Suite struct TimelineTests {
  private func lines(_ story: MemberStory, on day: String = "2026-01-01") throws -> [String] {
    let workshop = try Workshop()
    for event in story.events { try workshop.append(event) }
    let rows = try Views.open(for: workshop.log).rows("timeline", on: try #require(Day(day)))
    return rows.map { row in
      let corrected = row.int("corrected_by").map { " corrected by \($0)" } ?? ""
      return "\(row.text("day") ?? "?") \(row.int("position") ?? 0) \(row.text("type") ?? "?")"
        + corrected
    }
  }

  @Test func `Events stand in the order of the days from which they count`() throws {
    let story = try MemberStory().admitted("member", "2020-01-01").admitted(
      "observer", "2017-01-01")
    #expect(try lines(story) == ["2017-01-01 2 member.admitted", "2020-01-01 1 member.admitted"])
  }

  @Test func `What takes effect later is not there yet`() throws {
    let story = try MemberStory().admitted("member", "2020-01-01").ended("2021-01-01")
    #expect(try lines(story, on: "2020-12-31") == ["2020-01-01 1 member.admitted"])
  }

  @Test func `A corrected event stands at its right day and names its correction`() throws {
    let story = try MemberStory().admitted("member", "2020-01-01")
      .corrected(1, on: "2024-01-01", effective: "2019-01-01")
    #expect(
      try lines(story) == [
        "2019-01-01 1 member.admitted corrected by 2", "2024-01-01 2 event.corrected",
      ])
  }

  @Test func `An event that was struck leaves only the correction that struck it`() throws {
    let story = try MemberStory().admitted("member", "2020-01-01")
      .corrected(1, on: "2024-01-01", strikes: true)
    #expect(try lines(story) == ["2024-01-01 2 event.corrected"])
  }
}
