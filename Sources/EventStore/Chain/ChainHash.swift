package import Values

/// The chain's hashes, for readers that have leaves and no log.
package enum ChainHash {
  /// The hash before the first leaf of a log.
  package static func genesis(log: EntryID, created: Instant) -> Digest {
    LogFormat.genesis(log: log, created: created)
  }

  /// The hash after some more leaves.
  package static func after(_ hash: Digest, _ leaves: [Digest]) -> Digest {
    leaves.reduce(hash) { LogFormat.chain($0, $1) }
  }
}
