/// The stored leaf hashes of a log in the order of the chain: events, and acts that brought none.
///
/// Two cursors, one row of each in memory at a time. The hashes are taken as they are stored; `Verifier` makes them anew.
struct LeafWalk {
  private let log: Log
  private let events: Statement
  private let commands: Statement
  private var event: Int64?
  private var command: Int64?
  /// The ordinal of the last leaf given.
  private(set) var ordinal: Int64 = 0

  init(_ log: Log) throws {
    self.log = log
    events = try log.connection.cursor("SELECT ordinal, leaf FROM events ORDER BY position")
    commands = try log.connection.cursor(
      "SELECT ordinal, leaf FROM commands WHERE ordinal IS NOT NULL ORDER BY id")
    event = try Self.step(events)
    command = try Self.step(commands)
  }

  private static func step(_ cursor: Statement) throws -> Int64? {
    try cursor.step() ? try cursor.int(at: 0) : nil
  }

  /// The next leaf; nil after the last.
  ///
  /// - Throws: `database-damaged` where an ordinal is missing.
  mutating func next() throws -> Digest? {
    guard event != nil || command != nil else { return nil }
    ordinal += 1
    if event == ordinal {
      let leaf = try events.digest(at: 1)
      event = try Self.step(events)
      return leaf
    }
    guard command == ordinal else { throw log.damage }
    let leaf = try commands.digest(at: 1)
    command = try Self.step(commands)
    return leaf
  }
}

extension Log {
  /// The leaf hashes of the log, from the first on: 32 bytes for each.
  ///
  /// - Parameter size: How many; nil for all.
  /// - Returns: In the order of the ordinals.
  /// - Throws: `database-damaged` when the log has fewer.
  package func leaves(first size: Int64? = nil) throws -> [Digest] {
    try snapshot {
      var walk = try LeafWalk(self)
      var leaves: [Digest] = []
      while leaves.count != size ?? .max, let leaf = try walk.next() { leaves.append(leaf) }
      guard size == nil || Int64(leaves.count) == size else { throw damage }
      return leaves
    }
  }

  /// What the log says of itself now, under a name.
  package func checkpoint(origin: String) throws -> Checkpoint {
    let leaves = try leaves()
    return Checkpoint(
      origin: origin, size: Int64(leaves.count), root: MerkleTree.root(of: leaves))
  }

  /// Reads all of one state of the log, since another process may write meanwhile.
  func snapshot<T>(_ body: () throws -> T) throws -> T {
    try connection.run("BEGIN")
    defer { connection.rollBack() }
    return try body()
  }
}
