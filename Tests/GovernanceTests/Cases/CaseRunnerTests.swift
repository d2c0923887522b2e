import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct CaseRunnerTests {
  private static let vote =
    "{do: deliberation record, meeting: $m, title: Rules, matter: rules, for: 2}"

  @Test func `A case whose answer is as expected passes`() throws {
    let result = try SampleCases.result(when: Self.vote, then: "{outcome: adopted, needed: 2}")
    #expect(result.passes)
    #expect(result.mismatches == [])
    #expect(result.answer?.isAccepted == true)
  }

  @Test func `A case whose answer is another says what came out`() throws {
    let result = try SampleCases.result(
      when: Self.vote, then: "{outcome: rejected, needed: 3, base: 3}")
    #expect(!result.passes)
    #expect(result.mismatches.map(\.name) == ["outcome", "needed"])
    #expect(result.mismatches.map(\.expected) == [["rejected"], ["3"]])
    #expect(result.mismatches.map(\.found) == [["adopted"], ["2"]])
    #expect(result.clause == "bodies.plenary.decides.rules")
  }

  @Test func `A refusal is expected by its code or by its clause`() throws {
    for refused in [
      "quorum-missing", "bodies.plenary.quorum", "[quorum-missing, bodies.plenary.quorum]",
    ] {
      let result = try SampleCases.result(
        "{fixture: convened}", when: "{do: meeting open, meeting: $m, present: [PT]}",
        then: "{refused: \(refused), found: 1, needed: 2}")
      #expect(result.passes, "\(refused): \(result.mismatches)")
    }
  }

  @Test func `A refusal of another clause does not pass`() throws {
    let result = try SampleCases.result(
      "{fixture: convened}", when: "{do: meeting open, meeting: $m, present: [PT]}",
      then: "{refused: series.plenary.notice}")
    #expect(result.mismatches.map(\.found) == [["quorum-missing", "bodies.plenary.quorum"]])
    #expect(result.clause == "bodies.plenary.quorum")
  }

  @Test func `What the state refuses is expected by its code`() throws {
    let twice = try SampleCases.result(
      when: "{do: member admit, member: PT, class: member}",
      then: "{refused: member-admitted-already, accepted: false}")
    #expect(twice.passes)
    let unknown = try SampleCases.result(
      when: "{do: meeting close, meeting: plenary-9}", then: "{refused: meeting-unknown}")
    #expect(unknown.passes)
  }

  @Test func `An act without the form of its fields is told and may be expected`() throws {
    let result = try SampleCases.result(
      when: "{do: member admit, member: PT}", then: "{refused: field-missing}")
    #expect(result.passes)
    #expect(result.answer?.failure?.code.name == "field-missing")
    #expect(result.answer?.failure?.place?.file == "cases.yaml")
  }

  @Test func `Acts given beside the fixture come after it, on the day of the case`() throws {
    let result = try SampleCases.result(
      "{fixture: convened, acts: [{do: meeting open, meeting: $m, present: [PT, ES, FR], as: o}]}",
      when: Self.vote, then: "{present: 3, outcome: adopted}")
    #expect(result.passes, "\(result.mismatches)")
  }

  @Test func `A case without a fixture begins with the founding`() throws {
    let result = try SampleCases.result(
      "{acts: [{do: person add, name: Ana Example, as: a}]}",
      when: "{do: person edit, person: $a, languages: [pt]}",
      then: "{accepted: true, event: person.revised}")
    #expect(result.passes, "\(result.mismatches)")
  }

  @Test func `A reference to nothing stops at its place`() throws {
    let result = try SampleCases.result(
      "{acts: [{do: meeting convene, meeting: $x, agenda: [One]}]}", when: Self.vote,
      then: "{accepted: true}")
    #expect(result.stop?.failure?.code.name == "import-reference")
    #expect(result.stop?.place?.line == 19)
    let asked = try SampleCases.result(
      "{fixture: members}", when: "{do: meeting close, meeting: $x}", then: "{accepted: true}")
    #expect(asked.answer?.failure?.code.name == "import-reference")
    #expect(!asked.passes)
  }

  @Test func `An act before the case that is refused stops it, with the reason`() throws {
    let result = try SampleCases.result(
      "{fixture: convened, acts: [{do: meeting open, meeting: $m, present: [PT]}]}",
      when: Self.vote, then: "{accepted: true}")
    #expect(!result.passes)
    #expect(result.answer == nil)
    #expect(result.stop?.refusals.map(\.code) == ["quorum-missing"])
    #expect(result.clause == "bodies.plenary.quorum")
  }

  @Test func `A fixture that is refused stops each of its cases and no other`() throws {
    let suite = try SampleCases.suite(
      """
        - {name: one, given: {fixture: broken}, on: 2026-03-20, when: \(Self.vote), then: {accepted: true}}
        - {name: two, given: {fixture: open}, on: 2026-03-20, when: \(Self.vote), then: {accepted: true}}
        - {name: three, given: {fixture: broken}, on: 2026-03-20, when: \(Self.vote), then: {accepted: true}}

      """)
    let report = try SampleCases.report(suite)
    #expect(report.results.map(\.passes) == [false, true, false])
    #expect(
      report.failed.compactMap { $0.stop?.refusals.first?.code } == [
        "class-unknown", "class-unknown",
      ])
    #expect(report.failed.first?.stop?.place?.line == 17)
  }

  @Test func `No case sees what another did`() throws {
    let admit = "when: {do: member admit, member: IT, class: member}, then: {accepted: true}"
    let suite = try SampleCases.suite(
      """
        - {name: one, given: {fixture: members}, on: 2026-03-20, \(admit)}
        - {name: two, given: {fixture: members}, on: 2026-03-20, \(admit)}
        - {name: three, given: {fixture: members}, on: 2026-03-21, when: {do: deliberation defer, meeting: plenary-1, title: X, reason: Y}, then: {refused: meeting-unknown}}

      """)
    #expect(try SampleCases.report(suite).passes)
  }

  @Test(arguments: ["2016-01-01", "1990-05-05", "2026-03-20", "2199-12-31"])
  func `A case is decided and never taken over, whatever its day`(_ day: String) throws {
    let result = try SampleCases.result(
      "{acts: [{do: meeting plan, series: plenary, from: \(day), as: m}]}",
      when: "{do: meeting convene, meeting: $m, agenda: [One]}",
      then: "{refused: notice-too-short}", on: day)
    #expect(result.passes, "\(day): \(result.mismatches)")
  }

  @Test func `An act may count from another day than that of the case`() throws {
    let result = try SampleCases.result(
      "{fixture: members}",
      when: "{do: member end, member: PT, reason: Withdrew, effective: 2026-02-28}",
      then: "{accepted: true, member.ended.until: none, event: member.ended}")
    #expect(result.answer?.events.first?.effective == Day("2026-02-28"))
  }

  @Test func `An act of a fixture without a day counts from the act before it`() throws {
    let findings = Findings()
    let tree = try YAML.parse(
      """
      fixtures:
        a:
          - {do: member admit, member: PT, class: member, effective: 2026-01-10}
          - {do: member admit, member: ES, class: member}
      tests:
        - {name: it, given: {fixture: a}, on: 2026-03-20, when: {do: member end, member: ES, reason: X, effective: 2026-01-10}, then: {accepted: true}}
        - {name: not earlier, given: {fixture: a}, on: 2026-03-20, when: {do: member end, member: ES, reason: X, effective: 2026-01-09}, then: {refused: member-not-then}}
      """)
    let report = try SampleCases.report(CaseSuite(CaseBook([tree], into: findings), into: findings))
    #expect(report.results.map(\.mismatches) == [[], []])
  }

  @Test func `Rules that a case adopts hold in that case alone`() throws {
    let digest = try SampleCases.rules().resolved
    #expect(digest["version"] == "1.0.0")
    let suite = try SampleCases.suite(
      """
        - {name: refused, given: {fixture: open}, on: 2026-03-20, when: {do: rules adopt, rules: "{}", adopted-by: D-1}, then: {accepted: false}}
        - {name: after, given: {fixture: open}, on: 2026-03-20, when: \(Self.vote), then: {outcome: adopted}}

      """)
    #expect(try SampleCases.report(suite).passes)
  }

  @Test func `A suite without cases passes and has come upon nothing`() throws {
    let report = try SampleCases.report(try SampleCases.suite("  []\n"))
    #expect(report.passes)
    #expect(report.results.isEmpty)
    #expect(report.coverage.missed == (try SampleCases.rules().decidingClauses.map(\.id)))
  }

  @Test func `Trying twice gives the same`() throws {
    let suite = try SampleCases.suite(
      "{fixture: open}", when: Self.vote, then: "{outcome: rejected}")
    let (one, other) = (try SampleCases.report(suite), try SampleCases.report(suite))
    #expect(one.results == other.results)
    #expect(one.coverage.rows == other.coverage.rows)
  }
}

