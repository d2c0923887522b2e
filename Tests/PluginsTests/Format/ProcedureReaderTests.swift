import TestKit
import Testing
import Values

@testable import Plugins

/// Reading how bodies decide outside a meeting, with what is told of each fault.
@Suite struct ProcedureReaderTests {
  private static func assumption(_ id: String) -> Clause { Clause(id: id, source: .assumption) }

  @Test func `A silence procedure is read with a clause for each of its parts`() throws {
    let rule = try #require(try SampleRules.procedureRules().procedure("silence"))
    #expect(rule.kind == .silence)
    #expect(rule.body == "plenary")
    #expect(rule.notFor == ["rules"])
    #expect(rule.clause.id == "procedures.silence")
    #expect(rule.clause.source.key == "charter")
    #expect(
      rule.period
        == ProcedurePeriod(
          count: 10, unit: .workingDays, urgent: 3, at: nil, start: .lastNotice,
          clause: Self.assumption("procedures.silence.period")))
    #expect(
      rule.breaking
        == BreakingRule(
          means: [.objection, .amendment, .meetingRequest], author: .entitled, number: .count(1),
          consequence: .nextMeeting, clause: Self.assumption("procedures.silence.broken")))
    #expect(rule.consent == nil && rule.answers == nil)
  }

  @Test func `A written procedure is read with its thresholds`() throws {
    let rule = try #require(try SampleRules.procedureRules().procedure("written"))
    let half = Threshold(.atLeast, .half)
    #expect(rule.kind == .written)
    #expect(
      rule.consent
        == ConsentRule(threshold: half, clause: Self.assumption("procedures.written.consent")))
    #expect(
      rule.answers
        == AnswersRule(threshold: half, clause: Self.assumption("procedures.written.answers")))
    #expect(rule.breaking?.number == .share(Threshold(.moreThan, .half)))
    #expect(rule.breaking?.consequence == .restart)
  }

  @Test func `A time of day, any member, and no opposition are read`() throws {
    let rule = try #require(try SampleRules.procedureRules().procedure("asked"))
    #expect(rule.period.at == TimeOfDay("17:00"))
    #expect(rule.period.unit == .days)
    #expect(rule.breaking?.author == .anyMember)
    #expect(rule.consent?.threshold == nil)
    #expect(try SampleRules.procedureRules().procedure("plain")?.breaking == nil)
  }

  @Test func `Rules that went through the log are the same rules`() throws {
    let rules = try SampleRules.procedureRules()
    #expect(try PluginFile.load(resolved: JSON(parsing: rules.resolved.canonical)) == rules)
    #expect(rules.procedures.map(\.id) == ["asked", "plain", "silence", "written"])
  }

  @Test(arguments: [
    (
      "kind: silence\n      body: plenary\n      not_for",
      "kind: quiet\n      body: plenary\n      not_for", "choice-"
    ),
    ("body: plenary\n      not_for", "body: senate\n      not_for", "reference-unknown"),
    ("not_for: [rules]", "not_for: [weather]", "reference-unknown"),
    ("working_days: 10, ", "", "keys-neither"),
    ("working_days: 10, ", "working_days: 10, days: 10, ", "keys-exclusive"),
    ("working_days: 10", "working_days: 0", "value-out-of-range"),
    ("working_days: 10", "working_days: 367", "value-out-of-range"),
    ("urgent: 3", "urgent: soon", "value-unreadable"),
    ("at: \"17:00\"", "at: \"25:00\"", "value-unreadable"),
    ("starts: last_notice", "starts: tomorrow", "choice-"),
    ("starts: last_notice, ", "", "key-missing"),
    ("consent: {unless: opposed", "consent: {unless: agreed", "choice-"),
    ("consent: {unless: opposed", "consent: {unless: opposed, more_than: 1/2", "keys-exclusive"),
    ("consent: {at_least: 1/2, ", "consent: {", "keys-neither"),
    ("answers: {at_least: 1/2", "answers: {at_least: 0/2", "threshold-empty"),
    ("answers: {at_least: 1/2", "answers: {more_than: 1/1", "threshold-impossible"),
    ("by: [objection], who: any_member", "by: [], who: any_member", "list-empty"),
    ("by: [objection], who: any_member", "by: [shouting], who: any_member", "choice-"),
    ("who: any_member", "who: anybody", "choice-"),
    ("count: 2, then: fails", "count: 2, more_than: 1/2, then: fails", "keys-exclusive"),
    ("count: 2, then: fails", "then: fails", "keys-neither"),
    ("count: 2, then: fails", "count: 2, then: dance", "choice-"),
    (
      "kind: written\n      body: plenary\n      source: practice\n      period: {days: 7",
      "kind: silence\n      body: plenary\n      source: practice\n      period: {days: 7",
      "key-missing"
    ),
    (
      "kind: written\n      body: plenary\n      source: practice\n      period: {days: 14",
      "kind: silence\n      body: plenary\n      source: practice\n      period: {days: 14",
      "keys-exclusive"
    ),
    ("days: 7, starts: opening, source: assumption", "days: 7, starts: opening", "key-missing"),
    ("title: {en: Vote by letter}", "title: {}", "text-missing"),
    ("period: {days: 7", "colour: red\n      period: {days: 7", "key-unknown"),
  ])
  func `A fault is named by its code`(_ row: (old: String, new: String, code: String)) throws {
    let document = try SampleRules.withProcedures([(row.old, row.new)])
    do {
      _ = try PluginFile.load(resolved: document)
      Issue.record("\(row.new) was read")
    } catch {
      let codes = error.findings.map(\.failure.code.name)
      #expect(codes.contains { $0.hasPrefix(row.code) }, "\(codes)")
    }
  }

  @Test(arguments: [(1, 4, 1), (3, 4, 3)])
  func `A count is a count whatever the number of members`(
    _ row: (count: Int, members: Int, needed: Int)
  ) {
    let rule = BreakingRule(
      means: [.objection], author: .entitled, number: .count(row.count), consequence: .fails,
      clause: Self.assumption("b"))
    #expect(rule.needed(of: row.members) == row.needed)
    #expect(rule.needed(of: 100) == row.needed)
  }

  @Test(arguments: [(4, 3), (5, 3), (6, 4), (27, 14)])
  func `More than half of the addressees`(_ row: (members: Int, needed: Int)) {
    let rule = BreakingRule(
      means: [.meetingRequest], author: .entitled, number: .share(Threshold(.moreThan, .half)),
      consequence: .restart, clause: Self.assumption("b"))
    #expect(rule.needed(of: row.members) == row.needed)
  }
}
