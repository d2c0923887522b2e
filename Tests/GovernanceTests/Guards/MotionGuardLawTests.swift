import Governance
import Plugins
import TestKit
import Testing
import Values

/// The ways of motions and the guards that stand for them give one verdict, whatever is asked.
@Suite struct MotionGuardLawTests {
  private static let members = ["ES", "FR", "MT", "PT"]

  private static func document(_ random: inout Seeded) throws -> JSON {
    let supporters = Int.random(in: 1...3, using: &random)
    let by = Bool.random(using: &random) ? "[secretariat, chair]" : "[chair, board]"
    let back = Bool.random(using: &random) ? ", by: [chair]" : ", supporters: 2"
    return try SampleRules.withMotions([
      ("supporters: 1", "supporters: \(supporters)"), ("by: [chair, board]", "by: \(by)"),
      ("on: withdrawal", "on: withdrawal\(back)"),
    ])
  }

  /// M-1, of PT, with some members behind it, in the first state or in the second.
  private static func expanded(_ random: inout Seeded) throws -> ExpandedRules {
    let expanded = try ExpandedRules(of: document(&random))
    for member in members {
      try expanded.network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try expanded.network.record(
      "motion put",
      ["title": ["Guide"], "body": ["plenary"], "text": ["One."], "member": ["PT"]],
      on: "2026-06-01")
    return expanded
  }

  @Test(arguments: UInt64(1)...8)
  func `Who takes a way, from where, with how many behind it`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    var expanded = try Self.expanded(&random)
    var seen = 0
    for member in Self.members.filter({ $0 != "PT" }) {
      for to in ["debated", "tabled", "adopted"] {
        try expanded.compare("motion move", ["motion": ["M-1"], "to": [to]], on: "2026-06-03")
        seen += 1
      }
      try expanded.compare("motion withdraw", ["motion": ["M-1"]], on: "2026-06-03")
      try expanded.network.record(
        "motion support", ["motion": ["M-1"], "member": [member]], on: "2026-06-02")
      try expanded.network.record("motion move", ["motion": ["M-1"], "to": ["debated"]])
    }
    #expect(seen == 9 && expanded.differences.isEmpty, "\(expanded.differences.prefix(3))")
    let clause = "motions.transitions.take_up"
    #expect(expanded.held.contains(clause) || expanded.refused.contains(clause))
  }

  @Test func `Over the seeds each way was seen to hold and seen to be refused`() throws {
    var (held, refused): (Set<String>, Set<String>) = ([], [])
    for seed in UInt64(1)...8 {
      var random = Seeded(seed: seed)
      var expanded = try Self.expanded(&random)
      for member in ["", "ES", "FR", "MT"] {
        if !member.isEmpty {
          try expanded.network.record(
            "motion support", ["motion": ["M-1"], "member": [member]], on: "2026-06-02")
        }
        try expanded.compare(
          "motion move", ["motion": ["M-1"], "to": ["debated"]], on: "2026-06-03")
        try expanded.compare("motion withdraw", ["motion": ["M-1"]], on: "2026-06-03")
      }
      try expanded.network.record("motion move", ["motion": ["M-1"], "to": ["debated"]])
      try expanded.compare("motion move", ["motion": ["M-1"], "to": ["tabled"]], on: "2026-11-23")
      held.formUnion(expanded.held)
      refused.formUnion(expanded.refused)
    }
    for way in ["take_up", "send_back", "take_back"] {
      #expect(held.contains("motions.transitions.\(way)"), "never held: \(way)")
      #expect(refused.contains("motions.transitions.\(way)"), "never refused: \(way)")
    }
  }
}
