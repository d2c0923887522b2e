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
    return try TableCatalogue.standard.tables.map(\.definition.name).filter { name in
      try live.history(name, until: lastDay) != fresh.history(name, until: lastDay)
    }
  }

  /// 9999-12-31: every row has begun by then.
  private static let lastDay = Day(number: 2_932_896)
}
