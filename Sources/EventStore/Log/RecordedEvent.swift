package import Values

/// An event as the log holds it: what happened, and never changes.
package struct RecordedEvent: Hashable, Sendable {
  /// The place in the whole log, counted from 1 without gaps.
  package let position: Int64
  package let stream: StreamName
  /// The place in its stream, counted from 1 without gaps.
  package let version: Int64
  package let type: String
  package let schema: Int
  /// From which day it counts.
  package let effective: Day
  /// When the log took it, in UTC; never earlier than the event before.
  package let recorded: Instant
  package let data: JSON
  /// The row of the command that brought it.
  package let command: Int64
  /// A name unique among all logs.
  package let id: EntryID
  /// The chain's hash after this event.
  package let hash: Digest
  /// Where its personal words stand, in the order of the slots' bytes.
  package let sealed: [SealedReference]
}
