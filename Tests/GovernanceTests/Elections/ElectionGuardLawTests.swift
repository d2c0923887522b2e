import Governance
import Plugins
import TestKit
import Testing
import Values

/// The keys of a ballot and the guards that stand for them give one verdict, whatever is voted.
@Suite struct ElectionGuardLawTests {
  private static let members = ["DE", "ES", "FR", "IT", "PT"]
  private static let clause = "bodies.bureau.elected.ballot"

  private static func expanded(_ random: inout Seeded) throws -> ExpandedRules {
    func maybe(_ text: String) -> String { Bool.random(using: &random) ? text : "" }
    let base = DecisionRule.Base.allCases.randomElement(using: &random) ?? .present
    let threshold = ["more_than: 1/2", "at_least: 1/3", "at_least: 2/3"]
      .randomElement(using: &random)
    let abstentions = Bool.random(using: &random) ? "counted" : "ignored"
    let ballot =
      "ballot: {\(threshold ?? ""), of: \(base.rawValue), abstentions: \(abstentions), "
      + maybe("relative_after: 1, ") + maybe("marks: 1, ") + maybe("contested: true, ")
      + maybe("open: true, ") + "rounds: 2, tie: second_round, source: assumption}"
    let edit = (
      ElectionInLogTests.edit.0,
      "elected: {min: 1, max: 3, by: plenary, one_per_member: true, source: assumption, \(ballot)}"
    )
    let expanded = try ExpandedRules(of: SampleRules.amended([edit]))
    for member in members {
      try expanded.network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try expanded.network.convene("plenary-1", for: "2026-03-20", on: "2026-02-02")
    try expanded.network.open("plenary-1", on: "2026-03-20", present: members)
    try expanded.network.record(
      "election open", ["body": ["bureau"], "seats": ["2"]], on: "2026-03-20")
    return expanded
  }

  private static func stand(_ members: some Sequence<String>, in network: SampleNetwork) throws {
    for member in members {
      try network.record(
        "election nominate", ["election": ["E-1"], "member": [member], "proposer": [member]],
        on: "2026-03-20")
    }
  }

  /// Ballots of chance, as numbers or by names.
  private static func ballots(_ random: inout Seeded, for candidates: [String]) -> [String:
    [String]]
  {
    var names: [String: [String]] = [:]
    for member in members where Int.random(in: 0...5, using: &random) > 0 {
      names[member] = candidates.filter { _ in Bool.random(using: &random) }
    }
    guard Bool.random(using: &random) else {
      return [
        "names": names.sorted { $0.key < $1.key }.map { member, marks in
          "\(member)=\(marks.isEmpty ? "abstain" : marks.joined(separator: "+"))"
        }
      ]
    }
    return [
      "votes": candidates.map { candidate in
        "\(candidate)=\(names.values.filter { $0.contains(candidate) }.count)"
      }, "ballots": ["\(names.count)"], "abstain": ["\(names.values.filter(\.isEmpty).count)"],
    ]
  }

  private static func compare(
    _ expanded: inout ExpandedRules, _ random: inout Seeded, _ candidates: [String]
  ) throws {
    for _ in 1...25 {
      let fields = ballots(&random, for: candidates)
        .merging(["election": ["E-1"], "meeting": ["plenary-1"]]) { $1 }
      try expanded.compare("election vote", fields, on: "2026-03-20")
    }
  }

  @Test(arguments: UInt64(401)...406)
  func `Who is elected, by how many names, in which round, and whether there is a vote`(
    _ seed: UInt64
  ) throws {
    var random = Seeded(seed: seed)
    var expanded = try Self.expanded(&random)
    try Self.stand(["PT", "ES"], in: expanded.network)
    try Self.compare(&expanded, &random, ["PT", "ES"])
    try Self.stand(["FR"], in: expanded.network)
    try Self.compare(&expanded, &random, ["PT", "ES", "FR"])
    #expect(expanded.differences.isEmpty, "\(expanded.differences.prefix(3))")
    #expect(expanded.held.contains(Self.clause) || expanded.refused.contains(Self.clause))
  }

  @Test func `Over the seeds the clause was seen to hold and seen to be refused`() throws {
    var (held, refused): (Set<String>, Set<String>) = ([], [])
    for seed in UInt64(411)...414 {
      var random = Seeded(seed: seed)
      var expanded = try Self.expanded(&random)
      try Self.stand(["PT", "ES", "FR"], in: expanded.network)
      try Self.compare(&expanded, &random, ["PT", "ES", "FR"])
      held.formUnion(expanded.held)
      refused.formUnion(expanded.refused)
    }
    #expect(held.contains(Self.clause) && refused.contains(Self.clause))
  }
}
