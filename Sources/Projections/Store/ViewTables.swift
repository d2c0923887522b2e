import EventStore
import Governance
import Values

/// The tables of all views in one database, a file or memory, and how far they have followed the log.
final class ViewTables {
  /// Raised when the form of the tables changes, whatever the views.
  static let form = 2

  /// The last event that the rows contain.
  struct Progress: Equatable {
    var position: Int64
    /// The chain's hash after that event; empty at position 0.
    var hash: [UInt8]
  }

  private let connection: Connection
  private let catalogue: TableCatalogue
  /// What the tables still lack; nil where they have all rows.
  private var source: RowSource?

  init(_ connection: Connection, _ catalogue: TableCatalogue) {
    self.connection = connection
    self.catalogue = catalogue
  }

  /// Creates all tables in an empty database.
  func create() throws {
    try connection.run(
      """
      CREATE TABLE progress(id INTEGER PRIMARY KEY CHECK(id = 1), layout TEXT NOT NULL, \
      position INTEGER NOT NULL, hash BLOB NOT NULL) STRICT
      """)
    for table in catalogue.tables { try connection.run(table.creation) }
    try connection.run(
      "INSERT INTO progress VALUES (1, ?, 0, ?)", [.text(catalogue.layout), .blob([])])
  }

  /// How far the rows follow the log; nil when other views, or none, made them.
  func progress() throws -> Progress? {
    try connection.first(
      "SELECT position, hash FROM progress WHERE layout = ?", [.text(catalogue.layout)]
    ) { Progress(position: try $0.int(at: 0), hash: try $0.blob(at: 1)) }
  }

  /// Whether the rows contain exactly the log up to its end.
  func isLevel(with log: Log) throws -> Bool {
    guard let progress = try progress() else { return false }
    return try progress.position == log.head().position && progress.belongs(to: log)
  }

  func rows(of table: ViewTable, on day: Day) throws -> [Row] {
    try prepare(table)
    var rows: [Row] = []
    try connection.query(table.selection, [.text(day.description)]) {
      rows.append(try table.row($0))
    }
    return rows
  }

  func history(of table: ViewTable, until day: Day) throws -> [Row] {
    try prepare(table)
    var rows: [Row] = []
    try connection.query(table.past, [.text(day.description)]) { rows.append(try table.row($0)) }
    return rows
  }

  /// All rows of a table in the order of their streams, one at a time.
  func walk(_ table: ViewTable) throws -> RowWalk {
    try prepare(table)
    let statement = try connection.cursor(table.past)
    try statement.bind([.text(Views.lastDay.description)])
    return RowWalk(table: table, statement: statement)
  }

  /// Reads several views as they stand together at one time.
  func reading<T>(_ body: () throws -> T) throws -> T {
    try connection.run("BEGIN")
    do {
      let result = try body()
      try connection.run("COMMIT")
      return result
    } catch {
      _ = try? connection.run("ROLLBACK")
      throw error
    }
  }

  func close() { connection.close(checkpointing: false) }

  // MARK: Following the log

  /// Renders again the streams that the log has added to.
  ///
  /// - Returns: False when the rows are not of this log, or when rules changed that declare views: then
  ///   all is to be made anew.
  func follow(_ log: Log) throws -> Bool {
    try connection.transaction {
      guard let progress = try progress(), try progress.belongs(to: log) else { return false }
      let head = try log.head().position
      guard progress.position != head else { return true }
      let touched = try Self.touched(in: log, after: progress.position, until: head)
      let rulesChanged = touched.contains { RuleEditions.categories.contains($0.category) }
      let hasViews = try declaresViews()
      var editions = RuleEditions.none
      if hasViews || rulesChanged { editions = try RuleEditions(from: log, until: head) }
      if rulesChanged, hasViews || !editions.isEmpty { return false }
      for stream in touched {
        try remove(stream)
        try insert(stream, of: log, until: head, under: &editions)
      }
      try save(head, of: log)
      return true
    }
  }

