import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// The sample network with rules on what subgroups inherit and may set.
enum SampleSubgroups {
  static let terms =
    "{may_set: [quorum, notice, decides, lifetime, chair_term], chair_term: P1Y, source: charter}"

  /// The same, where a subgroup ends thirty days after its mandate; both keys stand in the mapping `subgroups`.
  static let ending = terms + ", ends_after: P30D"

  static func text(_ terms: String = SampleSubgroups.terms) -> String {
    SampleRules.text.replacing(
      "longest: P2Y, source: assumption}",
      with: "longest: P2Y, source: assumption, terms: \(terms)}")
  }

  static func rules(_ terms: String = SampleSubgroups.terms) throws -> Rules {
    try PluginFile.load(text: text(terms), file: "subgroups.yaml").rules
  }

  /// Four members, D-1 adopted by the plenary of 20 March 2026, and the subgroup `cloud` of three of them.
  static func network(
    _ rules: [String] = [], terms: String = SampleSubgroups.terms
  ) throws -> SampleNetwork {
    let network = try SampleNetwork(under: try SampleSubgroups.rules(terms).resolved)
    for member in ["ES", "FR", "MT", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.convene("plenary-1", for: "2026-03-20", on: "2026-02-02")
    try network.open("plenary-1", on: "2026-03-20")
    for _ in 1...3 { try network.vote(3, against: 0, on: "2026-03-20") }
    try network.record("meeting close", ["meeting": ["plenary-1"]], on: "2026-03-20")
    try network.record(
      "subgroup add",
      [
        "subgroup": ["cloud"], "title": ["Cloud"], "mandate": ["Study"], "by": ["D-1"],
        "members": ["ES", "MT", "PT"], "rules": rules,
      ], on: "2026-03-20")
    return network
  }

  static func amend(
    _ network: SampleNetwork, _ fields: [String: [String]], by deliberation: String = "D-2",
    on day: String = "2026-05-01"
  ) throws -> Answer {
    try network.record(
      "subgroup amend",
      fields.merging(["subgroup": ["cloud"], "by": [deliberation]]) { $1 }, on: day)
  }
}
