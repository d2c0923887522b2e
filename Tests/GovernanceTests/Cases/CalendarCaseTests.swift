import Governance
import Plugins
import TestKit
import Testing
import Values

/// Worked cases count working days by the calendar of the rules.
@Suite struct CalendarCaseTests {
  /// 5 March 2026 is a Thursday, 20 March a Friday: eleven working days, nine without two holidays.
  private static let guards = """

    guards:
      - id: own.notice
        on: [meeting.convened]
        require: "workingDaysBetween(now, meeting.begins_at) >= 10"
        message: {en: "Ten working days."}
        source: assumption
    """

  private static let holidays = """

    calendar:
      holidays:
        spring: {on: 2026-03-18, until: 2026-03-19}
      source: practice
    """

  private static let weekend = """

    calendar: {weekend: [friday, saturday, sunday], source: practice}
    """

  @Test(arguments: [
    ("", "{accepted: true}"), (holidays, "{refused: own.notice}"),
    (weekend, "{refused: own.notice}"),
  ])
  func `A case is answered by the network's own working days`(
    _ row: (calendar: String, then: String)
  ) throws {
    let rules = try PluginFile.load(
      text: SampleRules.text + row.calendar + Self.guards, file: "s.yaml"
    ).rules
    let suite = try SampleCases.suite(
      "{fixture: members, acts: [{do: meeting plan, series: plenary, from: 2026-03-20, as: m}]}",
      when: "{do: meeting convene, meeting: $m, agenda: [One]}", then: row.then, on: "2026-03-05")
    let report = try SampleCases.report(suite, under: rules)
    #expect(report.passes, "\(report.failed)")
  }

  @Test func `A case without the holidays would go otherwise, so that the change is noticed`()
    throws
  {
    let text = SampleRules.text + Self.holidays + Self.guards
    let tree = try PluginFile.load(text: text, file: "s.yaml").tree
    let suite = try SampleCases.suite(
      "{fixture: members, acts: [{do: meeting plan, series: plenary, from: 2026-03-20, as: m}]}",
      when: "{do: meeting convene, meeting: $m, agenda: [One]}", then: "{refused: own.notice}",
      on: "2026-03-05")
    let mutant = try #require(
      Mutant.all(of: tree).first { $0.path == "calendar.holidays" }?.rules)
    #expect(try !SampleCases.report(suite, under: mutant).passes)
  }
}
