import Governance
import Plugins
import TestKit
import Testing
import Values

/// The second call and the guards that stand for it give one verdict, whatever is asked.
@Suite struct SecondCallGuardLawTests {
  private static let members = ["ES", "FR", "IT", "MT", "PT", "SE"]
  private static let clause = "bodies.plenary.quorum.second_call"

  /// Six members; the first plenary could not be opened on 2 March, and the second is planned.
  private static func expanded(_ random: inout Seeded) throws -> ExpandedRules {
    let share = ["1/6", "1/3", "1/2"].randomElement(using: &random) ?? ""
    let key = ["more_than", "at_least"].randomElement(using: &random) ?? ""
    let after = "P\(Int.random(in: 5...30, using: &random))D"
    let expanded = try ExpandedRules([
      (
        "quorum: {more_than: 1/2, of: members, source: assumption}",
        "quorum: {at_least: 2/3, of: members, source: assumption, "
          + "second_call: {after: \(after), \(key): \(share), source: assumption}}"
      )
    ])
    for member in members {
      try expanded.network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try expanded.network.convene("plenary-1", for: "2026-03-02", on: "2026-02-01")
    let day = Day(number: 20_530 + Int.random(in: 0...40, using: &random))
    try expanded.network.record(
      "meeting plan", ["series": ["plenary"], "from": [day.description]], on: "2026-02-02")
    return expanded
  }

  private static func some(_ random: inout Seeded) -> [String] {
    let share = Int.random(in: 0...4, using: &random)
    return members.filter { _ in Int.random(in: 0..<4, using: &random) < share }
  }

  @Test(arguments: UInt64(1)...8)
  func `The days between, and the lower quorum at the opening and at votes`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    var expanded = try Self.expanded(&random)
    let call = ["meeting": ["plenary-2"], "second-call-of": ["plenary-1"]]
    for day in ["2026-03-02", "2026-03-05", "2026-03-10"] {
      try expanded.compare("meeting convene", call, on: day)
    }
    try expanded.network.record("meeting convene", call, on: "2026-03-02")
    for _ in 1...12 {
      try expanded.compare(
        "meeting open", ["meeting": ["plenary-2"], "present": Self.some(&random)],
        on: "2026-11-01")
    }
    try expanded.network.record(
      "meeting open", ["meeting": ["plenary-2"], "present": Self.members], on: "2026-11-01")
    for member in Self.members.shuffled(using: &random) {
      try expanded.network.record(
        "attendance leave", ["meeting": ["plenary-2"], "member": [member]], on: "2026-11-01")
      try expanded.compare(
        "deliberation record",
        ["meeting": ["plenary-2"], "title": ["T"], "consensus": ["true"]], on: "2026-11-01")
    }
    #expect(expanded.differences.isEmpty, "\(expanded.differences.prefix(3))")
  }

  @Test func `Over the seeds the clause was seen to hold and seen to be refused`() throws {
    var (held, refused): (Set<String>, Set<String>) = ([], [])
    for seed in UInt64(36)...46 {
      var random = Seeded(seed: seed)
      var expanded = try Self.expanded(&random)
      let call = ["meeting": ["plenary-2"], "second-call-of": ["plenary-1"]]
      try expanded.compare("meeting convene", call, on: "2026-03-02")
      #expect(expanded.differences.isEmpty, "\(seed): \(expanded.differences)")
      held.formUnion(expanded.held)
      refused.formUnion(expanded.refused)
    }
    #expect(held.contains(Self.clause) && refused.contains(Self.clause))
  }
}
