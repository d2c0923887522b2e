internal import Values

extension Log {
  /// The name of the copy that a log of a layout leaves when it is raised to a newer one.
  static func backupName(ofLayout layout: Int64) -> String { "log.layout-\(layout).db" }

  /// Brings a file to the newest layout, where it is older: a copy of it first, then all steps in one transaction.
  ///
  /// Whatever stops it leaves the file in its old layout, whole, and it is tried again by whoever opens it next.
  ///
  /// - Throws: `database-older` when there is no way to the newest layout; what SQLite and the file system say.
  static func raise(in directory: String, to layouts: Layouts) throws {
    let lock = try LockFile(in: directory)
    try lock.lock()
    defer { lock.unlock() }
    let connection = try Connection(path: "\(directory)/\(fileName)", for: .writing)
    defer { connection.close(checkpointing: true) }
    // Another process may have done it while this one waited.
    let found = try connection.number("PRAGMA user_version")
    guard found < layouts.newest else { return }
    guard let steps = layouts.steps(from: found) else { throw older(found, layouts) }
    try keepBackup(of: connection, layout: found, in: directory)
    try connection.transaction {
      for statement in steps.flatMap(\.statements) { try connection.run(statement) }
      try connection.run("PRAGMA user_version=\(layouts.newest)")
    }
  }

  /// Copies the file as it is, in the place of a copy that an earlier attempt left.
  private static func keepBackup(
    of connection: Connection, layout: Int64, in directory: String
  ) throws {
    let draft = try Draft.file(beside: "\(directory)/\(fileName)")
    do {
      try connection.run("VACUUM INTO ?", [.text(draft.path)])
      try Folder.synchronizeFile(draft.path)
      try Folder.move(draft.path, to: "\(directory)/\(backupName(ofLayout: layout))")
      try Folder.synchronize(directory)
    } catch {
      try? Folder.remove(draft.path)
      throw error
    }
  }

  /// Takes away the copies that older layouts left: an erasure reaches no words in them.
  func removeLayoutBackups() throws {
    for layout in 1..<max(1, layouts.newest) {
      let path = "\(directory)/\(Self.backupName(ofLayout: layout))"
      guard Folder.holds(path) else { continue }
      try DurableFile.fillWithZeros(path)
      try Folder.remove(path)
      try Folder.synchronize(directory)
    }
  }

  /// What is told of a file of an old layout that cannot be raised where it stands.
  static func older(_ found: Int64, _ layouts: Layouts) -> Failure {
    Failure(
      .databaseOlder,
      ["file": .text(fileName), "found": .int(Int(found)), "known": .int(Int(layouts.newest))])
  }
}
