internal import EventStore
internal import Plugins
internal import Values

/// Holds an export to itself: every line to its leaf, the leaves to the chain, and both to the checkpoint.
///
/// A file that was shipped begins within the log: its chain is followed from its first line to the head that it
/// names. What came before is known to whoever holds a copy.
struct ExportCheck {
  /// No log has more leaves; beyond it, counting on would overflow.
  private static let most: Int64 = 1 << 53

  private var log: EntryID?
  private var position: Int64 = 0
  /// The position of the first line.
  private var first: Int64 = 1
  /// How many leaves the log has before the first line.
  private var earlier: Int64 = 0
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
    /// The position of the first; after 1 in a file that was shipped.
    let first: Int64
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
    if log == nil { begin(line) }
    guard trailing.isEmpty, event.position == position + 1, log == nil || line.log == log,
      (line.created != nil) == (log == nil),
      event.ordinal == earlier + Int64(leaves.count + line.before.count + 1)
    else { throw broken(.event) }
    guard event.leaf == line.leaf, line.holdsItsActs else { throw broken(.leaf) }
    guard continues(line) else { throw broken(.chain) }
    leaves += line.before + [line.leaf]
    (log, position, hash) = (line.log, event.position, line.hash)
    (goal, trailing) = (goal ?? line.end, line.trailing)
  }

  /// Takes the place of the first line of a shipped file as given, if it names the head that it reaches.
  private mutating func begin(_ line: ExportLine) {
    let (place, ordinal) = (line.event.position, line.event.ordinal)
    guard place > 1, ordinal >= place, ordinal <= Self.most, line.end != nil, line.before.isEmpty
    else { return }
    (first, position, earlier) = (place, place - 1, ordinal - 1)
  }

  /// Whether the hash of a line follows from the one before; that of a shipped file's first line is its beginning.
  private func continues(_ line: ExportLine) -> Bool {
    guard first == 1 || hash != nil else { return true }
    let start = hash ?? line.created.map { ChainHash.genesis(log: line.log, created: $0) }
    return start.map { ChainHash.after($0, line.before + [line.leaf]) } == line.hash
  }

  /// Holds a whole export to the end that its first line promised.
  private func checkGoal() throws {
    guard let goal, let hash else { return }
    let own = end == nil ? trailing : []
    guard earlier + Int64(leaves.count + own.count) == goal.leaves,
      ChainHash.after(hash, trailing) == goal.head
    else { throw broken(.head) }
  }

  private func finished(by key: NoteKey?) throws -> Result {
    try checkGoal()
    let hash = hash.map { ChainHash.after($0, trailing) }
    guard let end else {
      guard key == nil else { throw Failure(.checkpointMissing, ["found": .text("")]) }
      return result(hash, nil)
    }
    guard let key else { throw Failure(.keyNeeded) }
    let checkpoint = end.signed.checkpoint
    guard checkpoint.origin == key.name, end.signed.note.standing(of: key) == .good else {
      throw Failure(.proofUnfit, ["part": .word("proof.signature")])
    }
    guard holds(checkpoint) else { throw Failure(.proofUnfit, ["part": .word("proof.path")]) }
    return result(hash, end.signed)
  }

  /// Whether the leaves give the root that was signed; a shipped file has not all of them, and can only be too short.
  private func holds(_ checkpoint: Checkpoint) -> Bool {
    guard first == 1 else { return checkpoint.size <= earlier + Int64(leaves.count) }
    guard let size = Int(exactly: checkpoint.size), size <= leaves.count else { return false }
    return MerkleTree.root(of: leaves.prefix(size)) == checkpoint.root
  }

  private func result(_ head: Digest?, _ signed: SignedCheckpoint?) -> Result {
    Result(events: position - first + 1, first: first, head: head, signed: signed)
  }

  private func broken(_ reason: Flaw.Reason) -> Failure {
    Failure(
      .logBroken,
      ["position": .int(Int(position + 1)), "reason": .word("verify.\(reason.rawValue)")])
  }
}
