import Governance
import Plugins
import TestKit
import Testing
import Values

/// The keys of procedures and the guards that stand for them give one verdict, whatever is asked.
@Suite struct ProcedureGuardLawTests {
  private static let members = ["ES", "FR", "IT", "MT", "PT"]

  /// Rules by chance: times, thresholds, numbers of objections.
  private static func document(_ random: inout Seeded) throws -> JSON {
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func threshold() -> String {
      let key = Bool.random(using: &random) ? "more_than" : "at_least"
      return "\(key): \(["1/3", "1/2", "2/3"].randomElement(using: &random) ?? "")"
    }
    let urgent = Bool.random(using: &random) ? ", urgent: \(number(1...4))" : ""
    let at = Bool.random(using: &random) ? ", at: \"17:00\"" : ""
    return try SampleRules.withProcedures([
      ("working_days: 10, urgent: 3", "working_days: \(number(1...20))\(urgent)\(at)"),
      ("{days: 3, at: \"17:00\"", "{days: \(number(1...20))\(at)"),
      ("{days: 14", "{days: \(number(1...20))\(urgent)"),
      ("consent: {at_least: 1/2", "consent: {\(threshold())"),
      ("answers: {at_least: 1/2", "answers: {\(threshold())"),
      ("who: entitled, more_than: 1/2", "who: entitled, \(threshold())"),
      ("count: 2, then: fails", "count: \(number(1...3)), then: fails"),
    ])
  }

  private static func some(_ random: inout Seeded) -> [String] {
    let share = Int.random(in: 0...4, using: &random)
    return members.filter { _ in Int.random(in: 0..<4, using: &random) < share }
  }

  /// P-1 under silence, P-2 with consent, P-3 a written vote, all opened on 1 June.
  private static func expanded(_ random: inout Seeded) throws -> ExpandedRules {
    let expanded = try ExpandedRules(of: document(&random))
    for member in members {
      try expanded.network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    for rule in ["silence", "asked", "written"] {
      try expanded.network.record(
        "procedure open", ["rule": [rule], "title": [rule]], on: "2026-06-01")
    }
    return expanded
  }

  @Test(arguments: UInt64(1)...3)
  func `Matters, urgency, notices and consent`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    var expanded = try Self.expanded(&random)
    for _ in 1...40 {
      var fields = [
        "rule": [["silence", "asked", "written", "plain"].randomElement(using: &random) ?? ""],
        "title": ["T"],
        "matter": [["default", "rules", "programme"].randomElement(using: &random) ?? ""],
      ]
      if Bool.random(using: &random) { fields["urgent"] = ["true"] }
      let day = Day(number: 20_600 + Int.random(in: 0...60, using: &random)).description
      try expanded.compare("procedure open", fields, on: day)
      let told = Self.some(&random)
      try expanded.compare(
        "procedure notify", ["procedure": ["P-1"], "members": told.isEmpty ? ["PT"] : told],
        on: "2026-06-02")
      try expanded.compare("procedure notify", ["procedure": ["P-1"]], on: "2026-06-02")
      let agreed = Self.some(&random)
      let against = Self.some(&random).filter { !agreed.contains($0) }
      for procedure in ["P-2", "P-3"] {
        try expanded.compare(
          "procedure consent",
          ["procedure": [procedure], "agreed": agreed, "against": against].filter {
            !$0.value.isEmpty
          }, on: "2026-06-02")
      }
    }
    #expect(expanded.differences.isEmpty, "\(expanded.differences.prefix(3))")
    for clause in ["procedures.silence", "procedures.asked.consent", "procedures.written.consent"] {
      #expect(expanded.held.contains(clause), "never held: \(clause)")
      #expect(expanded.refused.contains(clause), "never refused: \(clause)")
    }
    #expect(expanded.held.contains("procedures.silence.period"))
    #expect(expanded.refused.contains("procedures.plain.period"))
  }

  @Test(arguments: UInt64(11)...14)
  func `What breaks a procedure, and what comes of one that nobody breaks`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    var expanded = try Self.expanded(&random)
    let network = expanded.network
    try network.record("procedure notify", ["procedure": ["P-1"]], on: "2026-06-01")
    try network.record("procedure consent", ["procedure": ["P-2"]], on: "2026-06-01")
    try network.record(
      "procedure consent", ["procedure": ["P-3"], "agreed": Self.members], on: "2026-06-01")
    let answers = Self.members.filter { _ in Bool.random(using: &random) }
    if !answers.isEmpty {
      try network.record(
        "procedure answer", ["procedure": ["P-3"], "names": answers.map { "\($0)=for" }],
        on: "2026-06-01")
    }
    for member in Self.members.shuffled(using: &random).prefix(2) {
      for procedure in ["P-1", "P-2", "P-3"] {
        for means in BreakingRule.Means.allCases.map(\.rawValue) {
          try expanded.compare(
            "procedure object",
            ["procedure": [procedure], "member": [member], "means": [means]], on: "2026-06-01")
        }
      }
      for procedure in ["P-1", "P-2", "P-3"] {
        try expanded.compare("procedure close", ["procedure": [procedure]], on: "2026-11-01")
      }
      try network.record(
        "procedure object",
        ["procedure": ["P-3"], "member": [member], "means": ["meeting_request"]],
        on: "2026-06-01")
    }
    #expect(expanded.differences.isEmpty, "\(expanded.differences.prefix(3))")
    for clause in [
      "procedures.silence.broken", "procedures.asked.broken", "procedures.written.answers",
    ] {
      #expect(expanded.held.contains(clause), "never held: \(clause)")
    }
  }
}
