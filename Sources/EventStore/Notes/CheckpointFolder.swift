internal import Values

/// The checkpoints that a log has signed, and what witnesses added, in `checkpoints/`.
///
/// Each is a file under a name of its own that is made once and never written again: `ORIGIN-SIZE.note`, where the
/// origin stands as the first eight digits of its hash, and beside it `ORIGIN-SIZE.KEY.line` for each cosignature.
/// The folder is not restored together with the log, so that it shows what a restored log has forgotten.
package struct CheckpointFolder: Sendable {
  private let path: String

  /// - Parameter directory: The network's folder; `checkpoints` is made with the first of them.
  package init(in directory: String) { path = directory + "/checkpoints" }

  /// Keeps a checkpoint; one of the same origin and size that says the same is kept already.
  ///
  /// - Throws: `checkpoint-fork` when the one on record says something else.
  package func keep(_ signed: SignedCheckpoint) throws {
    try Folder.create(path)
    let name = Self.name(signed.checkpoint)
    if let earlier = try read(name + ".note") {
      guard earlier.checkpoint == signed.checkpoint else {
        throw Fork(earlier.checkpoint, signed.checkpoint).failure
      }
      return
    }
    try DurableFile.create("\(path)/\(name).note", Array(signed.whole.utf8))
    try Folder.synchronize(path)
  }

  /// Keeps the line of a witness beside its checkpoint; the same witness is kept once.
  package func keep(_ line: SignedNote.Signature, beside checkpoint: Checkpoint) throws {
    let file = "\(path)/\(Self.name(checkpoint)).\(line.hash.hex).line"
    guard !Folder.holds(file) else { return }
    try DurableFile.create(file, Array((line.line + "\n").utf8))
    try Folder.synchronize(path)
  }

  /// Every checkpoint on record with its cosignatures, by size.
  ///
  /// - Throws: `proof-unreadable` for a file that this program did not write.
  package func all() throws -> [SignedCheckpoint] {
    let names = FolderEntry.names(in: path)
    let notes = try names.filter { $0.hasSuffix(".note") }.compactMap { name in
      let lines = names.filter { $0.hasPrefix(name.dropLast(4)) && $0.hasSuffix(".line") }
      return try read(name).map { try with(lines, $0) }
    }
    return notes.sorted {
      ($0.checkpoint.size, $0.checkpoint.origin) < ($1.checkpoint.size, $1.checkpoint.origin)
    }
  }

  /// The checkpoints of an origin, by size.
  package func all(of origin: String) throws -> [SignedCheckpoint] {
    try all().filter { $0.checkpoint.origin == origin }
  }

  private func with(_ lines: [String], _ signed: SignedCheckpoint) throws -> SignedCheckpoint {
    var signed = signed
    for name in lines {
      guard let text = text(of: name), text.hasSuffix("\n"),
        let line = SignedNote.Signature(line: text.dropLast())
      else { throw Self.unreadable(name) }
      signed.note.signatures.append(line)
    }
    return signed
  }

  /// The checkpoint of a file; nil when there is none.
  private func read(_ name: String) throws -> SignedCheckpoint? {
    guard Folder.holds("\(path)/\(name)") else { return nil }
    guard let signed = text(of: name).flatMap({ SignedCheckpoint($0) }),
      name == Self.name(signed.checkpoint) + ".note"
    else { throw Self.unreadable(name) }
    return signed
  }

  private func text(of name: String) -> String? {
    guard let bytes = DurableFile.read("\(path)/\(name)", atMost: SignedNote.maximumBytes) else {
      return nil
    }
    return String(utf8: bytes.span)
  }

  private static func name(_ checkpoint: Checkpoint) -> String {
    let origin = Digest.sha256(checkpoint.origin.utf8).bytes.prefix(4)
    return "\(Array(origin).hex)-\(checkpoint.size)"
  }

  private static func unreadable(_ name: String) -> Failure {
    Failure(.proofUnreadable, ["file": .text("checkpoints/\(name)")])
  }
}
