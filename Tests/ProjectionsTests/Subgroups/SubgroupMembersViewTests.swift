import Governance
import Testing
import Values

@testable import Projections

/// The list of subgroups shows who takes part, until when, and which rules are its own.
@Suite struct SubgroupMembersViewTests {
  private func story() throws -> Story {
    let member = { (code: String) in try #require(MemberID(code)) }
    let on = { (day: String) in try #require(PartialDay(day)) }
    let creation = SubgroupCreation(
      title: "Cloud", mandate: "Study", from: try on("2025-04-28"), until: Day("2026-04-27"),
      deliberation: try #require(DeliberationID("D-1")), members: [try member("ES")],
      terms: ["quorum.members": "1"])
    let amendment = SubgroupAmendment(
      on: try on("2026-02-01"), deliberation: try #require(DeliberationID("D-2")),
      mandate: "Draft", until: Day("2027-04-27"), terms: [:])
    let coordination = SubgroupCoordination(
      member: try member("PT"), from: try on("2025-06-01"), until: Day("2025-12-31"))
    return try Story()
      .then(.created(creation), to: "cloud", of: Subgroup.self, on: "2025-04-28")
      .then(
        .joined(SubgroupJoining(member: try member("PT"), from: try on("2025-05-01"))),
        to: "cloud", of: Subgroup.self, on: "2025-05-01"
      )
      .then(.coordinated(coordination), to: "cloud", of: Subgroup.self, on: "2025-06-01")
      .then(
        .left(SubgroupLeaving(member: try member("ES"), from: try on("2025-09-01"))),
        to: "cloud", of: Subgroup.self, on: "2025-09-01"
      )
      .then(.amended(amendment), to: "cloud", of: Subgroup.self, on: "2026-02-01")
  }

  private func line(on day: String, _ column: String, _ other: String) throws -> [String] {
    let workshop = try Workshop()
    let rows = try story().views(in: workshop).rows("subgroup", on: try #require(Day(day)))
    return rows.lines(column, other)
  }

  @Test(arguments: [
    ("2025-04-30", #"["ES"]"#), ("2025-05-01", #"["ES","PT"]"#), ("2025-08-31", #"["ES","PT"]"#),
    ("2025-09-01", #"["PT"]"#),
  ])
  func `Who takes part is told by the day`(_ row: (day: String, members: String)) throws {
    #expect(try line(on: row.day, "subgroup", "members") == ["cloud \(row.members)"])
  }

  @Test(arguments: [
    ("2025-05-31", "- -"), ("2025-06-01", "PT 2025-12-31"), ("2025-12-31", "PT 2025-12-31"),
    ("2026-01-01", "- -"),
  ])
  func `A coordination ends with its term`(_ row: (day: String, coordinator: String)) throws {
    #expect(try line(on: row.day, "coordinator", "coordinator_until") == [row.coordinator])
  }

  @Test(arguments: [
    ("2026-01-31", "active 2026-04-27"), ("2026-02-01", "active 2027-04-27"),
    ("2026-04-28", "active 2027-04-27"), ("2027-04-28", "lapsed 2027-04-27"),
  ])
  func `A renewed mandate lapses later`(_ row: (day: String, status: String)) throws {
    #expect(try line(on: row.day, "status", "until") == [row.status])
  }

  @Test func `Each row names the event that was recorded last of what counts that day`() throws {
    let days = ["2025-04-28", "2025-05-01", "2025-06-01", "2025-09-01", "2026-02-01"]
    let events = try days.map { day -> String in
      let workshop = try Workshop()
      let rows = try story().views(in: workshop).rows("subgroup", on: try #require(Day(day)))
      return rows.first?.json["event"]?.canonicalText ?? "-"
    }
    #expect(events == ["1", "2", "3", "4", "5"])
  }

  @Test func `Rules of its own and the deliberations that changed it are shown by the day`() throws
  {
    #expect(
      try line(on: "2026-01-31", "own_rules", "amended_by") == [#"{"quorum.members":"1"} []"#])
    #expect(try line(on: "2026-02-01", "own_rules", "amended_by") == [#"- ["D-2"]"#])
    #expect(try line(on: "2026-02-01", "mandate", "created_by") == ["Draft D-1"])
  }
}
