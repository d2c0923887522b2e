import Testing
import Values

@testable import EventStore

/// One changed bit in any value of any table is found, though the triggers stand as they were.
@Suite struct BitTests {
  /// A column whose values all count, and the columns by which its row is found again.
  struct Column: CustomTestStringConvertible, Sendable {
    let table: String
    let name: String
    let key: String

    init(_ table: String, _ name: String, key: String) {
      self.table = table
      self.name = name
      self.key = key
    }

    var testDescription: String { "\(table).\(name)" }
  }

  private static func columns(_ table: String, key: String, _ names: String) -> [Column] {
    names.split(separator: " ").map { Column(table, String($0), key: key) }
  }

  static let all =
    columns(
      "events", key: "position",
      "position ordinal stream version type schema command event_id recorded effective slots data leaf hash"
    )
    + columns(
      "commands", key: "id",
      """
      id command_id request_hash name actor correlation causation rules verdict first_position \
      last_position recorded body answer ordinal leaf hash
      """)
    + columns("streams", key: "id", "id name category version")
    + columns("event_types", key: "id", "id name")
    + columns(
      "sealed", key: "position || '/' || slot", "position slot subject nonce ciphertext digest")
    + columns("states", key: "stream", "stream version fold data digest")
    + columns("head", key: "id", "position ordinal hash recorded")
    + columns("log_meta", key: "key", "key value")

  /// Every column that the schema has is among them, but the number of the one row of `head`.
  @Test func `No column of the log is left out`() throws {
    let fresh = try Connection(path: ":memory:", for: .creating)
    for statement in LogSchema.tables { try fresh.run(statement) }
    var names: Set<String> = []
    let sql = """
      SELECT t.name || '.' || c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c \
      WHERE t.type = 'table'
      """
    try fresh.query(sql) { names.insert(try $0.text(at: 0)) }
    #expect(names.subtracting(["head.id"]) == Set(Self.all.map(\.testDescription)))
  }

  /// A log where every column has a value in some row.
  private static let sample = Result { () throws -> [String: [UInt8]] in
    let scratch = try Scratch()
    try scratch.foundSample()
    let log = try Log.open(in: scratch.path, for: .writing)
    var command = act("all")
    command.correlation = CommandID("first")
    command.causation = 2
    _ = try log.write(now: nine) {
      try $0.record(command, request: [:], events: [event(try stream("member-PT"))])
    }
    log.close()
    return try scratch.files()
  }

  private func copy() throws -> Scratch {
    let scratch = try Scratch()
    for (file, bytes) in try Self.sample.get() { try scratch.write(bytes, to: file) }
    return scratch
  }

  private enum Value {
    case int(Int64)
    case text([UInt8])
    case blob([UInt8])
  }

  /// The values of a column that are there, each with the key of its row.
  private func values(_ column: Column, in scratch: Scratch) throws -> [(String, Value)] {
    let connection = try Connection(path: scratch.path + "/log.db", for: .reading)
    defer { connection.close(checkpointing: false) }
    var values: [(String, Value)] = []
    let sql = """
      SELECT CAST(\(column.key) AS TEXT), typeof(\(column.name)), \(column.name) \
      FROM \(column.table)
      """
    try connection.query(sql) { row in
      let key = try row.text(at: 0)
      switch try row.text(at: 1) {
      case "integer": values.append((key, .int(try row.int(at: 2))))
      case "text": values.append((key, .text(try row.utf8(at: 2))))
      case "blob": values.append((key, .blob(try row.blob(at: 2))))
      default: break
      }
    }
    return values
  }

  /// The value with one bit changed, as SQL writes it.
  ///
  /// Numbers that rows are found by change in a high bit, so that none becomes another's.
  private func changed(_ value: Value, of column: Column, _ chance: inout Seeded) -> String {
    switch value {
    case .int(let number):
      let lowest: Int64 = column.key.hasPrefix(column.name) ? 8 : 0
      return String(number ^ (1 << Int64.random(in: lowest..<62, using: &chance)))
    case .text(var bytes):
      let index = Int.random(in: bytes.indices, using: &chance)
      bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
      return "CAST(x'\(bytes.hex)' AS TEXT)"
    case .blob(var bytes):
      let index = Int.random(in: bytes.indices, using: &chance)
      bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
      return "x'\(bytes.hex)'"
    }
  }

