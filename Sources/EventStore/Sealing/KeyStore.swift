internal import Values

/// The keys of a network, in `keys.db`: one for each person, and that of the request hash.
///
/// The file has its own backup and its own life: destroying a person's key makes that person's
/// words unreadable for ever, wherever a copy of the log may be. New keys wait in memory until
/// `keepNewKeys`, which must return before the events that need them are committed.
final class KeyStore {
  private let connection: Connection
  /// Nil for keys that stand in memory alone.
  private let path: String?
  private var fresh: [String: [UInt8]] = [:]
  let requestKey: [UInt8]

  static let fileName = "keys.db"

  private init(connection: Connection, path: String?, requestKey: [UInt8]) {
    self.connection = connection
    self.path = path
    self.requestKey = requestKey
  }

  /// Makes the file; one that a broken `create` left behind is replaced.
  static func create(in directory: String, log: EntryID) throws {
    let path = directory + "/" + fileName
    try Folder.remove(path)
    try Folder.createPrivateFile(path)
    let connection = try Connection(path: path, for: .writing)
    defer { connection.close(checkpointing: false) }
    try lay(connection, log: log)
  }

  /// Keys that stand in memory alone, for a scratch log.
  static func scratch(for log: EntryID) throws -> KeyStore {
    let connection = try Connection(path: ":memory:", for: .creating)
    try lay(connection, log: log)
    guard let key = try value("request_key", of: connection) else {
      throw Failure(.databaseDamaged, ["file": .text(fileName)])
    }
    return KeyStore(connection: connection, path: nil, requestKey: key)
  }

  private static func lay(_ connection: Connection, log: EntryID) throws {
    try connection.execute("PRAGMA application_id=\(LogSchema.applicationID + 1)")
    try connection.transaction {
      try connection.run(
        "CREATE TABLE keys(subject TEXT PRIMARY KEY, key BLOB) WITHOUT ROWID, STRICT")
      try connection.run(
        "CREATE TABLE key_meta(key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID, STRICT")
      let insert = "INSERT INTO key_meta(key, value) VALUES (?, ?)"
      try connection.run(insert, ["log_id", .blob(log.bytes)])
      try connection.run(insert, ["request_key", .blob(Sodium.randomBytes(Sodium.keyCount))])
    }
  }

  /// Opens the keys of a log.
  ///
  /// - Throws: `keys-missing` when the file is not there, `file-is-folder` when a folder is, `keys-foreign` when
  ///   it belongs to another log.
  static func open(in directory: String, log: EntryID, for purpose: Log.Purpose) throws
    -> KeyStore
  {
    let path = directory + "/" + fileName
    guard Folder.holds(path) else { throw Failure(.keysMissing) }
    try Folder.checkNoFolder(path)
    let isWritable = purpose == .writing
    let isProtected = !Folder.mayWrite(path) || !Folder.mayWrite(directory)
    let connection = try Connection(
      path: path, for: isWritable ? .writing : isProtected ? .readingImmutable : .reading)
    let owner = try value("log_id", of: connection)
    guard owner == log.bytes else { throw Failure(.keysForeign) }
    let key = try value("request_key", of: connection)
    guard let key, key.count == Sodium.keyCount else {
      throw Failure(.databaseDamaged, ["file": .text(fileName)])
    }
    return KeyStore(connection: connection, path: path, requestKey: key)
  }

  /// Makes sure that a file holds the keys of a log.
  ///
  /// - Throws: `keys-foreign`, and what SQLite says of a file that is damaged.
  static func check(_ path: String, of log: EntryID) throws {
    let connection = try Connection(path: path, for: .readingImmutable)
    defer { connection.close(checkpointing: false) }
    let key = try value("request_key", of: connection)
    guard try value("log_id", of: connection) == log.bytes, key?.count == Sodium.keyCount else {
      throw Failure(.keysForeign)
    }
    let verdict = try connection.first("PRAGMA integrity_check(1)") { try $0.text(at: 0) }
    guard verdict == "ok" else { throw Failure(.databaseDamaged, ["file": .text(fileName)]) }
  }

