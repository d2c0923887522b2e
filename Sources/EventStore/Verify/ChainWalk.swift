internal import Values

/// A walk through the log in the order of its chain: a command, its events, the next command.
///
/// Two cursors, one row of each in memory at a time.
struct ChainWalk {
  /// What the walk stopped at; the event after `position` is the first in doubt.
  struct Broken: Error { let reason: Flaw.Reason }

  private let log: Log
  private let commands: Statement
  private let events: Statement
  private let sealed: Statement
  private(set) var hash: Digest
  /// The last command, event and leaf found whole.
  private(set) var command: Int64 = 0
  private(set) var position: Int64 = 0
  private var ordinal: Int64 = 0
  private var recorded: Int64
  private var slots: Int64 = 0
  private var spelled = SpelledNames()
  private(set) var tree = MerkleFrontier()
  /// The roots of the sizes that were asked for and reached.
  private(set) var roots: [Int64: Digest] = [:]
  /// Descending, so that the next size is the last.
  private var watched: [Int64]

  /// - Parameters:
  ///   - log: Read from its beginning.
  ///   - genesis: The hash before the first leaf.
  ///   - sizes: The sizes whose roots are wanted.
  /// - Throws: A `Failure` when the tables cannot be read.
  init(log: Log, genesis: Digest, rootsAt sizes: Set<Int64>) throws {
    self.log = log
    watched = sizes.sorted(by: >)
    hash = genesis
    recorded = log.created.microseconds
    commands = try log.connection.cursor(CommandRow.query)
    events = try log.connection.cursor(Self.eventQuery)
    sealed = try log.connection.cursor(
      "SELECT slot, subject, nonce, ciphertext, digest FROM sealed WHERE position = ? ORDER BY slot"
    )
    keepRoot()
  }

  private static let eventQuery = """
    SELECT position, ordinal, stream, version, type, schema, command, event_id, recorded, \
    effective, slots, data, leaf, hash FROM events ORDER BY position
    """

  /// Checks one command and all its events.
  ///
  /// - Returns: False after the last command, when no event is left over either.
  /// - Throws: `Broken` or a `Failure` at the first thing that is not as it was written.
  mutating func next() throws -> Bool {
    guard try commands.step() else {
      guard try !events.step() else { throw Broken(reason: .event) }
      return false
    }
    let row = try CommandRow(commands)
    guard row.row == command + 1, row.recorded >= recorded, row.isWellFormed else {
      throw Broken(reason: .command)
    }
    recorded = row.recorded
    if let first = row.firstPosition, let last = row.lastPosition {
      guard first == position + 1, last >= first, try !hasOwnLeaf() else {
        throw Broken(reason: .command)
      }
      let rowHash = row.hash
      while position < last { try checkEvent(of: row, rowHash) }
    } else {
      try checkOwnLeaf(row)
    }
    command = row.row
    return true
  }

  private func hasOwnLeaf() throws -> Bool {
    !(commands.isNull(at: 14) && commands.isNull(at: 15) && commands.isNull(at: 16))
  }

  /// Checks the leaf of a command without events; a well-formed row has both positions or none.
  private mutating func checkOwnLeaf(_ row: CommandRow) throws {
    let leaf = LogFormat.commandLeaf(ordinal: ordinal + 1, command: row.hash)
    guard try commands.int(at: 14) == ordinal + 1 else { throw Broken(reason: .command) }
    try advance(leaf, stored: try commands.digest(at: 15), chained: try commands.digest(at: 16))
  }

  private mutating func checkEvent(of row: CommandRow, _ rowHash: Digest) throws {
    guard try events.step() else { throw Broken(reason: .event) }
    guard try events.int(at: 0) == position + 1, try events.int(at: 1) == ordinal + 1,
      try events.int(at: 6) == row.row, try events.int(at: 8) == row.recorded
    else { throw Broken(reason: .event) }
    let data = try events.utf8(at: 11)
    guard let id = try events.identifier(at: 7), JSON.isReadable(data) else {
      throw Broken(reason: .event)
    }
    let leaf = LogFormat.EventLeaf(
      ordinal: ordinal + 1, position: position + 1,
      stream: try spelled.stream(try events.int(at: 2), in: log), version: try events.int(at: 3),
      type: try spelled.type(try events.int(at: 4), in: log),
      schema: try events.int(at: 5), recorded: row.recorded, effective: try events.int(at: 9),
      id: id, data: data, command: rowHash,
      sealed: try sealedLeaves(count: try events.int(at: 10)))
    try advance(
      leaf.hash, stored: try events.digest(at: 12), chained: try events.digest(at: 13))
    position += 1
  }

  /// The sealed fields of the event after `position`, each checked against its own hash.
  private mutating func sealedLeaves(count: Int64) throws -> [LogFormat.SealedLeaf] {
    guard count != 0 else { return [] }
    var leaves: [LogFormat.SealedLeaf] = []
    sealed.reset()
    defer { sealed.reset() }
    try sealed.bind([.int(position + 1)])
    while try sealed.step() {
      let digest = try sealed.digest(at: 4)
      guard try isWhole(digest) else { throw Broken(reason: .sealed) }
      leaves.append(
        LogFormat.SealedLeaf(
          slot: try sealed.utf8(at: 0), subject: try sealed.utf8(at: 1), digest: digest))
    }
    guard leaves.count == count else { throw Broken(reason: .sealed) }
    slots += count
    return leaves
  }

  /// Whether a field is either scrubbed or what its hash says.
  private func isWhole(_ digest: Digest) throws -> Bool {
    guard let nonce = try sealed.optionalBlob(at: 2),
      let ciphertext = try sealed.optionalBlob(at: 3)
    else { return sealed.isNull(at: 2) && sealed.isNull(at: 3) }
    return nonce.count == Sodium.nonceCount && Digest.sha256(nonce + ciphertext) == digest
  }

  private mutating func advance(_ leaf: Digest, stored: Digest, chained: Digest) throws {
    guard leaf == stored else { throw Broken(reason: .leaf) }
    hash = LogFormat.chain(hash, leaf)
    guard hash == chained else { throw Broken(reason: .chain) }
    ordinal += 1
    tree.append(leaf)
    keepRoot()
  }

  /// Keeps the root where the size is one that was asked for.
  private mutating func keepRoot() {
    guard watched.last == ordinal else { return }
    roots[watched.removeLast()] = tree.root
  }

  /// Whether a stored head and the sealed fields are those of the log's end.
  func end(_ head: Head) throws -> Bool {
    guard try log.connection.number("SELECT count(*) FROM sealed") == slots else {
      throw Broken(reason: .sealed)
    }
    return head.position == position && head.ordinal == ordinal && head.hash == hash
      && head.recorded.microseconds == recorded
  }
}
