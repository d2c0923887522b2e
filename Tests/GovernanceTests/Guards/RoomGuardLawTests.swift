import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// The keys on those over a link, and on speaking times, and the guards that stand for them give one verdict.
@Suite struct RoomGuardLawTests {
  private static let members = ["CY", "ES", "FR", "IT", "MT", "PT", "SE"]

  private static func expanded(_ edits: [(String, String)]) throws -> ExpandedRules {
    let expanded = try ExpandedRules(edits)
    for member in members {
      try expanded.network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    for (number, day) in [(1, "2026-11-18"), (2, "2026-11-20")] {
      try expanded.network.convene("plenary-\(number)", for: day, on: "2026-02-02")
    }
    return expanded
  }

  @Test(arguments: UInt64(301)...306)
  func `Who over a link counts for a quorum, and who votes`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let counts = Bool.random(using: &random)
    let rule = "remote: {quorum: \(counts), vote: false, source: assumption}"
    var expanded = try Self.expanded([
      ("title: {en: Plenary}\n", "title: {en: Plenary}\n      \(rule)\n")
    ])
    for _ in 1...25 {
      let there = Self.members.filter { _ in Bool.random(using: &random) }
      let remote = there.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
      try expanded.compare(
        "meeting open",
        [
          "meeting": ["plenary-1"], "present": there.filter { !remote.contains($0) },
          "remote": remote,
        ].filter { !$0.value.isEmpty }, on: "2026-11-18")
    }
    try expanded.network.open("plenary-2", on: "2026-11-20", present: Self.members)
    for member in Self.members.shuffled(using: &random).prefix(3) {
      try expanded.network.record(
        "attendance move", ["meeting": ["plenary-2"], "member": [member], "to": ["remote"]],
        on: "2026-11-20")
    }
    for _ in 1...30 {
      let roll = Self.members.filter { _ in Bool.random(using: &random) }.map { member in
        "\(member)=\(Bool.random(using: &random) ? "for" : "against")"
      }
      guard !roll.isEmpty else { continue }
      try expanded.compare(
        "deliberation record", ["meeting": ["plenary-2"], "title": ["X"], "names": roll],
        on: "2026-11-20")
    }
    #expect(expanded.differences.isEmpty, "\(expanded.differences.prefix(3))")
    #expect(expanded.refused.contains("bodies.plenary.remote"))
    #expect(expanded.held.contains("bodies.plenary.quorum"))
  }

  @Test(arguments: UInt64(311)...314)
  func `Who has time and turns left`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let minutes = Int.random(in: 2...5, using: &random)
    let times = Int.random(in: 1...3, using: &random)
    let rule = "speaking: {minutes: \(minutes), times: \(times), source: assumption}"
    var expanded = try Self.expanded([
      (
        "documents: P7D, source: assumption}}",
        "documents: P7D, source: assumption}, \(rule)}"
      )
    ])
    try expanded.network.open("plenary-2", on: "2026-11-20", present: Self.members)
    for _ in 1...30 {
      let member = Self.members.prefix(2).randomElement(using: &random) ?? "PT"
      var fields = ["meeting": ["plenary-2"], "member": [member]]
      if Int.random(in: 0..<4, using: &random) == 0 { fields["point-of-order"] = ["true"] }
      try expanded.compare("floor request", fields, on: "2026-11-20")
      guard (try? expanded.network.record("floor request", fields, on: "2026-11-20")) != nil else {
        continue
      }
      let meeting = ["meeting": ["plenary-2"]]
      _ = try? expanded.network.record("floor give", meeting, on: "2026-11-20")
      let spoken = ["minutes": [String(Int.random(in: 0...2, using: &random))]]
      _ = try? expanded.network.record(
        "floor end", meeting.merging(spoken) { $1 }, on: "2026-11-20")
      try expanded.compare(
        "floor limit",
        meeting.merging([
          "minutes": [String(Int.random(in: 1...7, using: &random))],
          "times": [String(Int.random(in: 1...4, using: &random))],
        ]) { $1 }, on: "2026-11-20")
    }
    #expect(expanded.differences.isEmpty, "\(expanded.differences.prefix(3))")
    let clause = "series.plenary.speaking"
    #expect(expanded.held.contains(clause) && expanded.refused.contains(clause))
  }
}
