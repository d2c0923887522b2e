import Governance
import Plugins
import TestKit
import Testing
import Values

/// Worked cases of the keys `alternates` and `admission`: what founders write, and that a change is noticed.
@Suite struct AdmissionCaseTests {
  private static let text = SampleRules.text.replacing(
    "  programme: {length",
    with: "  admission: {by: plenary, matter: default, opinion: board, source: assumption}\n"
      + "  programme: {length")

  /// The acts by which the past came about, each case from the beginning.
  private static let seated = """
    [{do: member admit, member: PT, class: member, effective: 2025-01-10}, \
    {do: member admit, member: ES, class: member, effective: 2025-01-10}, \
    {do: person add, name: Ana, as: ana, effective: 2026-01-10}, \
    {do: person add, name: Rui, as: rui, effective: 2026-01-10}, \
    {do: person add, name: Eva, as: eva, effective: 2026-01-10}, \
    {do: person add, name: Ida, as: ida, effective: 2026-01-10}, \
    {do: seat appoint, member: PT, kind: contact_point, person: $ana, effective: 2026-01-10, as: s}, \
    {do: alternate appoint, seat: $s, person: $rui, effective: 2026-01-10}, \
    {do: alternate appoint, seat: $s, person: $eva, effective: 2026-01-10}]
    """

  private static let sitting = """
    {do: meeting plan, series: plenary, from: 2026-03-20, effective: 2026-02-01, as: m}, \
    {do: meeting convene, meeting: $m, agenda: [One], effective: 2026-02-02}, \
    {do: meeting open, meeting: $m, present: [PT, ES], effective: 2026-03-20}
    """

  private static let applied = """
    [{do: member admit, member: PT, class: member, effective: 2025-01-10}, \
    {do: member admit, member: ES, class: member, effective: 2025-01-10}, \(sitting), \
    {do: application file, member: FR, class: observer, effective: 2026-02-10, as: a}, \
    {do: deliberation record, meeting: $m, title: FR, consensus: true, effective: 2026-03-20, as: d}
    """

  private static func result(_ acts: String, when: String, then: String) throws -> CaseResult {
    let rules = try PluginFile.load(text: text, file: "r.yaml").rules
    let suite = try SampleCases.suite("{acts: \(acts)}", when: when, then: then)
    return try #require(try SampleCases.report(suite, under: rules).results.first)
  }

  @Test(arguments: [
    (
      "{do: alternate appoint, seat: $s, person: $ida}",
      "{accepted: false, clause: seats.contact_point}"
    ),
    ("{do: seat excuse, seat: $s}", "{accepted: true}"),
    ("{do: alternate end, seat: $s, person: $rui, reason: moved}", "{accepted: true}"),
    ("{do: alternate appoint, seat: $s, person: $ana}", "{accepted: false}"),
  ])
  func `What a seat's alternates may be is a worked case`(_ when: String, _ then: String) throws {
    let result = try Self.result(Self.seated, when: when, then: then)
    #expect(result.passes, "\(result)")
  }

  @Test(arguments: [
    (
      "]", "{do: application decide, application: $a, by: $d}",
      "{accepted: false, clause: admission}"
    ),
    (
      ", {do: application opinion, application: $a, body: board, opinion: favourable, effective: 2026-03-01}]",
      "{do: application decide, application: $a, by: $d}", "{accepted: true}"
    ),
    (
      "]", "{do: application opinion, application: $a, body: plenary, opinion: favourable}",
      "{accepted: false, clause: admission}"
    ),
    (
      "]", "{do: member admit, member: NL, class: observer}", "{accepted: false, clause: admission}"
    ),
  ])
  func `How a state comes in is a worked case`(_ end: String, _ when: String, _ then: String) throws
  {
    let result = try Self.result(Self.applied + end, when: when, then: then)
    #expect(result.passes, "\(result)")
  }

  @Test func `Cases kill the changes of the key on alternates`() throws {
    let loaded = try PluginFile.load(text: Self.text, file: "r.yaml")
    let third = "{do: alternate appoint, seat: $s, person: $ida}"
    let end = "{do: alternate end, seat: $s, person: $eva, reason: moved}"
    let again = Self.seated.dropLast() + ", {do: alternate end, seat: $s, person: $eva, reason: x}]"
    let suite = try SampleCases.suite(
      "  - {name: third, given: {acts: \(Self.seated)}, on: 2026-03-20, when: \(third), then: {accepted: false}}\n"
        + "  - {name: end, given: {acts: \(Self.seated)}, on: 2026-03-20, when: \(end), then: {accepted: true}}\n"
        + "  - {name: second, given: {acts: \(again)}, on: 2026-03-20, when: \(third), then: {accepted: true}}\n"
    )
    let run = try MutationRun(loaded.tree, loaded.rules, suite)
    let survivors = run.survivors.filter { $0.path == "seats.contact_point.alternates" }
    #expect(survivors.map(\.to) == [])
    #expect(run.survivors.contains { $0.path == "admission.opinion" }, "no case speaks of it")
  }

  @Test func `Cases show both clauses to hold and to fail`() throws {
    let rules = try PluginFile.load(text: Self.text, file: "r.yaml").rules
    let opinion =
      ", {do: application opinion, application: $a, body: board, opinion: favourable, effective: 2026-03-01}]"
    let decide = "{do: application decide, application: $a, by: $d}"
    let suite = try SampleCases.suite(
      "  - {name: early, given: {acts: \(Self.applied)]}, on: 2026-03-20, when: \(decide), then: {accepted: false}}\n"
        + "  - {name: right, given: {acts: \(Self.applied)\(opinion)}, on: 2026-03-20, when: \(decide), then: {accepted: true}}\n"
    )
    let report = try SampleCases.report(suite, under: rules)
    #expect(report.passes, "\(report.failed)")
    let row = report.coverage.rows.first { $0.clause == "admission" }
    #expect(row?.isSeenToHold == true && row?.isSeenToFail == true)
  }
}
