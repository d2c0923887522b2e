import Plugins
import TestKit
import Testing
import Values

/// What is changed on purpose in the keys of procedures.
@Suite struct ProcedureMutantTests {
  static let text = """
      procedures:
        silence:
          title: {en: Silence}
          kind: silence
          body: plenary
          not_for: [default]
          source: practice
          consent: {unless: opposed, source: practice}
          period: {working_days: 10, urgent: 3, starts: last_notice, source: practice}
          broken: {by: [objection], who: entitled, count: 2, then: fails, resumes: true, source: practice}
        written:
          title: {en: Written}
          kind: written
          body: plenary
          source: practice
          consent: {at_least: 1/2, source: practice}
          period: {days: 1, starts: opening, source: practice}
          answers: {more_than: 2/3, source: practice}

    """

  private static func mutants() throws -> [Mutant] {
    Mutant.all(of: try YAML.parse(SampleRules.text + "\n" + text, file: "p.yaml"))
  }

  @Test(arguments: [
    ("silence.not_for", ["[default] > nothing"]), ("silence.consent", ["consent > nothing"]),
    ("silence.period.working_days", ["10 > 11", "10 > 9"]),
    ("silence.period.urgent", ["3 > 4", "3 > 2", "3 > nothing"]),
    ("silence.period.starts", ["last_notice > opening"]),
    ("silence.broken.count", ["2 > 3", "2 > 1"]),
    ("silence.broken.then", ["fails > next_meeting", "fails > restart"]),
    ("silence.broken.resumes", ["true > false"]),
    ("written.period.days", ["1 > 2"]), ("written.answers", ["answers > nothing"]),
    ("written.consent.at_least", ["1/2 > 1/3", "1/2 > 3/5"]),
    ("written.period.starts", ["opening > last_notice"]),
  ])
  func `A value has these neighbours`(_ row: (path: String, changes: [String])) throws {
    let found = try Self.mutants().filter { $0.path == "procedures.\(row.path)" }
    #expect(
      found.map { "\($0.from ?? "nothing") > \($0.to ?? "nothing")" } == row.changes)
  }

  @Test func `What breaks silence is taken away and added`() throws {
    let found = try Self.mutants().filter { $0.path == "procedures.silence.broken.by" }
    #expect(found.count == 3)
    let rules = found.compactMap { $0.rules?.procedure("silence")?.breaking?.means }
    #expect(rules == [[.objection, .amendment], [.objection, .meetingRequest]])
  }

  @Test func `Each change that gives rules changes the procedure and nothing else`() throws {
    let before = try PluginFile.load(text: SampleRules.text + "\n" + Self.text, file: "p.yaml")
      .rules
    for mutant in try Self.mutants() where mutant.path.hasPrefix("procedures.") {
      guard let rules = mutant.rules else { continue }
      #expect(rules.procedures != before.procedures, "\(mutant.path)")
      #expect(rules.bodies == before.bodies)
    }
  }
}
