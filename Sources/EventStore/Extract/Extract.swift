internal import Values

/// One event, or one act that brought none, in a form that a third person can check without the log.
///
/// It holds the readable content, the bytes that were hashed, the path to the root of a signed checkpoint, and
/// the public key to compare with one got from elsewhere.
package struct Extract: Hashable, Sendable {
  /// Nil for an act that brought no event, such as a refused one.
  package let event: ProvedEvent?
  let command: CommandRow
  /// The place of the leaf, counted from 0.
  package let index: Int64
  let leaf: [UInt8]
  let path: [Digest]
  package let signed: SignedCheckpoint
  package let key: NoteKey

  init(
    event: ProvedEvent?, command: CommandRow, index: Int64, leaf: [UInt8], path: [Digest],
    signed: SignedCheckpoint, key: NoteKey
  ) {
    (self.event, self.command, self.index) = (event, command, index)
    (self.leaf, self.path, self.signed, self.key) = (leaf, path, signed, key)
  }

  /// Holds the extract to a public key.
  ///
  /// - Parameter key: Got from elsewhere than the extract.
  /// - Throws: `proof-unfit`, naming the first part that does not fit.
  package func check(by key: NoteKey) throws {
    guard key == self.key else { throw Self.unfit("key") }
    guard key.purpose == .checkpoint, signed.checkpoint.origin == key.name,
      signed.note.standing(of: key) == .good
    else { throw Self.unfit("signature") }
    guard event.map({ $0.command == command.hash && $0.ordinal == index + 1 }) ?? true else {
      throw Self.unfit("command")
    }
    guard madeLeaf == leaf else { throw Self.unfit("leaf") }
    let checkpoint = signed.checkpoint
    let root = MerkleTree.root(of: .sha256(leaf), at: index, of: checkpoint.size, path)
    guard root == checkpoint.root else { throw Self.unfit("path") }
  }

  /// The leaf of what is readable.
  private var madeLeaf: [UInt8] {
    event?.leafBytes ?? LogFormat.commandLeafBytes(ordinal: index &+ 1, command: command.hash)
  }

  static func unfit(_ part: String) -> Failure {
    Failure(.proofUnfit, ["part": .word("proof.\(part)")])
  }
}

extension Log {
  /// A certified extract of the event at a position.
  ///
  /// - Parameters:
  ///   - position: Of the event, counted from 1.
  ///   - signed: A checkpoint that covers it.
  ///   - key: The key that signed the checkpoint.
  /// - Returns: Nil beyond the end of the log.
  /// - Throws: `checkpoint-missing` when the checkpoint does not cover the event.
  package func extract(
    eventAt position: Int64, under signed: SignedCheckpoint, by key: NoteKey
  ) throws -> Extract? {
    guard let event = try provedEvent(at: position),
      let row = try commandRow(bringing: position)
    else { return nil }
    return try extract(
      event, row, index: event.ordinal - 1, leaf: event.leafBytes, under: signed, by: key)
  }

  /// A certified extract of an act that brought no event; nil when it is not known, or brought some.
  package func extract(
    act id: CommandID, under signed: SignedCheckpoint, by key: NoteKey
  ) throws -> Extract? {
    guard let command = try command(id), command.positions == nil,
      let row = try CommandRow.row(command.row, in: connection)
    else { return nil }
    let sql = "SELECT ordinal FROM commands WHERE id = ?"
    let ordinal = try connection.number(sql, [.int(command.row)])
    let leaf = LogFormat.commandLeafBytes(ordinal: ordinal, command: row.hash)
    return try extract(nil, row, index: ordinal - 1, leaf: leaf, under: signed, by: key)
  }

  private func commandRow(bringing position: Int64) throws -> CommandRow? {
    let sql = "SELECT command FROM events WHERE position = ?"
    return try CommandRow.row(connection.number(sql, [.int(position)]), in: connection)
  }

  private func extract(
    _ event: ProvedEvent?, _ row: CommandRow, index: Int64, leaf: [UInt8],
    under signed: SignedCheckpoint, by key: NoteKey
  ) throws -> Extract {
    let leaves = try leaves(first: signed.checkpoint.size)
    guard let place = Int(exactly: index), let path = MerkleTree.path(to: place, in: leaves) else {
      throw Failure(.checkpointMissing, ["found": .text("\(index + 1)")])
    }
    return Extract(
      event: event, command: row, index: index, leaf: leaf, path: path, signed: signed, key: key)
  }
}
