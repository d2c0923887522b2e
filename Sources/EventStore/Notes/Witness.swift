package import Values

/// Watches logs of others: cosigns what only grew, and keeps the last checkpoint of each origin in `witnessed/`.
///
/// Source: C2SP tlog-witness, <https://c2sp.org/tlog-witness>.
package struct Witness: Sendable {
  private let directory: String
  private var path: String { directory + "/witnessed" }

  /// - Parameter directory: The folder of the network that watches.
  package init(in directory: String) { self.directory = directory }

  /// Checks a request and cosigns its checkpoint.
  ///
  /// What is seen is kept before anything is handed out, so that a broken call can only be repeated.
  ///
  /// - Parameters:
  ///   - request: From the log, with the proof from the size that was seen last.
  ///   - log: The public key of the log, from elsewhere than the request.
  ///   - key: The witness's own key.
  ///   - now: The time that the line will tell.
  /// - Returns: The line to give back.
  /// - Throws: `proof-unfit` for a signature that is not the log's, `witness-elsewhere` when another size was
  ///   seen last, `checkpoint-fork` for a log that did not only grow; `origin-closed` for a witness that was
  ///   restored from a copy, which may have forgotten what it saw. Nothing is kept then.
  package func cosign(
    _ request: WitnessRequest, of log: NoteKey, with key: borrowing SigningKey, now: Instant
  ) throws -> SignedNote.Signature {
    let lock = try LockFile(in: directory)
    try lock.lock()
    defer { lock.unlock() }
    try CopyMark.checkMaySign(key.key.name, in: directory)
    try check(request, of: log)
    let line = try key.cosign(request.signed.checkpoint, at: now)
    try Folder.create(path)
    try DurableFile.replace(
      file(log.name), Array(request.signed.whole.utf8), in: path)
    return line
  }

  private func check(_ request: WitnessRequest, of log: NoteKey) throws {
    let found = request.signed.checkpoint
    guard log.purpose == .checkpoint, found.origin == log.name,
      request.signed.note.standing(of: log) == .good
    else { throw Failure(.proofUnfit, ["part": .word("proof.signature")]) }
    let known = try seen(of: log.name)?.checkpoint
    let size = known?.size ?? 0
    // A log that says less than before, or otherwise at the same size, needs no proof to be a fork.
    if let known, found.size < known.size || (found.size == known.size && found.root != known.root)
    {
      throw Fork(known, found).failure
    }
    guard request.old == size else {
      throw Failure(.witnessElsewhere, ["origin": .text(log.name), "size": .text("\(size)")])
    }
    let old = (size: size, root: known?.root ?? MerkleTree.emptyRoot)
    guard MerkleTree.isConsistent(old, (found.size, found.root), request.proof) else {
      let seen = known ?? Checkpoint(origin: log.name, size: 0, root: MerkleTree.emptyRoot)
      throw Fork(seen, found).failure
    }
  }

  /// The last checkpoint seen of an origin; nil when there was none.
  ///
  /// - Throws: `proof-unreadable` when the file is not what was kept: without it nobody can tell a fork.
  package func seen(of origin: String) throws -> SignedCheckpoint? {
    let file = file(origin)
    guard Folder.holds(file) else { return nil }
    guard let bytes = DurableFile.read(file, atMost: SignedNote.maximumBytes),
      let text = String(utf8: bytes.span), let signed = SignedCheckpoint(text),
      signed.checkpoint.origin == origin
    else { throw Failure(.proofUnreadable, ["file": .text("witnessed/")]) }
    return signed
  }

  private func file(_ origin: String) -> String {
    "\(path)/\(Digest.sha256(origin.utf8).hex).note"
  }
}
