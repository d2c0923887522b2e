import Governance
import Plugins
import TestKit
import Testing
import Values

/// What rules promise of motions, second calls and places, tried as worked cases.
@Suite struct MotionCaseTests {
  private static let put =
    "{do: motion put, title: Guide, body: plenary, text: We agree., member: PT, "
    + "effective: 2026-03-01, as: g}"
  private static let support =
    "{do: motion support, motion: $g, member: ES, effective: 2026-03-02}"
  private static let move = "{do: motion move, motion: $g, to: debated, effective: 2026-03-03}"

  private func mismatches(
    _ acts: [String], fixture: String = "open", when: String, then: String,
    on day: String = "2026-03-20", under edits: [(String, String)] = []
  ) throws -> [Mismatch] {
    let given = "{fixture: \(fixture), acts: [\(acts.joined(separator: ", "))]}"
    let suite = try SampleCases.suite(given, when: when, then: then, on: day)
    let report = try SampleCases.report(suite, under: SampleRules.motionRules(edits))
    return try #require(report.results.first).mismatches
  }

  @Test(arguments: [
    "{accepted: true, transition: take_up, from: tabled, to: debated, supporters: 1}",
    "{event: motion.moved, rule: motions.transitions.take_up, holds: true, needed: 1}",
  ])
  func `A motion with enough supporters is taken up`(_ then: String) throws {
    let found = try mismatches(
      [Self.put, Self.support], when: "{do: motion move, motion: $g, to: debated}", then: then)
    #expect(found == [])
  }

  @Test func `A motion without supporters, or by no way of the rules, is not`() throws {
    let alone = try mismatches(
      [Self.put], when: "{do: motion move, motion: $g, to: debated}",
      then: "{refused: motion-unsupported, way: find-supporters}")
    #expect(alone == [])
    let leap = try mismatches(
      [Self.put, Self.support], when: "{do: motion move, motion: $g, to: adopted}",
      then: "{refused: motion-way-undefined, way: use-one-of}")
    #expect(leap == [])
  }

  @Test func `A vote on a debated motion adopts it, and on one that is only tabled is refused`()
    throws
  {
    let vote = "{do: deliberation record, meeting: $m, title: Guide, motion: $g, for: 2}"
    let adopted = try mismatches(
      [Self.put, Self.support, Self.move], when: vote,
      then: "{accepted: true, outcome: adopted, motion.decided.to: adopted}")
    #expect(adopted == [])
    let early = try mismatches([Self.put], when: vote, then: "{refused: motion-not-for-vote}")
    #expect(early == [])
  }

  @Test func `Each way that a case came upon is seen to hold or to fail`() throws {
    let given = "{fixture: open, acts: [\(Self.put), \(Self.support)]}"
    let suite = try SampleCases.suite(
      given, when: "{do: motion move, motion: $g, to: debated}", then: "{accepted: true}")
    let report = try SampleCases.report(suite, under: SampleRules.motionRules())
    let rows = report.coverage.rows.filter { $0.clause.hasPrefix("motions.") }
    #expect(rows.count == 5)
    #expect(
      rows.filter(\.isSeenToHold).map(\.clause) == ["motions.transitions.take_up"])
    #expect(rows.filter(\.isSeenToFail).isEmpty)
  }

  @Test func `A second call is tried as a case, with its lower quorum`() throws {
    let edits = [
      (
        "quorum: {more_than: 1/2, of: members, source: assumption}",
        "quorum: {more_than: 2/3, of: members, source: assumption, "
          + "second_call: {after: P14D, at_least: 1/3, source: assumption}}"
      )
    ]
    let acts = [
      "{do: meeting plan, series: plenary, from: 2026-04-20, effective: 2026-02-03, as: n}",
      "{do: meeting convene, meeting: $n, second-call-of: $m, effective: 2026-03-21}",
    ]
    let found = try mismatches(
      acts, fixture: "convened", when: "{do: meeting open, meeting: $n, present: [PT]}",
      then: "{accepted: true, quorum.needed: 1, quorum.rule: bodies.plenary.quorum.second_call}",
      on: "2026-04-20", under: edits)
    #expect(found == [])
  }

  @Test func `The fourth place of a state is promised to wait`() throws {
    let edits = [
      (
        "documents: P7D, source: assumption}}",
        "documents: P7D, source: assumption}, "
          + "invitations: {seats: {member: 1}, source: assumption}}"
      )
    ]
    let found = try mismatches(
      ["{do: invitation register, meeting: $m, member: PT, effective: 2026-02-03}"],
      fixture: "convened", when: "{do: invitation register, meeting: $m, member: PT}",
      then: "{accepted: true, note: invitation-waits, waits: true, places: 1, taken: 1}",
      on: "2026-02-04", under: edits)
    #expect(found == [])
  }
}
