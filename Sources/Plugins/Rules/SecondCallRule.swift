package import Values

/// What holds at a second meeting, called since the first one had no quorum.
///
/// Source: such rules as article R1142-63-6 of the French Public Health Code, "after 15 days without quorum".
package struct SecondCallRule: Hashable, Sendable {
  /// The lower quorum; nil where the second meeting needs none.
  package var threshold: Threshold?
  /// The least time from the first day of the first meeting to that of the second one.
  package var after: Period
  package var clause: Clause

  package init(threshold: Threshold?, after: Period, clause: Clause) {
    (self.threshold, self.after, self.clause) = (threshold, after, clause)
  }
}
