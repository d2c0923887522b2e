package import Values

/// One sentence of an activity report as a code with its values, and the event behind it.
///
/// The words are `activity.CODE` of the catalogues.
package struct ActivityLine: Hashable, Sendable {
  package let code: String
  package let values: [String: Failure.Value]
  package let event: Int64?

  init(_ code: String, _ values: [String: Failure.Value], event: Int64?) {
    self.code = code
    self.values = values
    self.event = event
  }
}

/// The lines of one subject of an activity report, such as its meetings.
package struct ActivitySection: Hashable, Sendable {
  /// A word of the catalogues, `activity.section.WORD`.
  package enum Subject: String, CaseIterable, Sendable {
    case meetings, decisions, procedures, elections, actions, deliverables, reports, members
    case subgroups
  }

  package let subject: Subject
  /// By day, then in the order of the views.
  package let lines: [ActivityLine]
}
