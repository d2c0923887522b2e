import Governance
import Plugins
import TestKit
import Testing
import Values

/// Cases of the sample network, read from YAML as a plugin has them.
struct SampleCases {
  static let fixtures = """
    fixtures:
      members:
        - {do: member admit, member: PT, class: member, effective: 2026-01-10}
        - {do: member admit, member: ES, class: member, effective: 2026-01-10}
        - {do: member admit, member: FR, class: member, effective: 2026-01-10}
        - {do: member admit, member: "NO", class: observer, effective: 2026-01-10}
      convened:
        after: members
        acts:
          - {do: meeting plan, series: plenary, from: 2026-03-20, effective: 2026-02-01, as: m}
          - {do: meeting convene, meeting: $m, agenda: [One], effective: 2026-02-02}
      open:
        after: convened
        acts:
          - {do: meeting open, meeting: $m, present: [PT, ES], effective: 2026-03-20}
      broken:
        - {do: member admit, member: PT, class: nobility, effective: 2026-01-10}

    """

  /// The suite of cases that stand under `tests:`.
  static func suite(_ tests: String) throws -> CaseSuite {
    let findings = Findings()
    let tree = try YAML.parse(fixtures + "tests:\n" + tests, file: "cases.yaml")
    let suite = CaseSuite(CaseBook([tree], into: findings), into: findings)
    try #require(findings.all == [], "\(findings.all)")
    return suite
  }

  /// One case of three lines: its fixture, what is asked and what is expected.
  static func suite(_ given: String, when: String, then: String, on: String = "2026-03-20") throws
    -> CaseSuite
  {
    try suite("  - {name: it, given: \(given), on: \(on), when: \(when), then: \(then)}\n")
  }

  static func rules() throws -> Rules {
    try PluginFile.load(text: SampleRules.text, file: "sample.yaml").rules
  }

  static func tree() throws -> Node {
    try PluginFile.load(text: SampleRules.text, file: "sample.yaml").tree
  }

  static func report(_ suite: CaseSuite, under rules: Rules? = nil) throws -> CaseReport {
    var runner = CaseRunner(try rules ?? Self.rules(), suite)
    return try runner.run()
  }

  /// How one case went.
  static func result(
    _ given: String = "{fixture: open}", when: String, then: String, on: String = "2026-03-20"
  ) throws -> CaseResult {
    let report = try report(suite(given, when: when, then: then, on: on))
    return try #require(report.results.first)
  }
}
