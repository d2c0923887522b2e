package import EventStore
import Values

extension Views {
  /// Compares `views.db` with what the events alone give, row by row.
  ///
  /// - Parameter log: The log that the file is brought level with first.
  /// - Returns: The names of the tables that differ; empty when all are equal.
  /// - Throws: Only what is wrong with the log.
  package static func differences(from log: Log) throws -> [String] {
    let live = try open(for: log)
    let fresh = try open(for: log, knownAt: log.head().position)
    return try TableCatalogue.standard.tables.filter { table in
      try !live.mending { own in
        try fresh.mending { try own.walk(table).gives(theSameAs: $0.walk(table)) }
      }
    }.map(\.definition.name)
  }

  /// Whether `views.db` is there and cannot be read through, be it level with the log or not.
  ///
  /// Nothing is mended here: a read that follows makes the file again.
  package static func isDamaged(for log: Log) -> Bool {
    do {
      guard let tables = try ViewsFile(in: log.directory, .standard).level(with: log) else {
        return false
      }
      defer { tables.close() }
      for table in TableCatalogue.standard.tables {
        let walk = try tables.walk(table)
        while try walk.next() != nil {}
      }
      return false
    } catch {
      // A file that is busy, or that this account may not read, may be whole.
      let codes: [Failure.Code] = [.databaseDamaged, .databaseForeign, .databaseFailed]
      return (error as? Failure).map { codes.contains($0.code) } ?? true
    }
  }

  /// 9999-12-31: every row has begun by then.
  static let lastDay = Day(number: 2_932_896)
}
