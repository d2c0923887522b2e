package import Values

/// The log of one network: the only truth, in `log.db`, only ever added to.
///
/// ```swift
/// let log = try Log.open(in: "ejcn", for: .writing)
/// let appended = try log.write(now: Clock.now()) { transaction in
///   try transaction.record(command, request: request, events: events)
/// }
/// appended.head.position
/// ```
///
/// A log belongs to the thread that opened it. Readers take no lock; a writer holds the lock file
/// from before it reads what it decides on until its commit is durable.
package final class Log {
  package enum Purpose: Sendable { case reading, writing }

  package let directory: String
  /// The name of this log among all logs.
  package let id: EntryID
  package let created: Instant
  /// Whether a newer version of the program wrote the file; there may be more in it than is read here.
  package internal(set) var isNewer = false
  /// What the file was opened by.
  var layouts = Layouts.standard
  let connection: Connection
  let purpose: Purpose
  var names: Names
  var isWriting = false
  private var lockFile: LockFile?
  private var openKeys: KeyStore?

  init(directory: String, connection: Connection, purpose: Purpose, lock: LockFile?) throws {
    self.directory = directory
    self.connection = connection
    self.purpose = purpose
    lockFile = lock
    names = Names()
    (id, created) = try Self.identity(connection)
  }

  deinit { close() }

  private static func identity(_ connection: Connection) throws -> (EntryID, Instant) {
    let sql = "SELECT value FROM log_meta WHERE key = ?"
    let id = try connection.first(sql, ["log_id"]) { try $0.blob(at: 0) }
    let created = try connection.first(sql, ["created"]) { try $0.int(at: 0) }
    guard let id = id.flatMap({ EntryID($0) }), let created else {
      throw Failure(.databaseDamaged, ["file": .text("log.db")])
    }
    return (id, Instant(microseconds: created))
  }

  /// Closes the files; closing twice is harmless.
  package func close() {
    openKeys = nil
    guard let lock = lockFile else { return connection.close(checkpointing: false) }
    lockFile = nil
    let isLocked = (try? lock.lock(patience: 100)) != nil
    connection.close(checkpointing: isLocked)
    if isLocked { lock.unlock() }
  }

  /// Where the log ends.
  package func head() throws -> Head {
    let head = try connection.first("SELECT position, ordinal, hash, recorded FROM head") { row in
      Head(
        position: try row.int(at: 0), ordinal: try row.int(at: 1), hash: try row.digest(at: 2),
        recorded: Instant(microseconds: try row.int(at: 3)))
    }
    guard let head, head.position >= 0, head.ordinal >= head.position else { throw damage }
    return head
  }

  /// The keys, opened when first needed.
  func keys() throws -> KeyStore {
    if let openKeys { return openKeys }
    let keys = try KeyStore.open(in: directory, log: id, for: purpose)
    openKeys = keys
    return keys
  }

  /// Takes keys that stand in memory, for a scratch log.
  func keepKeys(_ keys: KeyStore) { openKeys = keys }

  /// Stores the keys that a transaction made; where none were opened, it made none.
  func keepNewKeys() throws { try openKeys?.keepNewKeys() }

  /// Forgets keys of a transaction that was taken back.
  func forgetNewKeys() { openKeys?.forgetNewKeys() }

  var damage: Failure { Failure(.databaseDamaged, ["file": .text("log.db")]) }

  func damage(at position: Int64) -> Failure {
    Failure(.databaseDamaged, ["file": .text("log.db"), "position": .int(Int(position))])
  }

  /// Runs a closure under the lock file; not within a transaction, which holds it already.
  func locked<T>(_ body: () throws -> T) throws -> T {
    precondition(!isWriting, "a transaction has no other within")
    guard !isScratch else { return try body() }
    guard let lockFile else { throw Failure(.logReadOnly) }
    try lockFile.lock()
    defer { lockFile.unlock() }
    return try body()
  }
}
