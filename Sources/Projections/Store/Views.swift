package import EventStore
import Governance
import Plugins
package import Values

/// The views of one network: answers about any day, from `views.db` or, without it, from the log.
///
/// ```swift
/// let views = try Views.open(for: log)
/// let members = try views.rows("member", on: today)
/// ```
///
/// A read never fails because of `views.db`: what is missing, old, damaged or write-protected is
/// made again, in the file where that is possible and else beside it.
package final class Views {
  let log: Log
  private let catalogue: TableCatalogue
  private var tables: ViewTables
  private var isBesideFile: Bool
  /// Why the file could not be used; nil when it was.
  ///
  /// For the curious, not for an error message.
  package private(set) var shortfall: Failure?

  private init(
    _ log: Log, _ catalogue: TableCatalogue, _ tables: ViewTables, isBesideFile: Bool,
    shortfall: Failure? = nil, end: Int64? = nil
  ) {
    self.end = end
    findRules = Self.rulesFinder(in: log)
    self.log = log
    self.catalogue = catalogue
    self.tables = tables
    self.isBesideFile = isBesideFile
    self.shortfall = shortfall
  }

  /// Where the rules come from: the log; a test gives its own.
  var findRules: (Day) throws -> Rules?
  /// Gives the zones in which the network's own rules count days.
  package var zones: ZoneSource = .utc
  /// The last position that the rows contain.
  let end: Int64?

  deinit { tables.close() }

  /// How long a reader waits for a writer before it renders for itself, in milliseconds.
  private static let patience = 500

  /// Opens the views as they are known now.
  ///
  /// - Throws: Only what is wrong with the log: `event-unknown`, `event-unreadable`, `database-damaged`.
  package static func open(for log: Log) throws -> Views {
    let file = ViewsFile(in: log.directory, .standard)
    do {
      if let tables = try? file.level(with: log) {
        return Views(log, .standard, tables, isBesideFile: false)
      }
      try file.catchUp(with: log, patience: patience)
      guard let tables = try file.level(with: log) else { throw Failure(.logBusy) }
      return Views(log, .standard, tables, isBesideFile: false)
    } catch {
      // What the log holds and this program cannot read is told, whatever table is asked for.
      let codes: [Failure.Code] = [.eventUnknown, .eventUnreadable, .eventNewer]
      if let failure = error as? Failure, codes.contains(failure.code) { throw failure }
      let tables = try besideFile(log, .standard, until: log.head().position)
      return Views(
        log, .standard, tables, isBesideFile: true, shortfall: error as? Failure)
    }
  }

  /// The views as they were known when the log ended at a position; rendered beside the file when asked for.
  ///
  /// - Parameters:
  ///   - log: The log that is read.
  ///   - position: 0 to the head of the log; more is read as the head.
  /// - Returns: Views that later acts do not change.
  /// - Throws: Only what is wrong with the log.
  package static func open(for log: Log, knownAt position: Int64) throws -> Views {
    let end = min(max(0, position), try log.head().position)
    let tables = try besideFile(log, .standard, until: end)
    return Views(log, .standard, tables, isBesideFile: true, end: end)
  }

  /// Brings `views.db` level with the log; called after each act.
  ///
  /// - Returns: What prevented it, nil when nothing did. The act stands all the same, and the next
  ///   read tries again.
  @discardableResult
  package static func catchUp(with log: Log) -> Failure? {
    let file = ViewsFile(in: log.directory, .standard)
    do {
      try file.catchUp(with: log, patience: LockFile.patienceMilliseconds)
      return nil
    } catch {
      return error as? Failure ?? ViewsFile.damage
    }
  }

  /// Takes how many events are rendered, and how many there are.
  package typealias Watch = (_ done: Int64, _ all: Int64) -> Void

  /// Makes `views.db` anew from the events alone.
  ///
  /// `watch` is told after each stream how far the work is.
  ///
  /// - Throws: `log-busy`, `database-not-permitted`, `database-full`, and what is wrong with the log.
  package static func rebuild(from log: Log, watch: Watch? = nil) throws {
    try ViewsFile(in: log.directory, .standard).rebuild(from: log, watch)
  }

  /// The rows of a table on a day, in the documented order.
  ///
  /// - Throws: Only what is wrong with the log.
  package func rows(_ name: String, on day: Day) throws -> [Row] {
    let table = table(name)
    return try mending { try $0.rows(of: table, on: day) }
  }

  /// A second attempt beside the file, when the file turns out to be damaged where it had not been looked at.
  func mending<T>(_ body: (ViewTables) throws -> T) throws -> T {
    guard !isBesideFile else { return try body(tables) }
    do {
      return try body(tables)
    } catch {
      shortfall = error as? Failure
      tables.close()
      tables = try Self.besideFile(log, catalogue, until: log.head().position)
      isBesideFile = true
      // The file is made again for the next reader; when that fails, the next reader tries.
      _ = try? Self.rebuild(from: log)
      return try body(tables)
    }
  }

  /// The rows of a table that have begun by a day, ended ones included, in the order of their streams.
  func history(_ name: String, until day: Day) throws -> [Row] {
    let table = table(name)
    return try mending { try $0.history(of: table, until: day) }
  }

  /// The rules in force on a day; nil before the first.
  func rules(on day: Day) throws -> Rules? { try findRules(day) }

  /// What is owed by the obligations that the network wrote itself.
  func ownObligations(on day: Day) throws -> [OwnObligation] {
    try OwnObligations(log, until: end, zones: zones) { try self.rules(on: $0) }.all(on: day)
  }

  private static func rulesFinder(in log: Log) -> (Day) throws -> Rules? {
    var inForce = RulesInForce()
    return { day in
      do { return try inForce.find(on: day, in: log).rules } catch let failure as Failure
        where failure.code == .notFounded
      { return nil }
    }
  }

  func personalWords(on day: Day) -> PersonalWords {
    PersonalWords(log: log, day: day, end: end ?? .max)
  }

  private func table(_ name: String) -> ViewTable {
    guard let table = catalogue.table(name) else {
      preconditionFailure("no view is called \(name)")
    }
    return table
  }

  /// Tables of a file without a name: few rows stay in memory, many go to the disk, and all go with the connection.
  private static func besideFile(_ log: Log, _ catalogue: TableCatalogue, until position: Int64)
    throws -> ViewTables
  {
    let connection = try Connection(path: "", for: .creating)
    try connection.execute("PRAGMA secure_delete=OFF; PRAGMA journal_mode=MEMORY")
    let tables = ViewTables(connection, catalogue)
    try tables.create()
    try tables.draw(from: log, until: position)
    return tables
  }
}
