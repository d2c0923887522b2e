package import Values

extension Log {
  /// Where a scratch log says that it stands.
  static let noFolder = ":memory:"

  /// A log that stands in memory alone: for rehearsing acts, never for keeping them.
  ///
  /// It records as any other log does and is gone when it is let go; no file is made, and no lock taken.
  ///
  /// - Parameter now: The time of its foundation; no event is recorded earlier.
  /// - Returns: The new log, open for writing.
  /// - Throws: `Failure` by SQLite's result code, when there is no memory for it.
  package static func scratch(now: Instant) throws -> Log {
    let id = EntryID.random()
    let connection = try Connection(path: noFolder, for: .creating)
    try lay(connection, id: id, now: now)
    let log = try Log(
      directory: noFolder, connection: connection, purpose: .writing, lock: nil)
    log.keepKeys(try KeyStore.scratch(for: id))
    return log
  }

  /// Whether the log stands in memory alone, where nobody else can write.
  var isScratch: Bool { directory == Self.noFolder }
}
