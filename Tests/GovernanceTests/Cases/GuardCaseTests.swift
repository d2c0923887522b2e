import Governance
import Plugins
import TestKit
import Testing
import Values

/// Worked cases about guards that a network wrote itself.
@Suite struct GuardCaseTests {
  private static let guards = """

    guards:
      - id: own.agenda
        on: [meeting.convened]
        when: "meeting.series == 'plenary' && !payload.urgent"
        require: "size(payload.agenda) >= 2"
        message: {en: "Two points at least."}
        source: assumption
    """

  private static func loaded() throws -> Loaded {
    try PluginFile.load(text: SampleRules.text + guards, file: "s.yaml")
  }

  private static func convene(
    _ name: String, _ agenda: String, _ then: String, urgent: Bool = false
  ) -> String {
    """
      - name: \(name)
        given: {fixture: members, acts: [{do: meeting plan, series: plenary, from: 2026-03-20, as: m}]}
        on: 2026-03-01
        when: {do: meeting convene, meeting: $m, agenda: \(agenda)\(urgent ? ", urgent: true" : "")}
        then: \(then)

    """
  }

  private static let enough = convene("enough", "[One, Two]", "{accepted: true}")
  private static let few = convene("few", "[One]", "{refused: own.agenda}")
  private static let urgent = convene("urgent", "[One]", "{accepted: true}", urgent: true)

  private func row(_ tests: String) throws -> RuleCoverage.Row {
    let suite = try SampleCases.suite(tests)
    let report = try SampleCases.report(suite, under: Self.loaded().rules)
    try #require(report.passes, "\(report.failed)")
    return try #require(report.coverage.rows.first { $0.clause == "own.agenda" })
  }

  @Test func `A guard is seen to hold, to refuse and not to apply`() throws {
    let held = try row(Self.enough)
    #expect(held.isSeenToHold && !held.isSeenToFail && held.isSeenNotToApply == false)
    let refused = try row(Self.few)
    #expect(!refused.isSeenToHold && refused.isSeenToFail)
    let passed = try row(Self.urgent)
    #expect(passed.isSeenNotToApply == true && !passed.isExercised)
  }

  @Test func `Only a guard with a condition can be seen not to apply`() throws {
    let report = try SampleCases.report(try SampleCases.suite("  []\n"))
    #expect(report.coverage.rows.allSatisfy { $0.isSeenNotToApply == nil })
  }

  private func survivors(_ tests: String) throws -> [String] {
    let loaded = try Self.loaded()
    let run = try MutationRun(loaded.tree, loaded.rules, try SampleCases.suite(tests))
    return run.survivors.filter { $0.path.hasPrefix("own.agenda") }.map {
      "\($0.path) \($0.to ?? "nothing")"
    }
  }

  @Test func `Cases at the boundary notice every change of a guard`() throws {
    let regional = """
      - name: nothing is asked of an urgent meeting without points
        given: {fixture: members, acts: [{do: meeting plan, series: plenary, from: 2026-03-20, as: m}]}
        on: 2026-03-01
        when: {do: meeting convene, meeting: $m, urgent: true}
        then: {accepted: true}

      """.split(separator: "\n").map { "  \($0)\n" }.joined()
    let left = try survivors(Self.enough + Self.few + Self.urgent + regional)
    // The sample network has one series, so that nothing tells the two sides apart.
    #expect(left == ["own.agenda.when !payload.urgent"])
  }

  @Test func `What no case asks about survives`() throws {
    let left = try survivors(Self.enough)
    #expect(left.contains("own.agenda.severity warn"))
    #expect(left.contains("own.agenda.require size(payload.agenda) >= 1"))
    #expect(!left.contains("own.agenda.require size(payload.agenda) > 2"))
    #expect(!left.contains("own.agenda.require size(payload.agenda) < 2"))
  }
}
