/// What became of a command.
package enum Verdict: String, Hashable, Sendable, CaseIterable {
  case accepted
  /// History from before the log's own time: stored without being decided again.
  case takenOver = "taken-over"
  case refused

  /// Each as its row spells it.
  static let allSpelled = allCases.map { Array($0.rawValue.utf8) }
}
