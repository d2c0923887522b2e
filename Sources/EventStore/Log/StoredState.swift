package import Values

/// What the events of one stream fold to, kept beside them so that deciding need not read them all.
package struct StoredState: Hashable, Sendable {
  /// The last event of the stream that is folded in.
  package let version: Int64
  /// The number of the fold's code: another number means that the state must be made again.
  package let fold: Int
  package let data: JSON

  package init(version: Int64, fold: Int, data: JSON) {
    self.version = version
    self.fold = fold
    self.data = data
  }
}

/// What the writer of a stream believes about it.
package enum ExpectedVersion: Hashable, Sendable {
  case noStream
  /// The stream has exactly this many events, 1 or more.
  case exactly(Int64)
}

/// The answer to an append.
package struct Appended: Hashable, Sendable {
  /// The row of the command.
  package let command: Int64
  /// The positions of the events; nil when there were none.
  package let positions: ClosedRange<Int64>?
  /// The version of each stream written to.
  package let versions: [StreamName: Int64]
  /// The head of the log once the transaction commits.
  package let head: Head
}
