package import Values

/// A command as the log holds it, with its verdict.
package struct RecordedCommand: Hashable, Sendable {
  /// Its place among the commands, counted from 1 without gaps.
  package let row: Int64
  package let id: CommandID
  package let name: String
  package let actor: String
  package let body: JSON
  package let verdict: Verdict
  package let answer: JSON
  package let rules: Digest?
  package let correlation: CommandID?
  package let causation: Int64?
  /// The positions of its events; nil when it brought none, as a refused one.
  package let positions: ClosedRange<Int64>?
  package let recorded: Instant
}
