import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct RuleCoverageTests {
  private func rows(_ tests: String) throws -> [String: RuleCoverage.Row] {
    let report = try SampleCases.report(try SampleCases.suite(tests))
    try #require(report.passes, "\(report.failed)")
    return Dictionary(report.coverage.rows.map { ($0.clause, $0) }) { first, _ in first }
  }

  private func row(_ clause: String, _ given: String, _ when: String, _ then: String) throws
    -> RuleCoverage.Row
  {
    let text = "  - {name: it, given: \(given), on: 2026-03-20, when: \(when), then: \(then)}\n"
    return try #require(try rows(text)[clause])
  }

  @Test func `Every clause that decides has a row, in the order of the keys`() throws {
    let rules = try SampleCases.rules()
    let report = try SampleCases.report(try SampleCases.suite("  []\n"))
    #expect(report.coverage.rows.map(\.clause) == rules.decidingClauses.map(\.id))
    #expect(report.coverage.rows.allSatisfy { !$0.isExercised })
  }

  @Test func `A rule that let an act pass was seen to hold`() throws {
    let row = try row(
      "bodies.plenary.quorum", "{fixture: convened}",
      "{do: meeting open, meeting: $m, present: [PT, ES]}", "{accepted: true}")
    #expect(row.isSeenToHold && !row.isSeenToFail)
  }

  @Test func `A rule that stood against an act was seen to fail`() throws {
    let row = try row(
      "bodies.plenary.quorum", "{fixture: convened}",
      "{do: meeting open, meeting: $m, present: [PT]}", "{accepted: false}")
    #expect(row.isSeenToFail && !row.isSeenToHold)
  }

  @Test func `A majority that was not reached was seen to fail, though the act is recorded`() throws
  {
    let row = try row(
      "bodies.plenary.decides.default", "{fixture: open}",
      "{do: deliberation record, meeting: $m, title: X, for: 1, against: 1}", "{outcome: rejected}")
    #expect(row.isSeenToFail && !row.isSeenToHold)
  }

  @Test func `Acts of a fixture count too`() throws {
    let rows = try rows(
      "  - {name: it, given: {fixture: open}, on: 2026-03-20, when: {do: meeting close, meeting: $m}, then: {accepted: true}}\n"
    )
    #expect(rows["series.plenary.notice"]?.isSeenToHold == true)
    #expect(rows["bodies.plenary.quorum"]?.isSeenToHold == true)
    #expect(rows["membership.classes.observer"]?.isSeenToHold == true)
    #expect(rows["programme"]?.isExercised == false)
  }

  static let consensus = "{do: deliberation record, meeting: $m, title: X, consensus: true, as: d}"

  @Test(arguments: [
    (
      "bodies.lead.coordinator", "{fixture: open, acts: [\(consensus)]}",
      "{do: board coordinate, body: lead, member: PT, by: $d}"
    ),
    (
      "subgroups", "{fixture: open, acts: [\(consensus)]}",
      "{do: subgroup add, subgroup: x, title: X, mandate: X, by: $d}"
    ),
    (
      "bodies.bureau.elected",
      "{fixture: open, acts: [\(consensus.replacing("title: X", with: "title: X, decides: [bureau]"))]}",
      "{do: board elect, body: bureau, members: [PT, ES], by: $d}"
    ),
    (
      "outputs.outcome_report", "{fixture: open}",
      "{do: report publish, output: outcome_report, meeting: $m}"
    ),
    ("bodies.board.rotation", "{fixture: members}", "{do: board rotate, body: board}"),
    ("programme", "{fixture: members}", "{do: programme draft, title: X, from: 2026-04-01}"),
    (
      "membership.classes.observer", "{fixture: members}",
      "{do: member edit, member: PT, class: observer}"
    ),
    (
      "seats.contact_point", "{fixture: members, acts: [{do: person add, name: Ana, as: a}]}",
      "{do: seat appoint, member: PT, kind: contact_point, person: $a}"
    ),
  ])
  func `An act that a rule lets pass shows that it holds`(
    _ row: (clause: String, given: String, when: String)
  ) throws {
    let found = try self.row(row.clause, row.given, row.when, "{accepted: true}")
    #expect(found.isSeenToHold)
  }

  @Test func `A report that came late shows a rule that was not kept`() throws {
    let text =
      "  - {name: it, given: {fixture: open}, on: 2026-05-01, when: {do: report publish, output: outcome_report, meeting: $m}, then: {note: report-late}}\n"
    let row = try #require(try rows(text)["outputs.outcome_report"])
    #expect(row.isSeenToFail && !row.isSeenToHold)
  }

  @Test func `An act that is refused shows no rule that it did not reach`() throws {
    let row = try row(
      "membership.classes.observer", "{acts: [{do: person add, name: Ana, as: a}]}",
      "{do: member admit, member: ZZ, class: observer}", "{refused: member-code-unknown}")
    #expect(!row.isExercised)
  }

  @Test func `What no case came upon is listed`() throws {
    let report = try SampleCases.report(
      try SampleCases.suite(
        "{fixture: members}", when: "{do: board rotate, body: board}", then: "{accepted: true}"))
    #expect(!report.coverage.missed.contains("bodies.board.rotation"))
    #expect(report.coverage.missed.contains("bodies.plenary.decides.admission"))
    #expect(report.coverage.missed.count == report.coverage.rows.filter { !$0.isExercised }.count)
  }
}
