internal import Values

extension Verifier {
  /// Compares what SQLite keeps of the schema with a schema made anew.
  mutating func checkSchema() throws {
    let fresh = try Connection(path: ":memory:", for: .creating)
    for statement in log.layouts.schema { try fresh.run(statement) }
    let expected = try Self.schema(of: fresh)
    if try Self.schema(of: log.connection) != expected { result.add(.schema) }
    if try log.connection.number("SELECT count(*) FROM log_meta") != 2 { result.add(.schema) }
  }

  private static func schema(of connection: Connection) throws -> [[String?]] {
    var rows: [[String?]] = []
    let sql = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    try connection.query(sql) { row in
      rows.append(try (0..<4).map { try row.optionalText(at: $0) })
    }
    return rows
  }

  /// Follows the index on stream and version beside the table of streams.
  ///
  /// Every event belongs to one of them: the walk along the chain has read its name.
  mutating func checkStreams() throws {
    let events = try log.connection.cursor(
      "SELECT stream, version, position FROM events ORDER BY stream, version")
    var hasEvent = try events.step()
    var findings: [Int64?] = []
    let sql = "SELECT id, name, category, version FROM streams ORDER BY id"
    try log.connection.query(sql) { row in
      let (id, count) = (try row.int(at: 0), try row.int(at: 3))
      var (version, first) = (0 as Int64, nil as Int64?)
      while hasEvent, try events.int(at: 0) == id {
        if try events.int(at: 1) != version + 1 { findings.append(try events.int(at: 2)) }
        first = try first ?? events.int(at: 2)
        version = try events.int(at: 1)
        hasEvent = try events.step()
      }
      let isNamed = StreamName(try row.text(at: 1))?.category == (try row.text(at: 2))
      if version != count || version == 0 || !isNamed { findings.append(first) }
    }
    for position in findings.prefix(1) { result.add(.stream, at: position) }
  }

  /// Looks for names that no event uses.
  mutating func checkTypes() throws {
    let sql = """
      SELECT count(*) FROM event_types t \
      WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.type = t.id)
      """
    if try log.connection.number(sql) != 0 { result.add(.name) }
  }

  /// Checks the states kept beside the streams: their checksums, and their content if a caller can.
  mutating func checkStates(_ check: StateCheck?) throws {
    let sql = """
      SELECT t.version, t.fold, t.data, t.digest, s.name, s.version, \
      (SELECT min(position) FROM events WHERE stream = s.id) \
      FROM states t LEFT JOIN streams s ON s.id = t.stream ORDER BY t.stream
      """
    var findings: [Int64?] = []
    try log.connection.query(sql) { row in
      let first = try row.optionalInt(at: 6)
      guard let name = StreamName(try row.optionalText(at: 4) ?? ""),
        let state = try? log.state(row, of: name),
        (1...max(1, try row.int(at: 5))).contains(state.version),
        try check?(log, name, state) ?? true
      else { return findings.append(first) }
    }
    for position in findings { result.add(.state, at: position) }
  }

  /// SQLite's own checks: pages, indexes, references.
  mutating func checkDatabase() throws {
    let verdict = try log.connection.first("PRAGMA integrity_check(1)") { try $0.text(at: 0) }
    if verdict != "ok" { result.add(.index) }
    let orphan = try log.connection.first("PRAGMA foreign_key_check") { _ in true }
    if orphan != nil { result.add(.index) }
  }
}
