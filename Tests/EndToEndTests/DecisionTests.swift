import Foundation
import Testing
import Values

/// Checks 3 and 4 of the first release: notice, majority and quorum, each with its reasons.
@Suite struct DecisionTests {
  @Test func `Eight days ahead is refused with clause, source and the earliest lawful day`() throws
  {
    try NetworkOnDisk.with { network in
      #expect(try network.run("meeting plan plenary --from 2026-12-01").status == 0)
      let refused = try network.run("meeting convene plenary-19")
      #expect(refused.status == 10)
      #expect(refused.talk.contains("series.plenary.notice (assumption"))
      #expect(refused.talk.contains("7 December 2026"))
      let ways = try network.run("meeting convene plenary-19 --json").json["refusals"]?.list?.first
      #expect(ways?["ways"]?.list?.isEmpty == false)
    }
  }

  @Test func `Twenty days ahead is accepted, and the trial had told its events`() throws {
    try NetworkOnDisk.with { network in
      _ = try network.run("meeting plan plenary --from 2026-12-13")
      let head = try network.rows("log list").count
      let trial = try network.run("meeting convene plenary-19 --dry-run --json").json
      #expect(try network.rows("log list").count == head)
      let real = try network.run("meeting convene plenary-19 --json").json
      #expect(real["verdict"] == "accepted")
      #expect(real["events"] == trial["events"])
      #expect(try network.rows("log list").count == head + (real["events"]?.list?.count ?? 0))
    }
  }

  private static let day = "2026-12-14T09:00:00Z"

  /// A network whose plenary 19 is open with all 25 members in the room.
  private static func withOpenPlenary(_ body: (NetworkOnDisk, [String]) throws -> Void) throws {
    try NetworkOnDisk.with { network in
      let members = try network.rows("member list --filter class=member")
        .compactMap { $0["member"]?.text }
      #expect(members.count == 25)
      _ = try network.run("meeting plan plenary --from 2026-12-14")
      _ = try network.run("meeting convene plenary-19")
      let present = members.joined(separator: ",")
      let opened = try network.run("meeting open plenary-19 --present \(present)", at: day)
      #expect(opened.status == 0, "\(opened.talk)")
      try body(network, members)
    }
  }

  @Test(arguments: [
    (13, 12, "deliberation.adopted"), (12, 13, "deliberation.rejected"),
    (0, 0, "deliberation.rejected"), (25, 0, "deliberation.adopted"),
    (12, 0, "deliberation.rejected"),
  ])
  func `More than half of all members is thirteen of twenty-five`(
    _ row: (for: Int, against: Int, outcome: String)
  ) throws {
    try Self.withOpenPlenary { network, _ in
      let line = "deliberation record plenary-19 --title Guide"
      let answer = try network.run(
        "\(line) --for \(row.for) --against \(row.against) --json", at: Self.day
      ).json
      #expect(answer["events"]?.list?.compactMap { $0["type"]?.text } == [row.outcome])
      let id = "D-2"
      let explained = try network.run("explain \(id) --json").json
      let majority = explained["derivations"]?.list?.last?["inputs"]
      let (base, votes) = (majority?["base"]?.int ?? 0, majority?["for"]?.int ?? -1)
      #expect(majority?["threshold"] == "1/2" && majority?["strictness"] == "more_than")
      #expect(majority?["needed"] == .int(base / 2 + 1))
      #expect((votes >= base / 2 + 1) == (row.outcome == "deliberation.adopted"))
    }
  }

  @Test func `A quorum that is lost between two matters blocks the second`() throws {
    try Self.withOpenPlenary { network, members in
      let first = try network.run(
        "deliberation record plenary-19 --title One --for 20 --against 0", at: Self.day)
      #expect(first.status == 0)
      for member in members.prefix(13) {
        _ = try network.run("attendance leave plenary-19 --member \(member)", at: Self.day)
      }
      let second = try network.run(
        "deliberation record plenary-19 --title Two --for 12 --against 0", at: Self.day)
      #expect(second.status == 10)
      #expect(second.talk.contains("bodies.plenary.quorum"))
      #expect(second.talk.contains("12 of 25"))
    }
  }
}
