package import Plugins
package import Values

extension SampleRules {
  /// A silence and a written procedure of the plenary, to stand after the sample rules.
  package static let procedures = """
      procedures:
        silence:
          title: {en: Silence procedure}
          kind: silence
          body: plenary
          not_for: [rules]
          source: charter
          period: {working_days: 10, urgent: 3, starts: last_notice, source: assumption}
          broken: {by: [objection, amendment, meeting_request], who: entitled, count: 1, then: next_meeting, source: assumption}
        asked:
          title: {en: Silence with consent}
          kind: silence
          body: plenary
          source: assumption
          period: {days: 3, at: "17:00", starts: opening, source: assumption}
          consent: {unless: opposed, source: assumption}
          broken: {by: [objection], who: any_member, count: 2, then: fails, source: assumption}
        written:
          title: {en: Written procedure}
          kind: written
          body: plenary
          source: practice
          period: {days: 14, starts: opening, source: assumption}
          consent: {at_least: 1/2, source: assumption}
          answers: {at_least: 1/2, source: assumption}
          broken: {by: [meeting_request], who: entitled, more_than: 1/2, then: restart, source: assumption}
        plain:
          title: {en: Vote by letter}
          kind: written
          body: plenary
          source: practice
          period: {days: 7, starts: opening, source: assumption}
    """

  /// The sample rules with these procedures and some of their words replaced.
  package static func withProcedures(_ edits: [(String, String)] = []) throws -> JSON {
    var text = text + "\n" + procedures
    for (old, new) in edits {
      let parts = text.split(separator: old, omittingEmptySubsequences: false)
      guard parts.count > 1 else { throw WordsMissing(words: old) }
      text = parts[0] + new + parts.dropFirst().joined(separator: old)
    }
    return try YAML.parse(text, file: "procedures.yaml").json
  }

  /// The same, read as rules.
  package static func procedureRules(_ edits: [(String, String)] = []) throws -> Rules {
    try PluginFile.load(resolved: withProcedures(edits))
  }
}

extension Zone {
  /// The clocks of Lisbon by the rule of today: summer time from the last Sundays of March to October.
  package static let lisbon = Zone(
    transitions: [], before: 0, rule: ZoneRule("WET0WEST,M3.5.0/1,M10.5.0"))
}
