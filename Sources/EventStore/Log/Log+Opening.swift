package import Values

extension Log {
  static let fileName = "log.db"

  /// Whether keys stand in a folder whose log is gone, and not what a broken foundation left behind.
  ///
  /// A foundation lays the log under another name before it makes keys.
  package static func isLost(in directory: String) -> Bool {
    let (path, keys) = (directory + "/" + fileName, directory + "/" + KeyStore.fileName)
    return !Folder.holds(path) && !Folder.holds(path + ".new") && Folder.holds(keys)
      && !Folder.isFolder(keys)
  }

  /// Whether a file is one of keys, by its first bytes.
  package static func holdsKeys(_ path: String) -> Bool {
    guard let start = try? FileSource(path)?.read(LogSchema.headerBytes),
      start.count == LogSchema.headerBytes
    else { return false }
    let id = start[68..<72].reduce(0) { $0 << 8 | Int64($1) }
    return start.starts(with: Array("SQLite format 3\0".utf8)) && id == LogSchema.applicationID + 1
  }

  /// Founds the log of a network: `log.db`, `keys.db` and `lock` in a folder.
  ///
  /// The log appears under its name only when it is whole, so that a broken foundation leaves
  /// nothing that could be taken for a log.
  ///
  /// - Parameters:
  ///   - directory: The folder; made when missing, its parent must be there.
  ///   - now: The time of the foundation; no event is recorded earlier.
  /// - Returns: The new log, open for writing.
  /// - Throws: `log-exists` when the folder has a log, `keys-without-log` when it had one: nothing is touched.
  package static func create(in directory: String, now: Instant) throws -> Log {
    try Folder.create(directory)
    let lock = try LockFile(in: directory)
    try lock.lock()
    defer { lock.unlock() }
    let path = directory + "/" + fileName
    guard !Folder.isTaken(path) else { throw Failure(.logExists, ["folder": .text(directory)]) }
    guard !isLost(in: directory) else {
      throw Failure(.keysWithoutLog, ["folder": .text(directory)])
    }
    let id = EntryID.random()
    try writeNewFile(path + ".new", id: id, now: now)
    try KeyStore.create(in: directory, log: id)
    try Folder.move(path + ".new", to: path)
    try Folder.synchronize(directory)
    return try open(in: directory, for: .writing)
  }

  /// Lays an empty log under the name of another one, without keys: to be filled from an export.
  ///
  /// What stands in the folder under the log's name is replaced, so that only a folder of one's own will do.
  static func lay(in directory: String, id: EntryID, created: Instant) throws -> Log {
    try writeNewFile(directory + "/" + fileName, id: id, now: created)
    return try open(in: directory, for: .writing)
  }

  private static func writeNewFile(_ path: String, id: EntryID, now: Instant) throws {
    for leftover in ["", "-journal", "-wal", "-shm"] { try Folder.remove(path + leftover) }
    try Folder.createPrivateFile(path)
    let connection = try Connection(path: path, for: .writing)
    defer { connection.close(checkpointing: true) }
    try lay(connection, id: id, now: now)
    try connection.execute("PRAGMA journal_mode=WAL")
  }

  /// Lays the tables of an empty log.
  static func lay(_ connection: Connection, id: EntryID, now: Instant) throws {
    try connection.execute(
      "PRAGMA page_size=4096; PRAGMA application_id=\(LogSchema.applicationID);"
        + "PRAGMA user_version=\(LogSchema.layout)")
    try connection.transaction {
      for statement in LogSchema.statements { try connection.run(statement) }
      let meta = "INSERT INTO log_meta(key, value) VALUES (?, ?)"
      try connection.run(meta, ["log_id", .blob(id.bytes)])
      try connection.run(meta, ["created", .int(now.microseconds)])
      try connection.run(
        "INSERT INTO head(id, position, ordinal, hash, recorded) VALUES (1, 0, 0, ?, ?)",
        [
          .blob(LogFormat.genesis(log: id, created: now).bytes), .int(now.microseconds),
        ])
    }
  }

