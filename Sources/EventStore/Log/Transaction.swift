package import Values

/// One or more acts on their way into the log, all or none.
///
/// `Log.write` makes it and it ends with that call. Whatever it reads is so until the commit,
/// since nobody else can write meanwhile.
package final class Transaction {
  package let log: Log
  /// Where the log ends, acts of this transaction included.
  package internal(set) var head: Head
  let recorded: Instant
  let start: Head
  /// What a half-written act failed with: a transaction that has one can't commit.
  var flaw: (any Error)?

  init(log: Log, now: Instant) throws {
    self.log = log
    head = try log.head()
    start = head
    recorded = max(now, head.recorded)
  }

  /// The first answer to a request that came before; nil when it is new.
  ///
  /// - Throws: `command-reused` when the id came before with another request.
  package func answer(to id: CommandID, request: JSON) throws -> RecordedCommand? {
    let sql = "SELECT request_hash FROM commands WHERE command_id = ?"
    let known = try log.connection.first(sql, [.blob(id.identifier.bytes)]) { try $0.blob(at: 0) }
    guard let known else { return nil }
    guard Sodium.areEqual(known, try requestHash(request)) else {
      throw Failure(.commandReused, ["command": .text(id.description)])
    }
    return try log.command(id)
  }

  package func version(of stream: StreamName) throws -> Int64 { try log.version(of: stream) }
  package func state(of stream: StreamName) throws -> StoredState? { try log.state(of: stream) }
  package func states(in category: String) throws -> [(StreamName, StoredState)] {
    try log.states(in: category)
  }
  package func events(of stream: StreamName) throws -> [RecordedEvent] {
    try log.events(of: stream)
  }

  /// Overwrites a person's ciphertexts; their hashes stay, so that the chain stays whole.
  ///
  /// - Returns: How many fields were overwritten.
  @discardableResult
  package func scrub(subject: String) throws -> Int {
    try log.connection.run(
      """
      UPDATE sealed SET nonce = NULL, ciphertext = NULL \
      WHERE subject = ? AND ciphertext IS NOT NULL
      """, [.text(subject)])
  }

  func requestHash(_ request: JSON) throws -> [UInt8] {
    Sodium.keyedHash(request.canonical, key: try log.keys().requestKey)
  }
}
