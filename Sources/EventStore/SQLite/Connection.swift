internal import CGather
internal import CSQLite
internal import Values

/// One connection to one SQLite file: the only door to that library.
///
/// ```swift
/// let views = try Connection(path: "views.db", for: .creating)
/// try views.run("INSERT INTO members(id) VALUES (?)", ["PT"])
/// try views.query("SELECT id FROM members") { row in print(try row.text(at: 0)) }
/// ```
///
/// It belongs to the thread that made it. Statements are prepared once for each SQL text.
@safe package final class Connection {
  private let handle: OpaquePointer
  /// The file's name without its folder, as failures quote it.
  package let file: String
  private var statements: [StatementText: Statement] = [:]
  private let walPages: UnsafeMutablePointer<Int32>
  private(set) var isClosed = false

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: The file, or `:memory:`, or nothing for a file without a name that goes with the connection.
  ///   - access: What is to be done with it.
  /// - Throws: `Failure` by SQLite's result code; a handle that failed to open is closed.
  package init(path: String, for access: Access) throws {
    file = path.split(separator: "/").last.map(String.init) ?? "temporary"
    unsafe handle = try unsafe Self.open(access.name(of: path), access.flags, file: file)
    unsafe walPages = UnsafeMutablePointer.allocate(capacity: 1)
    unsafe walPages.initialize(to: 0)
    unsafe acta_sqlite3_watch_wal(handle, walPages)
    do { try configure(access) } catch {
      close(checkpointing: false)
      throw error
    }
  }

  deinit {
    close(checkpointing: false)
    unsafe walPages.deallocate()
  }

  /// What holds for the whole library; said once, before its first use.
  private static let setUp: Void = acta_sqlite3_count_no_memory()

  private static func open(_ name: String, _ flags: Int32, file: String) throws -> OpaquePointer {
    _ = setUp
    var opened: OpaquePointer?
    let code = unsafe sqlite3_open_v2(name, &opened, flags, acta_gather_install())
    guard code == SQLITE_OK, let handle = unsafe opened else {
      _ = unsafe sqlite3_close_v2(opened)
      throw Failure.sqlite(code, file: file)
    }
    return unsafe handle
  }

  /// Closes the file; closing twice is harmless.
  ///
  /// - Parameter checkpointing: Whether SQLite may move the write-ahead log into the database when
  ///   this is the last connection. Only code that holds the lock file may say true.
  package func close(checkpointing: Bool) {
    guard !isClosed else { return }
    isClosed = true
    statements = [:]
    _ = unsafe acta_sqlite3_db_config_flag(
      handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, checkpointing ? 0 : 1)
    _ = unsafe sqlite3_close_v2(handle)
  }

  /// Pages in the write-ahead log after this connection's last commit.
  package var pagesInWriteAheadLog: Int { unsafe Int(walPages.pointee) }

  /// Rows that the last INSERT, UPDATE or DELETE touched.
  package var changes: Int { unsafe Int(sqlite3_changes64(handle)) }

  // MARK: Running SQL

  /// Runs one statement that gives no rows.
  ///
  /// - Returns: How many rows it changed.
  @discardableResult
  package func run(_ sql: String, _ values: [SQLValue] = []) throws -> Int {
    try query(sql, values) { _ in }
    return changes
  }

  /// Runs one statement and gives each row to a closure.
  ///
  /// The row is good until the closure returns.
  package func query(
    _ sql: String, _ values: [SQLValue] = [], _ body: (Statement) throws -> Void
  ) throws {
    let statement = try prepared(sql)
    statement.isBusy = true
    defer { statement.reset() }
    try statement.bind(values)
    while try statement.step() { try body(statement) }
  }

  /// The first row, as a closure reads it; nil when there is none.
  package func first<T>(
    _ sql: String, _ values: [SQLValue] = [], _ body: (Statement) throws -> T
  ) throws -> T? {
    let statement = try prepared(sql)
    statement.isBusy = true
    defer { statement.reset() }
    try statement.bind(values)
    return try statement.step() ? try body(statement) : nil
  }

  /// The number that a query of one row gives, such as a count.
  func number(_ sql: String, _ values: [SQLValue] = []) throws -> Int64 {
    guard let number = try first(sql, values, { try $0.int(at: 0) }) else {
      throw failure(SQLITE_CORRUPT)
    }
    return number
  }

  /// Runs several statements without values, such as a schema.
  package func execute(_ sql: String) throws {
    let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw failure(code) }
  }

  /// Does all or nothing: commits when the closure returns, rolls back when it throws.
  ///
  /// The write lock is taken at the start, so that what is read inside is still so at the commit.
  package func transaction<T>(_ body: () throws -> T) throws -> T {
    try run("BEGIN IMMEDIATE")
    do {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      rollBack()
      throw error
    }
  }

  /// Takes back an open transaction; SQLite may have done so already, which is as good.
  func rollBack() { _ = unsafe sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }

  /// Moves the write-ahead log into the database as far as readers allow.
  ///
  /// Only code that holds the lock file may call this: SQLite before 3.51.3 loses data when a
  /// checkpoint races a commit.
  func checkpoint() throws {
    let code = unsafe sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    guard code == SQLITE_OK || code == SQLITE_BUSY else { throw failure(code) }
  }

  /// Moves the whole write-ahead log into the database and cuts it to nothing.
  ///
  /// Only code that holds the lock file may call this, as for `checkpoint`.
  ///
  /// - Returns: False when readers held on to it for five seconds.
  func emptyWriteAheadLog() throws -> Bool {
    let code = unsafe sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
    guard code == SQLITE_OK || code == SQLITE_BUSY else { throw failure(code) }
    return code == SQLITE_OK
  }

  private func prepared(_ sql: String) throws -> Statement {
    let text = StatementText(sql: sql)
    if let statement = statements[text], !statement.isBusy { return statement }
    let statement = try cursor(sql)
    statements[text] = statement
    return statement
  }

  /// A statement for one use, stepped by hand; it must be let go before the connection closes.
  ///
  /// - Throws: `database-damaged` when a table or a column that it names is not there: the
  ///   statements are ours, so that the file is not.
  package func cursor(_ sql: String) throws -> Statement {
    guard !isClosed else { throw failure(SQLITE_MISUSE) }
    var prepared: OpaquePointer?
    let code = unsafe sqlite3_prepare_v3(
      handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let statement = unsafe prepared else {
      throw failure(code == SQLITE_ERROR ? SQLITE_CORRUPT : code)
    }
    return unsafe Statement(handle: statement, file: file)
  }

  private func failure(_ code: Int32) -> Failure { Failure.sqlite(code, file: file) }

  /// Settings of every connection.
  ///
  /// Source: reference figures in docs/performance.md; SQLite manual, <https://www.sqlite.org/security.html>.
  private func configure(_ access: Access) throws {
    _ = unsafe sqlite3_extended_result_codes(handle, 1)
    _ = unsafe sqlite3_busy_timeout(handle, 5_000)
    _ = unsafe sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 64 << 20)
    _ = unsafe acta_sqlite3_db_config_flag(handle, SQLITE_DBCONFIG_DEFENSIVE, 1)
    _ = unsafe acta_sqlite3_db_config_flag(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    try execute(
      """
      PRAGMA synchronous=EXTRA; PRAGMA foreign_keys=ON; PRAGMA cache_size=-8192; PRAGMA mmap_size=0;
      PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;
      PRAGMA wal_autocheckpoint=0; PRAGMA secure_delete=ON;
      """)
    // The automatic checkpoint is itself a hook: turning it off takes ours away.
    unsafe acta_sqlite3_watch_wal(handle, walPages)
    if access.isReading { try execute("PRAGMA query_only=ON") }
  }
}

/// The text of a statement as a key: hashed by its length alone, since the texts of one connection are few and long.
private struct StatementText: Hashable {
  let sql: String

  func hash(into hasher: inout Hasher) { hasher.combine(sql.utf8.count) }
}
