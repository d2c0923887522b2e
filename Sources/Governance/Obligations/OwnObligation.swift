package import Plugins
package import Values

/// What somebody owes by a rule that the network wrote itself, and what became of it.
package struct OwnObligation: Hashable, Sendable {
  /// The event that met it, and the day from which that counts.
  package struct Met: Hashable, Sendable {
    package let position: Int64
    package let day: Day
  }

  package let rule: ObligationRule
  /// The position of the event that brought it about.
  package let trigger: Int64
  /// The thing that the event happened to, such as `PT.contact_point.1`.
  package let subject: String
  /// The day of that event.
  package let since: Day
  /// The last day on which it can be met; nil where the rules cannot tell, so that it is owed at once.
  package let due: Day?
  /// What the message of the rule quotes.
  package let values: [String: Failure.Value]
  /// Nil as long as nothing met it.
  package internal(set) var met: Met?

  /// Names it among all: the rule and the event behind it.
  package var id: String { "\(rule.id):\(trigger)" }

  /// The days on which somebody is reminded, in their order; none where nobody knows when it is due.
  package var reminders: [Day] {
    guard let due else { return [] }
    return rule.remind.map { due - $0 }.sorted()
  }

  /// Whether it was met late, or is overdue on a day.
  package func isLate(on day: Day) -> Bool {
    let end = met?.day ?? day
    return due.map { $0 < end } ?? (met == nil)
  }
}
