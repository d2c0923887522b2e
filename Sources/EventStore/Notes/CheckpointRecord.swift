internal import Values

/// Signs checkpoints of a log, and never two that contradict each other.
///
/// Source: C2SP tlog-checkpoint: a log must not sign a checkpoint that is inconsistent with one it signed before.
package struct CheckpointRecord {
  private let log: Log
  private let folder: CheckpointFolder

  package init(of log: Log) {
    self.log = log
    folder = CheckpointFolder(in: log.directory)
  }

  /// Signs what the log holds now and keeps it.
  ///
  /// - Parameters:
  ///   - key: A key for checkpoints; its name is the origin.
  ///   - growth: How many leaves the log must have more than the newest checkpoint; 0 to sign in any case.
  /// - Returns: The new checkpoint; nil when the log has not grown enough.
  /// - Throws: `checkpoint-fork` when the log is not a continuation of the newest checkpoint on record;
  ///   `origin-closed` as `checkMaySign`.
  package func sign(with key: borrowing SigningKey, growth: Int64 = 0) throws -> SignedCheckpoint? {
    let lock = try LockFile(in: log.directory)
    try lock.lock()
    defer { lock.unlock() }
    let origin = key.key.name
    try checkMaySign(origin)
    let leaves = try log.leaves()
    let newest = try folder.all(of: origin).last?.checkpoint
    if let newest {
      try Self.check(leaves, continue: newest)
      guard Int64(leaves.count) - newest.size >= growth else { return nil }
    }
    let checkpoint = Checkpoint(
      origin: origin, size: Int64(leaves.count), root: MerkleTree.root(of: leaves))
    let signed = try key.sign(checkpoint)
    try folder.keep(signed)
    return signed
  }

  /// Makes sure that nothing can have been signed under an origin that this copy of the log does not know.
  ///
  /// - Throws: `origin-closed` where the log was restored from a copy that had the origin already.
  package func checkMaySign(_ origin: String) throws {
    try CopyMark.checkMaySign(origin, in: log.directory)
  }

  /// Whether the log has grown enough since the newest checkpoint, before anybody is asked for a passphrase.
  package func hasGrown(by growth: Int64, origin: String) throws -> Bool {
    guard growth > 0, let newest = try folder.all(of: origin).last?.checkpoint else { return true }
    return try log.head().ordinal - newest.size >= growth
  }

  private static func check(_ leaves: [Digest], continue newest: Checkpoint) throws {
    let count = min(Int64(leaves.count), newest.size)
    let root = MerkleTree.root(of: leaves.prefix(Int(count)))
    guard count == newest.size, root == newest.root else {
      let found = Checkpoint(origin: newest.origin, size: count, root: root)
      throw Fork(newest, found).failure
    }
  }

  /// A checkpoint on record: of a size, or the newest.
  ///
  /// - Throws: `checkpoint-missing` when there is none.
  package func find(size: Int64? = nil, origin: String? = nil) throws -> SignedCheckpoint {
    let all = try folder.all().filter { origin == nil || $0.checkpoint.origin == origin }
    let found = size.map { size in all.last { $0.checkpoint.size == size } } ?? all.last
    guard let found else {
      throw Failure(.checkpointMissing, ["found": .text(size.map { "\($0)" } ?? "")])
    }
    return found
  }

  package func all() throws -> [SignedCheckpoint] { try folder.all() }

  /// Takes the line of a witness, once it holds for a checkpoint on record.
  ///
  /// - Returns: The checkpoint that it stands beside now.
  /// - Throws: `proof-unfit` when it is of no checkpoint on record, or not by that key.
  package func accept(_ line: SignedNote.Signature, by witness: NoteKey) throws -> SignedCheckpoint
  {
    for signed in try folder.all().reversed() {
      let note = SignedNote(text: signed.note.text, signatures: [line])
      guard note.standing(of: witness) == .good else { continue }
      try folder.keep(line, beside: signed.checkpoint)
      return try find(size: signed.checkpoint.size, origin: signed.checkpoint.origin)
    }
    throw Failure(.proofUnfit, ["part": .word("proof.signature")])
  }

  /// What a witness is asked: to go from the size it saw last to a checkpoint on record.
  package func request(_ signed: SignedCheckpoint, after old: Int64) throws -> WitnessRequest {
    let leaves = try log.leaves(first: signed.checkpoint.size)
    guard let count = Int(exactly: old), let proof = MerkleTree.consistency(from: count, in: leaves)
    else { throw Failure(.checkpointMissing, ["found": .text("\(old)")]) }
    return WitnessRequest(old: old, proof: proof, signed: signed)
  }
}
