import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// What a rule says of a vote beside its majority, and the guard that stands for it, give one verdict.
@Suite struct VoteGuardLawTests {
  static let members = ["CY", "ES", "FR", "IT", "MT", "PT", "SE"]

  private static func one(of words: [String], _ random: inout Seeded) -> String {
    words.randomElement(using: &random) ?? ""
  }

  /// The default majority and that of the rules, by chance.
  private static func edits(_ random: inout Seeded) -> [(String, String)] {
    func majority() -> String {
      let fraction = one(of: ["1/2", "3/5", "2/3"], &random)
      let base = one(of: DecisionRule.Base.allCases.map(\.rawValue), &random)
      let recused = one(of: VoteTerms.Recusal.allCases.map(\.rawValue), &random)
      return "more_than: \(fraction), of: \(base), abstentions: counted, recused: \(recused), "
        + "tie: rejected"
    }
    return [
      (
        "default: {first: consensus, more_than: 1/2, of: all_members, abstentions: counted, "
          + "tie: rejected", "default: {first: consensus, \(majority())"
      ),
      (
        "rules: {at_least: 2/3, of: all_members, abstentions: counted, tie: rejected",
        "rules: {\(majority())"
      ),
    ]
  }

  private static func sitting(_ random: inout Seeded) throws -> ExpandedRules {
    let expanded = try ExpandedRules(edits(&random))
    for member in members {
      try expanded.network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try expanded.network.convene("plenary-1", for: "2026-11-18", on: "2026-02-02")
    let present = members.filter { _ in Int.random(in: 0..<6, using: &random) > 0 }
    try expanded.network.open("plenary-1", on: "2026-11-18", present: members)
    for member in members where !present.contains(member) {
      try expanded.network.record(
        "attendance leave", ["meeting": ["plenary-1"], "member": [member]], on: "2026-11-18")
    }
    return expanded
  }

  private static func ballot(_ random: inout Seeded) -> [String: [String]] {
    var fields = ["meeting": ["plenary-1"], "title": ["A matter"]]
    fields["matter"] = [one(of: ["default", "rules", "other"], &random)]
    var roll = members.filter { _ in Bool.random(using: &random) }
    let aside = roll.isEmpty || Bool.random(using: &random) ? nil : roll.removeFirst()
    fields["recused"] = aside.map { ["\($0)=own case"] }
    switch Int.random(in: 0..<3, using: &random) {
    case 0: fields["consensus"] = ["true"]
    case 1: fields["for"] = [String(Int.random(in: 0...6, using: &random))]
    default:
      fields["names"] = roll.map {
        "\($0)=" + one(of: ["for", "for", "against", "recused"], &random)
      }
    }
    return fields
  }

  @Test(arguments: UInt64(101)...108)
  func `Who stands aside is counted alike by key and guard, in majority and quorum`(
    _ seed: UInt64
  ) throws {
    var random = Seeded(seed: seed)
    var expanded = try Self.sitting(&random)
    for _ in 1...80 {
      let fields = Self.ballot(&random)
      guard fields["names"] != [] else { continue }
      try expanded.compare("deliberation record", fields, on: "2026-11-18")
    }
    #expect(expanded.differences.isEmpty, "\(expanded.differences.prefix(3))")
    #expect(expanded.held.contains("bodies.plenary.decides.default"))
    #expect(expanded.held.contains("bodies.plenary.decides.rules"))
  }
}