  @Test(arguments: all)
  func `A changed bit of any value is found`(_ column: Column) throws {
    var chance = Seeded(
      seed: UInt64(column.testDescription.utf8.reduce(7) { $0 * 31 % 9_973 + Int($1) }))
    let found = try values(column, in: copy())
    try #require(!found.isEmpty)
    for (key, value) in found {
      let (scratch, new) = (try copy(), changed(value, of: column, &chance))
      try scratch.tamper(
        """
        PRAGMA ignore_check_constraints=ON;
        UPDATE \(column.table) SET \(column.name) = \(new) \
        WHERE CAST(\(column.key) AS TEXT) = '\(key)'
        """)
      let verification = try Verifier.verify(directory: scratch.path)
      #expect(!verification.isWhole, "\(column.testDescription) of \(key) became \(new)")
    }
  }

  @Test func `A row doubled under another number is found in every table`() throws {
    let doubled = [
      """
      INSERT INTO events SELECT position + 1, ordinal + 1, stream, version + 1, type, schema, \
      command, event_id, recorded, effective, slots, data, leaf, hash FROM events \
      WHERE position = (SELECT max(position) FROM events)
      """,
      """
      INSERT INTO commands SELECT id + 1, randomblob(16), request_hash, name, actor, correlation, \
      causation, rules, verdict, first_position, last_position, recorded, body, answer, ordinal, \
      leaf, hash FROM commands WHERE id = (SELECT max(id) FROM commands)
      """,
      "INSERT INTO streams SELECT id + 100, name || 'x', category, version FROM streams",
      "INSERT INTO event_types SELECT id + 100, name || 'x' FROM event_types",
      "INSERT INTO sealed SELECT position, slot || 'x', subject, nonce, ciphertext, digest FROM sealed",
      "INSERT INTO log_meta SELECT key || 'x', value FROM log_meta",
    ]
    for sql in doubled {
      let scratch = try copy()
      try scratch.tamper(sql)
      #expect(try !Verifier.verify(directory: scratch.path).isWhole, "\(sql)")
    }
  }

  @Test(arguments: ["events", "commands", "streams", "event_types", "sealed", "head", "log_meta"])
  func `Each row taken out of a table is found`(_ table: String) throws {
    let key = try #require(Self.all.first { $0.table == table }).key
    let column = Column(table, key == "position || '/' || slot" ? "slot" : key, key: key)
    let rows = try values(column, in: copy())
    try #require(!rows.isEmpty)
    for (key, _) in rows {
      let scratch = try copy()
      try scratch.tamper("DELETE FROM \(table) WHERE CAST(\(column.key) AS TEXT) = '\(key)'")
      #expect(try !Verifier.verify(directory: scratch.path).isWhole, "\(table) \(key)")
    }
  }

  /// The seven columns that a later leaf could hide, each with the mark that a walk checks.
  @Test(arguments: [
    ("first_position = 1", "command 4"), ("last_position = 3", "command 4"),
    ("first_position = 4, last_position = 4", "command 4"),
    ("first_position = 4, last_position = 3", "command 4"), ("ordinal = NULL", "unreadable 4"),
    ("leaf = NULL", "unreadable 4"), ("hash = NULL", "unreadable 4"),
    ("hash = zeroblob(32)", "chain 4"), ("leaf = zeroblob(32)", "leaf 4"),
    ("request_hash = zeroblob(31)", "command 4"), ("body = 'x'", "command 4"),
    ("answer = ''", "command 4"), ("command_id = x'00'", "unreadable 4"),
    ("correlation = zeroblob(15)", "unreadable 4"), ("rules = zeroblob(31)", "unreadable 4"),
  ])
  func `A refused command that was changed is found where it stands`(
    _ row: (change: String, finding: String)
  ) throws {
    let scratch = try copy()
    try scratch.tamper("UPDATE commands SET \(row.change) WHERE id = 3")
    let found = try #require(try Verifier.verify(directory: scratch.path).first)
    #expect("\(found.reason) \(found.position ?? 0)" == row.finding)
  }
}
