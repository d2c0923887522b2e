package import Values

extension Log {
  /// Copies the log and the files beside it while it is in use; writers wait meanwhile.
  ///
  /// The database is written anew, so that no byte of what was overwritten goes along.
  ///
  /// - Parameter target: An empty folder.
  /// - Returns: Where the log ended when it was copied.
  /// - Throws: `log-read-only`, and what the file system and SQLite say. Nobody has checked the copy yet.
  package func copy(to target: String) throws -> Head {
    try locked {
      let path = "\(target)/\(Self.fileName)"
      try Folder.createPrivateFile(path)
      let head = try head()
      try connection.run("VACUUM INTO ?", [.text(path)])
      try NetworkFiles.copy(from: directory, to: target)
      try Folder.synchronizeFile(path)
      return head
    }
  }

  /// Copies `keys.db` to a file of its own.
  ///
  /// Whoever has it can read what is sealed in any copy of the log, and erasing a person has to reach it too.
  ///
  /// - Parameter target: A path that nobody has.
  /// - Throws: `keys-missing`, `target-exists`.
  package func copyKeys(to target: String) throws {
    try locked {
      _ = try keys()
      try Staged.file(target) { sink in
        guard let source = FileSource("\(directory)/keys.db") else { throw Failure(.keysMissing) }
        try source.forEachPiece { try sink.write($0) }
      }
      try KeyStore.check(target, of: id)
    }
  }

  /// Copies the files of a copy, as they are, into an empty folder.
  ///
  /// - Throws: `log-missing` for a folder without a log.
  package static func placeCopy(of folder: String, in target: String) throws {
    guard Folder.isPlainFile("\(folder)/\(fileName)") else {
      throw Failure(.logMissing, ["folder": .text(folder)])
    }
    // A copy that follows may have what came last beside it still.
    for ending in ["", "-wal"] where (Folder.size(of: "\(folder)/\(fileName)\(ending)") ?? 0) > 0 {
      try Folder.copy("\(folder)/\(fileName)\(ending)", to: "\(target)/\(fileName)\(ending)")
    }
    try NetworkFiles.copy(from: folder, to: target)
  }

  /// Puts a copy of `keys.db` beside a log.
  ///
  /// - Throws: `keys-missing` and `keys-foreign` when the file is not the keys of this log.
  package static func placeKeys(_ file: String, of log: EntryID, in directory: String) throws {
    guard Folder.isPlainFile(file) else { throw Failure(.keysMissing) }
    try KeyStore.check(file, of: log)
    try Folder.copy(file, to: "\(directory)/keys.db")
  }

  /// Makes a copied database one that many may read while somebody writes.
  package static func setGoing(in directory: String) throws {
    let connection = try Connection(path: "\(directory)/\(fileName)", for: .writing)
    defer { connection.close(checkpointing: true) }
    try connection.execute("PRAGMA journal_mode=WAL")
  }

  /// Makes a log in a folder from the lines of a whole export, all or nothing.
  ///
  /// - Parameters:
  ///   - directory: A folder without a log.
  ///   - fold: Makes the states of the streams.
  ///   - next: Gives the lines.
  /// - Returns: What came of the file.
  /// - Throws: What `ExportIntake.take` throws; `export-bare` for what does not begin as a whole export.
  package static func make(
    in directory: String, fold: (Log, StreamName) throws -> (fold: Int, data: JSON),
    _ next: () throws -> [UInt8]?
  ) throws -> ExportIntake.Result {
    guard let bytes = try next() else { throw Failure(.exportBare) }
    guard let first = ExportLine(bytes) else {
      throw Failure(
        .exportUnfit, ["position": .text("1"), "reason": .word("verify.unreadable")])
    }
    guard let created = first.created, first.whole?.end != nil else { throw Failure(.exportBare) }
    guard first.event.position == 1 else {
      throw Failure(.followGap, ["position": .text("0"), "log": .text(first.log.description)])
    }
    let log = try lay(in: directory, id: first.log, created: created)
    defer { log.close() }
    var held: [UInt8]? = bytes
    return try ExportIntake.take(into: log, fold: fold) {
      defer { held = nil }
      return try held ?? next()
    }
  }
}
