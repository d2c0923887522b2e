import Plugins
import TestKit
import Testing
import Values

@testable import Governance

/// The time that guards see as `now`.
@Suite struct MomentTests {
  private func moment(
    of day: String, recorded: String, today: String, in zone: Zone = .utc
  ) throws -> String {
    let occasion = Occasion(
      effective: try #require(PartialDay(day)), today: try #require(Day(today)),
      isTakenOver: false, actor: "secretariat")
    let recorded = try #require(Instant(recorded))
    return GuardPanel.Circumstances(occasion: occasion, recorded: recorded).moment(in: zone)
      .description
  }

  @Test func `An act of the day on which it is recorded has the time of the log`() throws {
    let told = try moment(
      of: "2026-11-23", recorded: "2026-11-23T09:30:00Z", today: "2026-11-23")
    #expect(told == "2026-11-23T09:30:00.000000Z")
  }

  @Test(arguments: ["2026-11-22", "2026-12-01", "2016-06-09"])
  func `An act of another day begins with that day`(_ day: String) throws {
    let told = try moment(of: day, recorded: "2026-11-23T09:30:00Z", today: "2026-11-23")
    #expect(told == "\(day)T00:00:00.000000Z")
  }

  @Test func `An act of a fixture is of its own day, whenever the log began`() throws {
    let told = try moment(
      of: "2026-01-10", recorded: "1970-01-01T00:00:00Z", today: "2026-01-10")
    #expect(told == "2026-01-10T00:00:00.000000Z")
  }

  @Test func `A guard of a fixture's act sees the day of the act`() throws {
    let text =
      SampleRules.text + """

        guards:
          - id: member.of-this-century
            on: [member.admitted]
            source: assumption
            require: "year(now) == 2026 && payload.from <= addPeriod(now, 'P1D')"
            message: {en: "Not then."}
        fixtures:
          one:
            - {do: member admit, member: PT, class: member, effective: 2026-01-10}
        tests:
          - name: a second member follows
            given: {fixture: one}
            on: 2026-03-10
            when: {do: member admit, member: ES, class: member}
            then: {accepted: true}
        """
    let loaded = try PluginFile.load(text: text, file: "s.yaml")
    let findings = Findings()
    let suite = CaseSuite(CaseBook([loaded.tree], into: findings), into: findings)
    var runner = CaseRunner(loaded.rules, suite)
    let report = try runner.run()
    #expect(report.results.count == 1 && report.passes && !findings.hasErrors)
  }
}
