internal import EventStore
internal import Plugins
internal import Values

/// Holds an export to itself: every line to its leaf, the leaves to the chain, and both to the checkpoint.
struct ExportCheck {
  private var log: EntryID?
  private var position: Int64 = 0
  private var leaves: [Digest] = []
  private var hash: Digest?
  private var end: ExportEnd?
  /// Where the log ended, as a whole export says on its first line.
  private var goal: ExportActs.End?
  /// The leaves of what was refused after the event of the line before.
  private var trailing: [Digest] = []

  /// What a whole export says of itself.
  struct Result: Equatable {
    let events: Int64
    /// The chain's hash after the last event, and in a whole export after what was refused then; nil without events.
    let head: Digest?
    let signed: SignedCheckpoint?
  }

  /// Reads an export to its end.
  ///
  /// - Parameters:
  ///   - path: A file of lines.
  ///   - key: The public key that signed the checkpoint; nil where the export carries none.
  /// - Returns: How many events were found whole.
  /// - Throws: `log-broken` with the position of the first event in doubt; `proof-unfit` for a checkpoint that does not
  ///   fit; `key-needed` and `checkpoint-missing` where key and checkpoint do not come together.
  static func check(_ path: String, by key: NoteKey?) throws -> Result {
    guard FileBytes.isFile(path), let lines = FileLines(path) else { throw FileBytes.failure(path) }
    var check = ExportCheck()
    while let line = lines.next() { try check.take(line) }
    guard lines.isAtEnd else { throw check.broken(.unreadable) }
    return try check.finished(by: key)
  }

  private mutating func take(_ line: [UInt8]) throws {
    guard end == nil else { throw broken(.unreadable) }
    if let last = ExportEnd(line) {
      guard log == nil || last.log == log, goal == nil || last.after == trailing else {
        throw broken(.event)
      }
      leaves += last.after
      end = last
      return
    }
    guard let read = ExportLine(line) else { throw broken(.unreadable) }
    try take(read)
  }

  private mutating func take(_ line: ExportLine) throws {
    let event = line.event
    guard trailing.isEmpty, event.position == position + 1, log == nil || line.log == log,
      (line.created != nil) == (log == nil),
      event.ordinal == Int64(leaves.count + line.before.count + 1)
    else { throw broken(.event) }
    guard event.leaf == line.leaf, line.holdsItsActs else { throw broken(.leaf) }
    let start = hash ?? line.created.map { ChainHash.genesis(log: line.log, created: $0) }
    guard let start, ChainHash.after(start, line.before + [line.leaf]) == line.hash else {
      throw broken(.chain)
    }
    leaves += line.before + [line.leaf]
    (log, position, hash) = (line.log, event.position, line.hash)
    (goal, trailing) = (goal ?? line.end, line.trailing)
  }

  /// Holds a whole export to the end that its first line promised.
  private func checkGoal() throws {
    guard let goal, let hash else { return }
    let own = end == nil ? trailing : []
    guard Int64(leaves.count + own.count) == goal.leaves,
      ChainHash.after(hash, trailing) == goal.head
    else { throw broken(.head) }
  }

  private func finished(by key: NoteKey?) throws -> Result {
    try checkGoal()
    let hash = hash.map { ChainHash.after($0, trailing) }
    guard let end else {
      guard key == nil else { throw Failure(.checkpointMissing, ["found": .text("")]) }
      return Result(events: position, head: hash, signed: nil)
    }
    guard let key else { throw Failure(.keyNeeded) }
    let checkpoint = end.signed.checkpoint
    guard checkpoint.origin == key.name, end.signed.note.standing(of: key) == .good else {
      throw Failure(.proofUnfit, ["part": .word("proof.signature")])
    }
    guard let size = Int(exactly: checkpoint.size), size <= leaves.count,
      MerkleTree.root(of: leaves.prefix(size)) == checkpoint.root
    else { throw Failure(.proofUnfit, ["part": .word("proof.path")]) }
    return Result(events: position, head: hash, signed: end.signed)
  }

  private func broken(_ reason: Flaw.Reason) -> Failure {
    Failure(
      .logBroken,
      ["position": .int(Int(position + 1)), "reason": .word("verify.\(reason.rawValue)")])
  }
}