  /// Opens the log of a network.
  ///
  /// - Parameters:
  ///   - directory: The network's folder.
  ///   - purpose: Readers never take the lock; they may also read write-protected media, and a file of a newer
  ///     layout as far as its tables are known here (`isNewer`).
  ///   - isStill: Whether the file is a copy that nobody writes to, whole without a write-ahead log.
  /// - Returns: The log, which closes its files when it is let go.
  /// - Throws: `log-missing`, `file-is-folder`, `database-foreign`, `database-newer`, `database-older`,
  ///   `database-damaged`.
  package static func open(
    in directory: String, for purpose: Purpose, isStill: Bool = false
  ) throws -> Log {
    try open(in: directory, for: purpose, isStill: isStill, layouts: .standard)
  }

  /// Opens a log by other layouts than those of this release, as only tests do.
  ///
  /// A file of an older layout is raised first, by a reader too, since only the newest is read.
  static func open(
    in directory: String, for purpose: Purpose, isStill: Bool = false, layouts: Layouts
  ) throws -> Log {
    let path = directory + "/" + fileName
    guard Folder.holds(path) else { throw Failure(.logMissing, ["folder": .text(directory)]) }
    try Folder.checkNoFolder(path)
    let lock = purpose == .writing ? try LockFile(in: directory) : nil
    let access =
      isStill && purpose == .reading
      ? .readingImmutable : access(to: path, in: directory, purpose)
    var connection = try Connection(path: path, for: access)
    let layout = try layout(of: connection)
    let isNewer = try checkLayout(layout, purpose, layouts)
    if layout < layouts.newest {
      guard [.writing, .reading].contains(access) else { throw older(layout, layouts) }
      connection.close(checkpointing: false)
      try raise(in: directory, to: layouts)
      connection = try Connection(path: path, for: access)
    }
    if let lock { try keepMany(connection, lock) }
    let log = try Log(directory: directory, connection: connection, purpose: purpose, lock: lock)
    (log.isNewer, log.layouts) = (isNewer, layouts)
    return log
  }

  /// Gives a database its write-ahead log back: a copy that was put in place by hand has none.
  private static func keepMany(_ connection: Connection, _ lock: LockFile) throws {
    let mode = try connection.first("PRAGMA journal_mode") { try $0.text(at: 0) }
    guard mode != "wal" else { return }
    try lock.lock()
    defer { lock.unlock() }
    try connection.execute("PRAGMA journal_mode=WAL")
  }

  /// How a file can be opened where it stands.
  private static func access(
    to path: String, in directory: String, _ purpose: Purpose
  ) -> Connection.Access {
    guard purpose == .reading else { return .writing }
    guard !Folder.mayWrite(directory) || !Folder.mayWrite(path) else { return .reading }
    return (Folder.size(of: path + "-wal") ?? 0) == 0 ? .readingImmutable : .readingProtected
  }

  private static func layout(of connection: Connection) throws -> Int64 {
    guard try connection.number("PRAGMA application_id") == LogSchema.applicationID else {
      throw Failure(.databaseForeign, ["file": .text(fileName)])
    }
    return try connection.number("PRAGMA user_version")
  }

  /// Whether a file has a newer layout than this program knows: it may be read as far as it can be, never written.
  private static func checkLayout(
    _ layout: Int64, _ purpose: Purpose, _ layouts: Layouts
  ) throws -> Bool {
    guard layout <= layouts.newest || purpose == .reading else {
      let values: [String: Failure.Value] = [
        "file": .text(fileName), "found": .int(Int(layout)), "known": .int(Int(layouts.newest)),
      ]
      throw Failure(.databaseNewer, values)
    }
    // No release ever wrote a number below one.
    guard layout >= 1 else { throw Failure(.databaseDamaged, ["file": .text(fileName)]) }
    return layout > layouts.newest
  }
}