  private static func value(_ name: String, of connection: Connection) throws -> [UInt8]? {
    try connection.first("SELECT value FROM key_meta WHERE key = ?", [.text(name)]) {
      try $0.blob(at: 0)
    }
  }

  /// The key of a person; nil when it was destroyed or never stood in this file.
  func key(of subject: String) throws -> [UInt8]? {
    if let key = fresh[subject] { return key }
    return try storedKey(of: subject) ?? nil
  }

  /// Whether the file has a row for a person, whose key may have been destroyed.
  func isKnown(_ subject: String) throws -> Bool { try storedKey(of: subject) != nil }

  /// Whether SQLite finds every page and index of the file as they should be.
  func isWhole() throws -> Bool {
    try connection.first("PRAGMA integrity_check(1)") { try $0.text(at: 0) } == "ok"
  }

  /// The key of a person, made when there is none.
  ///
  /// - Throws: `subject-erased` when the key was destroyed: that person's words can't come back.
  func keyForSealing(_ subject: String) throws -> [UInt8] {
    if let key = fresh[subject] { return key }
    if let row = try storedKey(of: subject) {
      guard let key = row else { throw Failure(.subjectErased, ["subject": .text(subject)]) }
      return key
    }
    let key = Sodium.randomBytes(Sodium.keyCount)
    fresh[subject] = key
    return key
  }

  /// The row of a person: nil when there is none, and a nil within when its key was destroyed.
  private func storedKey(of subject: String) throws -> [UInt8]?? {
    try connection.first("SELECT key FROM keys WHERE subject = ?", [.text(subject)]) { row in
      let key = try row.optionalBlob(at: 0)
      guard key.map({ $0.count == Sodium.keyCount }) ?? true else { throw row.damage }
      return key
    }
  }

  /// Stores the keys that were made since; they are durable when this returns.
  func keepNewKeys() throws {
    guard !fresh.isEmpty else { return }
    try connection.transaction {
      for (subject, key) in fresh.sorted(by: { $0.key < $1.key }) {
        try connection.run(
          "INSERT INTO keys(subject, key) VALUES (?, ?)", [.text(subject), .blob(key)])
      }
    }
    fresh = [:]
  }

  /// Forgets the keys of a transaction that was rolled back.
  func forgetNewKeys() { fresh = [:] }

  /// Overwrites a person's key, between transactions; what it sealed can't be read any more, by anybody.
  ///
  /// The page that held it also stands in the rollback journal, which is therefore kept at the commit, filled
  /// with zeros and only then removed. What copies a file system or a disk makes of its own is beyond that.
  func destroyKey(of subject: String) throws {
    fresh[subject] = nil
    let journal = path.map { $0 + Self.journalSuffix }
    if journal != nil { try connection.execute("PRAGMA journal_mode=PERSIST") }
    try connection.transaction {
      let changed = try connection.run(
        "UPDATE keys SET key = NULL WHERE subject = ?", [.text(subject)])
      guard changed == 0 else { return }
      try connection.run("INSERT INTO keys(subject, key) VALUES (?, NULL)", [.text(subject)])
    }
    guard let journal else { return }
    try DurableFile.fillWithZeros(journal)
    try connection.execute("PRAGMA journal_mode=DELETE")
    try Folder.remove(journal)
  }

  private static let journalSuffix = "-journal"

  /// Whether a journal stands beside the keys that was given up at a commit and not filled with zeros.
  ///
  /// Its header is zeroed then, while that of one in use is not.
  ///
  /// Source: SQLite manual, "Database File Format", section 3: the header has 28 bytes.
  static func hasLeftJournal(in directory: String) -> Bool {
    let path = directory + "/" + fileName + journalSuffix
    guard let bytes = DurableFile.read(path, atMost: 1 << 24), bytes.count > 28 else {
      return false
    }
    return bytes.prefix(28).allSatisfy { $0 == 0 } && bytes.contains { $0 != 0 }
  }
}
