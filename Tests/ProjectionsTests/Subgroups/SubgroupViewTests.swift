import Governance
import Testing
import Values

@testable import Projections

@Suite struct SubgroupViewTests {
  private func story() throws -> Story {
    let creation = SubgroupCreation(
      title: "E-evidence", mandate: "Follow the proposals",
      from: try #require(PartialDay("2025-04-28")), until: Day("2026-04-27"),
      deliberation: try #require(DeliberationID("D-1")))
    return try Story().then(
      .created(creation), to: "e-evidence", of: Subgroup.self, on: "2025-04-28")
  }

  private func lines(_ story: Story, on day: String) throws -> [String] {
    let workshop = try Workshop()
    let rows = try story.views(in: workshop).rows("subgroup", on: try #require(Day(day)))
    return rows.lines("subgroup", "status", "coordinator", "last_report")
  }

  @Test(arguments: [("2026-04-27", "active"), ("2026-04-28", "lapsed")])
  func `A mandate lapses the day after its last`(_ day: String, _ status: String) throws {
    #expect(try lines(story(), on: day) == ["e-evidence \(status) - -"])
  }

  @Test func `A subgroup that was ended stays ended whatever its mandate`() throws {
    let ending = SubgroupEnding(on: try #require(PartialDay("2025-10-01")), reason: nil)
    let story = try story().then(
      .ended(ending), to: "e-evidence", of: Subgroup.self, on: "2025-10-01")
    #expect(try lines(story, on: "2025-09-30") == ["e-evidence active - -"])
    #expect(try lines(story, on: "2026-06-01") == ["e-evidence ended - -"])
  }

  @Test func `The coordinator and the last report are those of the day`() throws {
    let coordination = SubgroupCoordination(
      member: try #require(MemberID("PT")), from: try #require(PartialDay("2025-06-01")))
    let report = SubgroupReport(on: try #require(PartialDay("2025-11-01")), text: "Two meetings.")
    let story = try story()
      .then(.coordinated(coordination), to: "e-evidence", of: Subgroup.self, on: "2025-06-01")
      .then(.reported(report), to: "e-evidence", of: Subgroup.self, on: "2025-11-01")
    #expect(try lines(story, on: "2025-05-31") == ["e-evidence active - -"])
    #expect(try lines(story, on: "2025-06-01") == ["e-evidence active PT -"])
    #expect(try lines(story, on: "2025-12-01") == ["e-evidence active PT 2025-11-01"])
  }
}
