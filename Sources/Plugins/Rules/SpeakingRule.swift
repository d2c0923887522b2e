/// How long and how often each delegation speaks on one item of the meetings of a series.
///
/// A point of order is neither counted nor limited.
package struct SpeakingRule: Hashable, Sendable {
  /// Of all its turns on one item together; nil for no limit.
  package var minutes: Int?
  /// Its turns on one item; nil for no limit.
  package var times: Int?
  /// Whether the minutes of a meeting say who spoke.
  package var isRecorded: Bool
  package var clause: Clause

  package init(minutes: Int?, times: Int?, isRecorded: Bool = false, clause: Clause) {
    (self.minutes, self.times) = (minutes, times)
    (self.isRecorded, self.clause) = (isRecorded, clause)
  }
}
