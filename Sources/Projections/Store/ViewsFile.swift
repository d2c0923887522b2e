import EventStore
import Values

/// The file `views.db` of a network: made, followed and replaced under the lock file, never needed.
///
/// It has a rollback journal, not a write-ahead log: it is one file, so that a rebuilt one can take
/// its place by a rename, and a cold read maps no shared memory. `synchronous` is off, since
/// whatever a power cut leaves can be made again.
struct ViewsFile {
  static let name = "views.db"

  /// Rows that cannot have been written by this program.
  static let damage = Failure(.databaseDamaged, ["file": .text(name)])

  private let path: String
  private let directory: String
  private let catalogue: TableCatalogue

  init(in directory: String, _ catalogue: TableCatalogue) {
    self.directory = directory
    path = directory + "/" + Self.name
    self.catalogue = catalogue
  }

  /// The tables of the file when they are level with the log; nil when they must be brought there.
  func level(with log: Log) throws -> ViewTables? {
    guard Folder.holds(path) else { return nil }
    let tables = ViewTables(try Connection(path: path, for: .reading), catalogue)
    if try tables.isLevel(with: log) { return tables }
    tables.close()
    return nil
  }

  /// Brings the file level with the log, making it anew when it cannot be used.
  ///
  /// - Parameters:
  ///   - log: The log to follow.
  ///   - patience: Milliseconds to wait for a writer that holds the lock.
  /// - Throws: `log-busy` when the writer stays longer; what SQLite and the log have to say.
  func catchUp(with log: Log, patience: Int) throws {
    try locked(patience: patience) {
      if Folder.holds(path), (try? follow(log)) == true { return }
      try replace(from: log)
    }
  }

  /// Makes the file anew from the events, whatever it holds.
  func rebuild(from log: Log, _ watch: Views.Watch? = nil) throws {
    try locked(patience: LockFile.patienceMilliseconds) { try replace(from: log, watch) }
  }

  private func follow(_ log: Log) throws -> Bool {
    let connection = try Connection(path: path, for: .writing)
    defer { connection.close(checkpointing: false) }
    try connection.execute("PRAGMA synchronous=OFF; PRAGMA secure_delete=OFF")
    return try ViewTables(connection, catalogue).follow(log)
  }

  /// A whole new file takes the place of the old one at once.
  ///
  /// The old name goes before its journal: a reader between the two finds no file, never half of one. A new
  /// file that could not be finished goes too, since on a full disk it takes the room of the log.
  private func replace(from log: Log, _ watch: Views.Watch? = nil) throws {
    let new = path + ".new"
    do {
      try fill(new, from: log, watch)
      for old in [path, path + "-journal", path + "-wal", path + "-shm"] { try Folder.remove(old) }
      try Folder.move(new, to: path)
    } catch {
      // What stopped it is told; a leftover that cannot be removed either goes at the next attempt.
      for leftover in Self.leftovers(of: new) { _ = try? Folder.remove(leftover) }
      throw error
    }
  }

  private static func leftovers(of new: String) -> [String] { [new, new + "-journal"] }

  private func fill(_ new: String, from log: Log, _ watch: Views.Watch?) throws {
    for leftover in Self.leftovers(of: new) { try Folder.remove(leftover) }
    try Folder.createPrivateFile(new)
    let connection = try Connection(path: new, for: .creating)
    defer { connection.close(checkpointing: false) }
    try connection.execute(
      "PRAGMA synchronous=OFF; PRAGMA secure_delete=OFF; PRAGMA journal_mode=MEMORY")
    let tables = ViewTables(connection, catalogue)
    try tables.create()
    try tables.fill(from: log, until: log.head().position, watch)
  }

  private func locked<T>(patience: Int, _ body: () throws -> T) throws -> T {
    let lock = try LockFile(in: directory)
    try lock.lock(patience: patience)
    defer { lock.unlock() }
    return try body()
  }
}