  /// Whether some version of the rules declares views.
  private func declaresViews() throws -> Bool {
    try connection.first("SELECT 1 FROM declared_view LIMIT 1") { try $0.int(at: 0) } != nil
  }

  /// Lets empty tables be filled when they are asked for, from the events up to a position.
  func draw(from log: Log, until position: Int64) throws {
    let source = try RowSource(log, until: position)
    try insert(source.editions.declared, into: catalogue.declared, stream: source.editions.stream)
    self.source = source
  }

  /// Fills empty tables from the events of every stream, up to a position.
  func fill(from log: Log, until position: Int64, _ watch: Views.Watch? = nil) throws {
    try connection.transaction {
      try draw(from: log, until: position)
      let count = try take(EntityCatalogue.kinds.map { $0.category }, watch)
      source = nil
      // Every event belongs to a stream of a known kind, else this program is older than the log.
      guard count == position else { throw Failure(.eventUnknown, ["type": .text("?")]) }
      try save(position, of: log)
    }
  }

  /// Renders the kinds of streams that have rows in a table, as far as that was not done.
  private func prepare(_ table: ViewTable) throws {
    guard source != nil else { return }
    let kinds = catalogue.categories(of: table)
    try connection.transaction { _ = try take(kinds, nil) }
  }

  /// - Returns: How many events the streams of these kinds have up to the position.
  private func take(_ categories: [String], _ watch: Views.Watch?) throws -> Int64 {
    guard var source else { return 0 }
    var count: Int64 = 0
    for category in source.take(categories) {
      for stream in try source.log.streams(in: category) {
        count += try insert(stream, of: source.log, until: source.end, under: &source.editions)
        watch?(count, source.end)
      }
    }
    self.source = source
    return count
  }

  private static func touched(in log: Log, after start: Int64, until end: Int64) throws
    -> [StreamName]
  {
    var streams: Set<StreamName> = []
    var position = start
    while position < end {
      let page = try log.events(after: position, limit: Log.maximumPage)
      guard let last = page.last else { break }
      streams.formUnion(page.lazy.filter { $0.position <= end }.map(\.stream))
      position = last.position
    }
    return streams.sorted()
  }

  private func remove(_ stream: StreamName) throws {
    for table in catalogue.tables(of: stream.category) + [catalogue.entries] {
      try connection.run(table.removal, [.text(stream.text)])
    }
  }

  /// - Returns: How many events the stream has up to the position.
  @discardableResult
  private func insert(
    _ stream: StreamName, of log: Log, until position: Int64, under editions: inout RuleEditions
  ) throws -> Int64 {
    let recorded = try log.events(of: stream).filter { $0.position <= position }
    let intervals = try catalogue.render(recorded.map { PastEvent($0) })
    for (table, intervals) in zip(catalogue.tables(of: stream.category), intervals) {
      try insert(intervals, into: table, stream: stream.text)
    }
    try insert(editions.entries(of: recorded), into: catalogue.entries, stream: stream.text)
    return Int64(recorded.count)
  }

  private func insert(_ intervals: [ViewInterval], into table: ViewTable, stream: String) throws {
    guard !intervals.isEmpty else { return }
    let insertion = table.insertion
    for (ordinal, interval) in intervals.enumerated() {
      try connection.run(insertion, table.values(of: interval, stream: stream, ordinal: ordinal))
    }
  }

  private func save(_ position: Int64, of log: Log) throws {
    let hash = position == 0 ? [] : try log.event(at: position)?.hash.bytes ?? []
    try connection.run("UPDATE progress SET position = ?, hash = ?", [.int(position), .blob(hash)])
  }
}

extension ViewTables.Progress {
  /// Whether the log holds, at this position, the very event that was followed last.
  func belongs(to log: Log) throws -> Bool {
    guard position != 0 else { return true }
    return try log.event(at: position)?.hash.bytes == hash
  }
}