@Suite struct CaseSuiteTests {
  private func failures(_ text: String) throws -> [Failure] {
    let findings = Findings()
    let tree = try YAML.parse(text, file: "cases.yaml")
    _ = CaseSuite(CaseBook([tree], into: findings), into: findings)
    return findings.sorted.map(\.failure)
  }

  private func one(_ given: String, _ when: String) -> String {
    """
    fixtures:
      a: [{do: member admit, member: PT, class: member, as: p}]
    tests:
      - {name: it, given: \(given), on: 2026-03-20, when: \(when), then: {accepted: true}}
    """
  }

  @Test(arguments: [
    ("{fixture: a}", "{do: member admitt, member: PT}", "import-act", 4),
    ("{fixture: a}", "{do: member admit, membr: PT}", "field-unknown", 4),
    ("{acts: [admit]}", "{do: member admit, member: PT}", "import-shape", 4),
    (
      "{acts: [{do: member admit, memb: PT}]}", "{do: member admit, member: PT}", "field-unknown", 4
    ),
    (
      "{fixture: a, acts: [{do: member end, member: $p, as: p}]}", "{do: member admit}",
      "import-label", 4
    ),
    ("{fixture: a}", "{do: member admit, member: PT, as: p}", "import-label", 4),
    ("{fixture: a}", "{do: member admit, member: PT, effective: soon}", "value-unreadable", 4),
  ])
  func `A fault of an act is found without running it`(
    _ row: (given: String, when: String, code: String, line: Int)
  ) throws {
    let failures = try failures(one(row.given, row.when))
    #expect(failures.map(\.code.name) == [row.code])
    #expect(failures.first?.place?.line == row.line)
  }

  @Test func `A fault of a fixture is told once, though many cases use it`() throws {
    let text = """
      fixtures:
        a: [{do: member admitt, member: PT}]
        b: {after: a, acts: []}
      tests:
        - {name: one, given: {fixture: a}, on: 2026-03-20, when: {do: member admit}, then: {accepted: true}}
        - {name: two, given: {fixture: b}, on: 2026-03-20, when: {do: member admit}, then: {accepted: true}}
      """
    let failures = try failures(text)
    #expect(failures.map(\.code.name) == ["import-act"])
    #expect(failures.first?.place?.line == 2)
  }

  @Test func `Two cases may use the same names for their own acts`() throws {
    let text = """
      tests:
        - {name: one, given: {acts: [{do: person add, name: Ana, as: a}]}, on: 2026-03-20, when: {do: member admit}, then: {accepted: true}}
        - {name: two, given: {acts: [{do: person add, name: Ana, as: a}]}, on: 2026-03-20, when: {do: member admit}, then: {accepted: true}}
      """
    #expect(try failures(text) == [])
  }
}
