import Governance
import Plugins
import TestKit
import Testing
import Values

/// What a case may ask of an answer, name by name.
@Suite struct ExpectationTests {
  private static let vote =
    "{do: deliberation record, meeting: $m, title: Rules, matter: rules, for: 2}"
  private static let late = "{do: meeting convene, meeting: $m, agenda: [One]}"
  private static let planned =
    "{fixture: members, acts: [{do: meeting plan, series: plenary, from: 2026-03-20, as: m}]}"

  private func mismatches(_ then: String) throws -> [Mismatch] {
    try SampleCases.result(when: Self.vote, then: then).mismatches
  }

  @Test(arguments: [
    "accepted: true", "outcome: adopted", "event: deliberation.adopted",
    "event: [deliberation.adopted]", "for: 2", "against: 0", "base: 3", "base_of: all_members",
    "threshold: 2/3", "strictness: at_least", "tie: rejected", "needed: 2", "holds: true",
    "rule: bodies.plenary.decides.rules", "quorum.found: 2", "quorum.needed: 2",
    "quorum.entitled_members: [ES, FR, PT]", "quorum.holds: true",
    "quorum.rule: bodies.plenary.quorum", "majority.valid: 2", "present_members: [ES, PT]",
    "title: Rules", "deliberation.adopted.title: Rules", "method: counts",
  ])
  func `An answer that has the word or number passes`(_ then: String) throws {
    #expect(try mismatches("{\(then)}") == [])
  }

  @Test(arguments: [
    ("accepted: false", ["true"]), ("outcome: rejected", ["adopted"]),
    ("event: member.admitted", ["deliberation.adopted"]), ("needed: 3", ["2"]),
    ("holds: false", ["true"]), ("quorum.needed: 3", ["2"]), ("refused: quorum-missing", []),
    ("note: anything", []), ("way: anything", []), ("threshold: 1/2", ["2/3"]),
    ("present_members: [PT]", ["ES", "PT"]), ("present_members: [PT, ES]", ["ES", "PT"]),
    ("event: [deliberation.adopted, member.admitted]", ["deliberation.adopted"]),
    ("rule: bodies.plenary.quorum", ["bodies.plenary.decides.rules"]),
  ])
  func `An answer that has another says which`(_ row: (then: String, found: [String])) throws {
    let mismatches = try mismatches("{\(row.then)}")
    #expect(mismatches.map(\.found) == [row.found])
    #expect(mismatches.first?.nearest == nil)
  }

  @Test(arguments: [
    ("neded: 2", "needed"), ("treshold: 2/3", "threshold"), ("acepted: true", "accepted"),
    ("quorum.needd: 2", nil), ("flowers: 2", nil),
  ])
  func `A name that no answer has is told with the nearest`(
    _ row: (then: String, nearest: String?)
  ) throws {
    let mismatch = try #require(try mismatches("{\(row.then)}").first)
    #expect(mismatch.found == nil)
    #expect(mismatch.nearest == row.nearest)
    #expect(mismatch.place?.line == 19)
  }

  @Test func `A number that must not be there is expected as none`() throws {
    #expect(try mismatches("{chair_vote: none, deliberation.adopted.text: none}") == [])
    #expect(try mismatches("{needed: none}").map(\.found) == [["2"]])
  }

  @Test(arguments: [
    "refused: notice-too-short", "refused: series.plenary.notice", "accepted: false",
    "way: earliest-lawful-day", "way: [earliest-lawful-day, urgent-notice]",
    "earliest: 2026-04-03", "latest: 2026-03-06", "given: 0", "period: P14D", "day: 2026-04-03",
    "days_given: 0", "holds: false", "rule: series.plenary.notice", "notice.urgent: false",
    "notice.urgent_period: P4D", "event: []", "outcome: []",
  ])
  func `A refusal has its code, clause, numbers and ways`(_ then: String) throws {
    let result = try SampleCases.result(Self.planned, when: Self.late, then: "{\(then)}")
    #expect(result.mismatches == [])
  }

  @Test func `A refusal without a derivation names its rule`() throws {
    let result = try SampleCases.result(
      when: "{do: deliberation record, meeting: $m, title: X, matter: admission, for: 2}",
      then: "{refused: consensus-needed, way: record-consensus, quorum.holds: true}")
    #expect(result.mismatches == [])
    #expect(result.clause == "bodies.plenary.decides.admission")
  }

  @Test func `Notes of an accepted act are expected by their code`() throws {
    let result = try SampleCases.result(
      "{fixture: members}", when: "{do: board rotate, body: board}",
      then: "{note: rotation-state-no-member, members: [PT, ES, MT], last_day: 2027-06-30}")
    #expect(result.mismatches == [])
  }

  @Test func `Of two events of an act the one that is named is asked`() throws {
    let given =
      "{fixture: members, acts: [{do: person add, name: Ana, as: a}, {do: person add, name: Bea, as: b}, {do: seat appoint, member: PT, kind: contact_point, person: $a, effective: 2026-02-01}]}"
    let result = try SampleCases.result(
      given, when: "{do: seat replace, seat: PT.contact_point.1, person: $b}",
      then: """
        {event: [appointment.ended, appointment.made], appointment.ended.until: 2026-03-20, \
        appointment.made.until: 2030-02-01, appointment.made.person: H-2}
        """.replacing("\\\n", with: ""))
    #expect(result.mismatches == [])
  }

  @Test func `What stands behind a failed case is its derivations in order`() throws {
    let result = try SampleCases.result(when: Self.vote, then: "{outcome: rejected}")
    #expect(result.answer?.derivations.map(\.question) == ["quorum", "majority"])
  }
}
