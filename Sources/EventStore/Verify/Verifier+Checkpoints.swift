/// A key that a log names, and up to where it may sign.
package struct KnownKey: Hashable, Sendable {
  package let key: NoteKey
  /// The leaf with which it was retired, counted from 1; nil while in use.
  ///
  /// It signs nothing that covers this leaf.
  package let retiredAt: Int64?

  package init(_ key: NoteKey, retiredAt: Int64?) { (self.key, self.retiredAt) = (key, retiredAt) }
}

extension Verifier {
  /// Reads the checkpoints on record before the walk, which takes their roots on its way.
  mutating func readCheckpoints() throws {
    checkpoints = try CheckpointFolder(in: log.directory).all()
  }

  /// Holds each checkpoint of the newest origin to the log and to the keys that the log names.
  ///
  /// A log without a key for checkpoints can have none on record: one that was restored from before its first key
  /// shows by that.
  mutating func checkCheckpoints(_ keys: KeyReader) throws {
    let known = try keys(log).filter { $0.key.purpose == .checkpoint }
    let origin = known.last?.key.name
    for signed in checkpoints where origin == nil || signed.checkpoint.origin == origin {
      check(signed, known)
    }
  }

  private mutating func check(_ signed: SignedCheckpoint, _ keys: [KnownKey]) {
    let checkpoint = signed.checkpoint
    guard let root = roots[checkpoint.size], root == checkpoint.root else {
      let size = roots[checkpoint.size] == nil ? result.leaves : checkpoint.size
      let own = roots[checkpoint.size] ?? result.root ?? MerkleTree.emptyRoot
      let found = Checkpoint(origin: checkpoint.origin, size: size, root: own)
      result.forks.append(Fork(checkpoint, found))
      return result.add(.checkpoint)
    }
    let signers = keys.filter { $0.key.name == checkpoint.origin }
      .filter { $0.retiredAt.map { checkpoint.size < $0 } ?? true }
    guard signers.contains(where: { signed.note.standing(of: $0.key) == .good }),
      !signers.contains(where: { signed.note.standing(of: $0.key) == .forged })
    else { return result.add(.checkpoint) }
    result.checkpoints.append(checkpoint.size)
  }
}
