package import Values

/// Where the log ends.
package struct Head: Hashable, Sendable {
  /// The last event, counted from 1; 0 in an empty log.
  package let position: Int64
  /// The last leaf of the chain, counted from 1: events, and commands that brought none.
  package let ordinal: Int64
  package let hash: Digest
  /// When the last command was recorded; the next is never earlier.
  package let recorded: Instant
}
