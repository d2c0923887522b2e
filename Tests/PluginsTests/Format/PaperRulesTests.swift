import TestKit
import Testing
import Values

@testable import Plugins

/// The keys of a series on agendas and minutes: read, refused with place and remedy, written as guards.
@Suite struct PaperRulesTests {
  private static let agenda = "{freeze: P7D, late: reason, source: assumption}"
  private static let minutes = "{comments: P10D, approval: silence, source: assumption}"

  private static func series(_ agenda: String?, _ minutes: String?) throws -> Series {
    let rules = try SampleRules.withPapers(agenda: agenda, minutes: minutes)
    return try #require(rules.series("plenary"))
  }

  @Test func `A rule on agendas says until when, and what a late item needs`() throws {
    let rule = try #require(try Self.series(Self.agenda, nil).agenda)
    #expect(rule.freeze == Period("P7D") && rule.late == .reason && rule.matter == nil)
    #expect(rule.clause.id == "series.plenary.agenda")
    let other = try Self.series(
      "{freeze: P1M, late: decision, matter: rules, source: charter}", nil)
    #expect(other.agenda?.late == .decision && other.agenda?.matter == "rules")
    #expect(other.minutes == nil)
  }

  @Test func `A rule on minutes says how long they are open, and what approves them`() throws {
    let rule = try #require(try Self.series(nil, Self.minutes).minutes)
    #expect(rule.comments == Period("P10D") && rule.approval == .silence)
    #expect(rule.clause.id == "series.plenary.minutes")
    let other = try Self.series(nil, "{comments: P1D, approval: meeting, source: charter}")
    #expect(other.minutes?.approval == .meeting && other.agenda == nil)
  }

  @Test(arguments: [
    ("{late: reason, source: assumption}", "key-missing"),
    ("{freeze: P7D, source: assumption}", "key-missing"),
    ("{freeze: soon, late: reason, source: assumption}", "value-unreadable"),
    ("{freeze: P7D, late: perhaps, source: assumption}", "choice-unknown"),
    ("{freeze: P7D, late: reason}", "key-missing"),
    ("{freeze: P7D, late: reason, matter: A B, source: assumption}", "value-unreadable"),
    ("{freeze: P7D, late: reason, thaw: P1D, source: assumption}", "key-unknown"),
  ])
  func `A wrong rule on agendas is told at its place`(_ row: (text: String, code: String)) throws {
    try Self.check(row, Self.agenda) { try SampleRules.papersText(agenda: $0) }
  }

  @Test(arguments: [
    ("{approval: silence, source: assumption}", "key-missing"),
    ("{comments: P10D, source: assumption}", "key-missing"),
    ("{comments: 10 days, approval: silence, source: assumption}", "value-unreadable"),
    ("{comments: P10D, approval: nobody, source: assumption}", "choice-unknown"),
    ("{comments: P10D, approval: silence}", "key-missing"),
  ])
  func `A wrong rule on minutes is told at its place`(_ row: (text: String, code: String)) throws {
    try Self.check(row, Self.minutes) { try SampleRules.papersText(minutes: $0) }
  }

  private static func check(
    _ row: (text: String, code: String), _ right: String, _ text: (String) throws -> String
  ) throws {
    #expect(throws: Never.self) { try PluginFile.load(text: text(right), file: "r.yaml") }
    let refused = #expect(throws: PluginRefused.self) {
      try PluginFile.load(text: text(row.text), file: "r.yaml")
    }
    let findings = refused?.findings ?? []
    #expect(
      findings.contains { $0.failure.code.name == row.code && $0.failure.place != nil },
      "\(findings)")
  }

  @Test(arguments: [
    ("never", "!payload.late && addPeriod(payload.on, 'P7D') <= meeting.from"),
    (
      "reason",
      "has(payload.reason) || (!payload.late && addPeriod(payload.on, 'P7D') <= meeting.from)"
    ),
    (
      "decision",
      "has(payload.deliberation) || (!payload.late && addPeriod(payload.on, 'P7D') <= meeting.from)"
    ),
  ])
  func `What a late item needs is said by a guard too`(_ row: (late: String, text: String)) throws {
    let rules = try SampleRules.withPapers(
      agenda: "{freeze: P7D, late: \(row.late), source: assumption}", minutes: nil)
    let guards = rules.expandedGuards.filter { $0.path == "series.plenary.agenda" }
    #expect(guards.map(\.on) == [["item.added"]] && guards.first?.keys == ["freeze", "late"])
    #expect(guards.first?.require.text == row.text)
  }

  @Test(arguments: [
    (
      "silence",
      "has(payload.deliberation) || (has(payload.until) && payload.until < payload.on && "
        + "payload.objections == 0)"
    ), ("meeting", "has(payload.deliberation)"),
  ])
  func `What approves minutes is said by a guard too`(_ row: (approval: String, text: String))
    throws
  {
    let rules = try SampleRules.withPapers(
      agenda: nil, minutes: "{comments: P10D, approval: \(row.approval), source: assumption}")
    let guards = rules.expandedGuards.filter { $0.path == "series.plenary.minutes" }
    #expect(guards.map(\.on) == [["minutes.approved"]])
    #expect(guards.first?.require.text == row.text)
  }

  @Test func `The guards of both keys can be put to their events`() throws {
    let rules = try SampleRules.withPapers()
    let environment = RuleEnvironment(rules)
    let guards = rules.expandedGuards.filter {
      ["series.plenary.agenda", "series.plenary.minutes"].contains($0.path)
    }
    #expect(guards.count == 2)
    for item in guards {
      for text in [item.when, item.require].compactMap(\.self) {
        #expect(try environment.checked(text, on: item.on[0]).kind == .bool)
      }
    }
  }

  @Test func `A freeze may be a parameter, which the guard names`() throws {
    let text = try SampleRules.papersText(
      agenda: "{freeze: {param: freeze}, late: never, source: assumption}")
    let rules = try PluginFile.load(
      text: text + "\nparameters: {freeze: {type: period, default: P9D, source: assumption}}",
      file: "r.yaml"
    ).rules
    #expect(rules.series("plenary")?.agenda?.freeze == Period("P9D"))
    let guards = rules.expandedGuards.filter { $0.path == "series.plenary.agenda" }
    #expect(guards.first?.require.text.contains("addPeriod(payload.on, params.freeze)") == true)
  }

  @Test(arguments: [
    ("series.plenary.agenda.freeze", ["P7D > P8D", "P7D > P6D"]),
    ("series.plenary.agenda.late", ["reason > never", "reason > decision", "reason > consent"]),
    ("series.plenary.agenda", ["agenda > nothing"]),
    ("series.plenary.minutes.comments", ["P10D > P11D", "P10D > P9D"]),
    ("series.plenary.minutes.approval", ["silence > meeting"]),
    ("series.plenary.minutes", ["minutes > nothing"]),
  ])
  func `Each value has its mutants`(_ row: (key: String, changes: [String])) throws {
    let mutants = Mutant.all(of: try YAML.parse(SampleRules.papersText(), file: "r.yaml"))
    let found = mutants.filter { $0.path == row.key }
      .map { "\($0.from ?? "nothing") > \($0.to ?? "nothing")" }
    #expect(found == row.changes)
  }
}
