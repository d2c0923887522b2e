internal import CSQLite
internal import Values

extension Failure {
  /// The failure for a result code of SQLite.
  ///
  /// Only the file's own name and the number travel; SQLite's sentence may quote data.
  ///
  /// Source: SQLite manual, <https://www.sqlite.org/rescode.html>.
  static func sqlite(_ code: Int32, file: String) -> Failure {
    let values: [String: Value] = ["file": .text(file), "number": .int(Int(code))]
    return Failure(Self.code(forPrimary: code & 0xFF), values)
  }

  private static func code(forPrimary code: Int32) -> Code {
    switch code {
    case SQLITE_CORRUPT, SQLITE_FORMAT, SQLITE_MISMATCH, SQLITE_RANGE, SQLITE_TOOBIG:
      .databaseDamaged
    case SQLITE_NOTADB: .databaseForeign
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: .databaseBusy
    case SQLITE_FULL: .databaseFull
    case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH, SQLITE_CANTOPEN: .databaseNotPermitted
    case SQLITE_CONSTRAINT: .databaseConstraint
    default: .databaseFailed
    }
  }
}
