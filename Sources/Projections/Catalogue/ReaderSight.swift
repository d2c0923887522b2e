package import Governance
package import Plugins
import Values

/// What a reader of a class sees of a list; without a rule it sees nothing that a rule could show.
///
/// ```swift
/// let sight = ReaderSight("observer", under: rules)
/// sight.hides("phone")  // true, unless `visibility.phone` names the class
/// ```
package struct ReaderSight: Hashable, Sendable {
  /// The nouns of the views that hold something not everybody sees.
  package static let nouns: Set = ["agenda", "directory", "person"]

  package let reader: String
  private let rule: VisibilityRule?

  package init(_ reader: String, under rules: Rules) {
    self.reader = reader
    rule = rules.visibility
  }

  /// The readers that rules know: their classes, and guests.
  package static func readers(under rules: Rules) -> [String] {
    let classes = rules.membership.classes.map(\.name)
    return classes.contains(VisibilityRule.guest) ? classes : classes + [VisibilityRule.guest]
  }

  private func sees(_ subject: VisibilityRule.Subject) -> Bool {
    rule?.shows(subject, to: reader) == true
  }

  /// Whether a column of persons is kept from the reader.
  package func hides(_ column: String) -> Bool {
    guard let subject = VisibilityRule.Subject(rawValue: column), !Self.sessions.contains(subject)
    else { return false }
    return !sees(subject)
  }

  private static let sessions: Set<VisibilityRule.Subject> = [.restricted, .closed]

  /// The widest session whose items the reader hears.
  package var session: ItemAddition.Session {
    if sees(.closed) { return .closed }
    return sees(.restricted) ? .restricted : .open
  }

  /// The rows of a view that the reader sees; those of an agenda are numbered anew, without gaps.
  package func rows(_ rows: [Row], of noun: String) -> [Row] {
    noun == "agenda" ? HeardAgenda.rows(rows, heardBy: session) : rows
  }
}
