package import Values

/// Two checkpoints of one origin that cannot both be true.
package struct Fork: Hashable, Sendable {
  /// The one on record, or the one that a witness saw.
  package let known: Checkpoint
  package let found: Checkpoint

  package init(_ known: Checkpoint, _ found: Checkpoint) {
    (self.known, self.found) = (known, found)
  }

  /// The failure that names both sizes and both roots.
  package var failure: Failure {
    Failure(
      .checkpointFork,
      [
        "origin": .text(found.origin), "known": .text("\(known.size)"),
        "known-root": .text(known.root.hex), "found": .text("\(found.size)"),
        "found-root": .text(found.root.hex),
      ])
  }
}
