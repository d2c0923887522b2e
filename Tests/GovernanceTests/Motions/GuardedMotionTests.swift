import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// Guards that a network writes itself see what happens to motions.
@Suite struct GuardedMotionTests {
  private static func network(_ require: String, on type: String) throws -> SampleNetwork {
    let guards = """
      guards:
        - id: own.rule
          on: [\(type)]
          require: "\(require)"
          message: {en: "Not so."}
          source: assumption
      """
    let rules = try PluginFile.load(
      text: SampleRules.text + "\n" + SampleRules.motions + "\n" + guards, file: "g.yaml"
    ).rules
    let network = try SampleNetwork(under: rules.resolved)
    for member in ["ES", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    return network
  }

  private static let acts: [(name: String, fields: [String: [String]])] = [
    (
      "motion put",
      ["title": ["Guide"], "body": ["plenary"], "text": ["One.\n\nTwo."], "member": ["PT"]]
    ),
    ("motion support", ["motion": ["M-1"], "member": ["ES"]]),
    ("motion move", ["motion": ["M-1"], "to": ["debated"]]),
    ("motion amend", ["motion": ["M-1"], "paragraph": ["2"], "strike": ["true"]]),
    ("motion withdraw", ["motion": ["M-1"], "amendment": ["1"]]),
    ("motion withdraw", ["motion": ["M-1"]]),
  ]

  @Test(arguments: [
    ("motion.put", "payload.matter == 'rules'", 0), ("motion.put", "has(payload.reason)", 0),
    ("motion.put", "payload.stage.state == 'debated'", 0),
    ("motion.supported", "payload.member == 'FR'", 1),
    ("motion.moved", "payload.supporters > 1", 2),
    ("motion.moved", "payload.stage.adoption.to == 'rejected'", 2),
    ("amendment.proposed", "payload.change != 'strike'", 3),
    ("amendment.withdrawn", "has(payload.reason)", 4),
    ("motion.withdrawn", "payload.from == 'tabled'", 5),
  ])
  func `A guard that does not hold stops the act, and every act before it is recorded`(
    _ row: (type: String, require: String, index: Int)
  ) throws {
    let network = try Self.network(row.require, on: row.type)
    for (index, act) in Self.acts.prefix(row.index + 1).enumerated() {
      let answer = try network.record(act.name, act.fields)
      #expect(answer.verdict == (index == row.index ? .refused : .accepted), "\(act.name)")
      let rules = answer.reasons.refusals.compactMap(\.rule)
      #expect(rules == (index == row.index ? ["own.rule"] : []), "\(act.name)")
    }
  }

  @Test(arguments: [
    ("motion.put", "payload.body == 'plenary' && payload.member == 'PT'"),
    ("motion.moved", "payload.from == 'tabled' && payload.to == 'debated'"),
    ("amendment.proposed", "payload.first == 2 && !has(payload.last)"),
    ("motion.withdrawn", "payload.stage.final && !has(payload.stage.adoption)"),
  ])
  func `A guard that holds lets every act pass`(_ row: (type: String, require: String)) throws {
    let network = try Self.network(row.require, on: row.type)
    for act in Self.acts {
      #expect(try network.record(act.name, act.fields).verdict == .accepted, "\(act.name)")
    }
  }
}
