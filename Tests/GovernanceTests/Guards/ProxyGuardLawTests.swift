import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// The keys on proxies and the guards that stand for them give one verdict, whatever the room and the vote.
@Suite struct ProxyGuardLawTests {
  private static let members = ["CY", "ES", "FR", "IT", "MT", "PT", "SE"]

  /// No rule with a longest time lets it pass.
  private static let endless = ["giver": ["CY"], "holder": ["ES"], "body": ["plenary"]]

  private static func expanded(_ random: inout Seeded) throws -> ExpandedRules {
    let base = DecisionRule.Base.allCases.randomElement(using: &random) ?? .present
    let most = Int.random(in: 1...2, using: &random)
    let days = Int.random(in: 10...40, using: &random)
    let rule =
      "proxies: {per_holder: \(most), quorum: \(Bool.random(using: &random)), "
      + "longest: P\(days)D, source: assumption}"
    let expanded = try ExpandedRules([
      ("title: {en: Plenary}\n", "title: {en: Plenary}\n      \(rule)\n"),
      (
        "default: {first: consensus, more_than: 1/2, of: all_members",
        "default: {first: consensus, more_than: 1/2, of: \(base.rawValue)"
      ),
    ])
    for member in members {
      try expanded.network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    for (number, day) in [(1, "2026-11-18"), (2, "2026-11-20")] {
      try expanded.network.convene("plenary-\(number)", for: day, on: "2026-02-02")
    }
    return expanded
  }

  private static func give(_ random: inout Seeded) -> [String: [String]] {
    let two = members.shuffled(using: &random).prefix(2)
    var fields = ["giver": [two.first ?? ""], "holder": [two.last ?? ""], "body": ["plenary"]]
    let first = Day("2026-11-01")?.number ?? 0
    let length = Int.random(in: 0...50, using: &random)
    fields["until"] =
      length > 44 ? nil : [Day(number: first + length).description]
    fields["meeting"] = Int.random(in: 0..<3, using: &random) == 0 ? ["plenary-1"] : nil
    fields["matter"] = Int.random(in: 0..<4, using: &random) == 0 ? ["rules"] : nil
    fields["presence"] = Bool.random(using: &random) ? ["true"] : nil
    return fields
  }

  @Test(arguments: UInt64(201)...206)
  func `How many one holds, for how long, and whom a quorum and a majority count`(
    _ seed: UInt64
  ) throws {
    var random = Seeded(seed: seed)
    var expanded = try Self.expanded(&random)
    try expanded.compare("proxy give", Self.endless, on: "2026-11-01")
    for _ in 1...40 {
      let fields = Self.give(&random)
      try expanded.compare("proxy give", fields, on: "2026-11-01")
      _ = try? expanded.network.record("proxy give", fields, on: "2026-11-01")
    }
    for _ in 1...20 {
      let present = Self.members.filter { _ in Bool.random(using: &random) }
      try expanded.compare(
        "meeting open", ["meeting": ["plenary-1"], "present": present], on: "2026-11-18")
    }
    try expanded.network.open("plenary-2", on: "2026-11-20", present: Self.members)
    for member in Self.members.prefix(Int.random(in: 2...4, using: &random)) {
      try expanded.network.record(
        "attendance leave", ["meeting": ["plenary-2"], "member": [member]], on: "2026-11-20")
    }
    for _ in 1...40 {
      let roll = Self.members.filter { _ in Bool.random(using: &random) }.map { member in
        "\(member)=\(Bool.random(using: &random) ? "for" : "against")"
      }
      let ballot = roll.isEmpty ? ["for": ["3"]] : ["names": roll]
      let fields = ["meeting": ["plenary-2"], "title": ["A matter"]].merging(ballot) { $1 }
      try expanded.compare("deliberation record", fields, on: "2026-11-20")
    }
    #expect(expanded.differences.isEmpty, "\(expanded.differences.prefix(3))")
    let clause = "bodies.plenary.proxies"
    #expect(expanded.held.contains(clause) && expanded.refused.contains(clause))
    #expect(expanded.held.contains("bodies.plenary.decides.default"))
  }
}
