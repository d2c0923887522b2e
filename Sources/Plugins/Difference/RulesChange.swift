package import Values

/// One thing in which two versions of rules differ.
///
/// ```swift
/// let changes = RulesDifference.changes(from: inForce, to: draft)
/// changes[0].key     // "series.plenary.notice.period"
/// changes[0].before  // "P14D"
/// ```
package struct RulesChange: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case added, removed, changed
  }

  /// The keys from the top of the plugin, such as `governance`, `series`, `plenary`, `notice`, `period`.
  package let path: [String]
  /// The id of the clause in which it stands; nil outside every clause.
  package let clause: String?
  /// Nil for what was added.
  ///
  /// A threshold is one value: an object of `more_than` or `at_least` with `of`.
  package let before: JSON?
  /// Nil for what was removed.
  package let after: JSON?

  package init(path: [String], clause: String?, before: JSON?, after: JSON?) {
    self.path = path
    self.clause = clause
    self.before = before
    self.after = after
  }

  package var kind: Kind {
    if before == nil { return .added }
    return after == nil ? .removed : .changed
  }

  /// The path below `governance` as clauses have it; outside it the whole path.
  package var key: String {
    (path.first == "governance" ? path.dropFirst() : path[...]).joined(separator: ".")
  }

  /// Whether it is only where a rule comes from that changes.
  package var isOfSource: Bool { path.last == "source" && path.first == "governance" }
}
