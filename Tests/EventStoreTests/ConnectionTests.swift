import Testing
import Values

@testable import EventStore

/// The only door to SQLite: what goes in comes out, and what cannot be there is a failure.
@Suite struct ConnectionTests {
  let scratch: Scratch
  let connection: Connection

  init() throws {
    scratch = try Scratch()
    connection = try Connection(path: scratch.path + "/test.db", for: .creating)
    try connection.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, v ANY) STRICT")
  }

  private func keep(_ value: SQLValue) throws {
    try connection.run("INSERT INTO t(v) VALUES (?)", [value])
  }

  private func read<T>(_ body: (Statement) throws -> T) throws -> T {
    try #require(try connection.first("SELECT v FROM t ORDER BY id DESC LIMIT 1", [], body))
  }

  @Test(arguments: [
    "", "a", "\u{0}", "a\u{0}b", "é", "e\u{301}", "\u{1F1F5}\u{1F1F9}", "\u{FEFF}",
    "'; DROP TABLE t",
    String(repeating: "x", count: 100_000),
  ])
  func `A text comes back byte for byte`(_ text: String) throws {
    try keep(.text(text))
    #expect(try read { try $0.text(at: 0) }.utf8.elementsEqual(text.utf8))
    #expect(try read { try $0.utf8(at: 0) } == Array(text.utf8))
    try keep(.utf8(Array(text.utf8)))
    #expect(try read { try $0.text(at: 0) }.utf8.elementsEqual(text.utf8))
    let count = try connection.number("SELECT count(*) FROM t WHERE v = ?", [.text(text)])
    #expect(count == 2)
  }

  @Test(arguments: [0, 1, 2, 32, 4_096, 70_000])
  func `Bytes come back as they were, none of them too`(_ count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 31) }
    try keep(.blob(bytes))
    #expect(try read { try $0.blob(at: 0) } == bytes)
    #expect(try read { try $0.optionalBlob(at: 0) } == bytes)
    #expect(try read { $0.isNull(at: 0) } == false)
  }

  @Test(
    arguments: [0, 1, -1, .max, .min, 9_007_199_254_740_993, -9_007_199_254_740_993] as [Int64])
  func `A number comes back exactly`(_ number: Int64) throws {
    try keep(.int(number))
    #expect(try read { try $0.int(at: 0) } == number)
    #expect(try read { try $0.optionalInt(at: 0) } == number)
  }

  @Test func `Nothing is nothing where it may be, and damage where it may not`() throws {
    try keep(.null)
    #expect(try read { $0.isNull(at: 0) })
    #expect(try read { try $0.optionalInt(at: 0) } == nil)
    #expect(try read { try $0.optionalText(at: 0) } == nil)
    #expect(try read { try $0.optionalBlob(at: 0) } == nil)
    #expect(try read { try $0.optionalDigest(at: 0) } == nil)
    #expect(code { _ = try read { try $0.int(at: 0) } } == "database-damaged")
    #expect(code { _ = try read { try $0.text(at: 0) } } == "database-damaged")
    #expect(code { _ = try read { try $0.blob(at: 0) } } == "database-damaged")
    #expect(code { _ = try read { try $0.digest(at: 0) } } == "database-damaged")
  }

  @Test(arguments: [SQLValue.int(7), .text("7"), .blob([7]), .utf8([0x37])])
  func `A value of one kind is never read as another`(_ value: SQLValue) throws {
    try keep(value)
    let readings: [(String, (Statement) throws -> Void)] = [
      ("int", { _ = try $0.optionalInt(at: 0) }), ("text", { _ = try $0.optionalText(at: 0) }),
      ("blob", { _ = try $0.optionalBlob(at: 0) }),
    ]
    let kind =
      switch value {
      case .int: "int"
      case .text, .utf8: "text"
      case .blob, .null: "blob"
      }
    for (name, reading) in readings {
      let failure = code { try read(reading) }
      #expect(failure == (name == kind ? nil : "database-damaged"), "read as \(name)")
    }
  }

  @Test(arguments: [0, 31, 33, 64])
  func `A digest of another width is damage`(_ count: Int) throws {
    try keep(.blob([UInt8](repeating: 1, count: count)))
    #expect(code { _ = try read { try $0.digest(at: 0) } } == "database-damaged")
    #expect(code { _ = try read { try $0.optionalDigest(at: 0) } } == "database-damaged")
    try keep(.blob([UInt8](repeating: 1, count: 32)))
    #expect(try read { try $0.digest(at: 0) }.bytes == [UInt8](repeating: 1, count: 32))
  }

  @Test(arguments: [[0xFF], [0xC3], [0xED, 0xA0, 0x80]] as [[UInt8]])
  func `A text that is no UTF-8 is damage, and its bytes can be seen`(_ bytes: [UInt8]) throws {
    try keep(.utf8(bytes))
    #expect(code { _ = try read { try $0.text(at: 0) } } == "database-damaged")
    #expect(try read { try $0.utf8(at: 0) } == bytes)
  }

  @Test func `Optional values are their values, or nothing`() {
    #expect(SQLValue.optional(7 as Int64?) == .int(7))
    #expect(SQLValue.optional(nil as Int64?) == .null)
    #expect(SQLValue.optional("x") == .text("x"))
    #expect(SQLValue.optional(nil as String?) == .null)
    #expect(SQLValue.optional(blob: [1]) == .blob([1]))
    #expect(SQLValue.optional(blob: nil) == .null)
    #expect(("x" as SQLValue) == .text("x") && (7 as SQLValue) == .int(7))
  }

  // MARK: - Statements

  @Test func `A query within a query of the same words has rows of its own`() throws {
    for number in 1...3 { try keep(.int(Int64(number))) }
    var pairs: [[Int64]] = []
    let sql = "SELECT v FROM t ORDER BY id"
    try connection.query(sql) { outer in
      let one = try outer.int(at: 0)
      try connection.query(sql) { pairs.append([one, try $0.int(at: 0)]) }
    }
    #expect(pairs == (1...3).flatMap { one in (1...3).map { [one, $0] } })
  }

  @Test func `A query that was broken off can be asked again`() throws {
    struct Stop: Error {}
    for number in 1...3 { try keep(.int(Int64(number))) }
    let sql = "SELECT v FROM t WHERE v >= ? ORDER BY id"
    #expect(throws: Stop.self) { try connection.query(sql, [1]) { _ in throw Stop() } }
    var values: [Int64] = []
    try connection.query(sql, [2]) { values.append(try $0.int(at: 0)) }
    #expect(values == [2, 3])
  }

  @Test func `A value of one run is not left for the next`() throws {
    let sql = "INSERT INTO t(v) VALUES (?)"
    try connection.run(sql, [7])
    try connection.run(sql)
    #expect(try read { $0.isNull(at: 0) })
  }

  @Test func `More values than places are a failure`() {
    #expect(
      code { try connection.run("INSERT INTO t(v) VALUES (?)", [1, 2]) } == "database-damaged")
  }

  @Test(arguments: [
    "SELECT x FROM t", "SELECT v FROM none", "SELEKT", "INSERT INTO none VALUES (1)",
  ])
  func `A statement that the file has no tables for is damage of the file`(_ sql: String) {
    let failure = #expect(throws: Failure.self) { try connection.run(sql) }
    #expect(failure?.code == .databaseDamaged)
    #expect(failure?.values["file"] == .text("test.db"))
  }

  @Test func `A change tells how many rows it touched`() throws {
    for number in 1...5 { try keep(.int(Int64(number))) }
    #expect(try connection.run("UPDATE t SET v = v + 1 WHERE v > 3") == 2)
    #expect(connection.changes == 2)
    #expect(try connection.run("DELETE FROM t WHERE v > 100") == 0)
    #expect(try connection.run("DELETE FROM t") == 5)
    #expect(try connection.first("SELECT v FROM t") { try $0.int(at: 0) } == nil)
    #expect(code { _ = try connection.number("SELECT v FROM t") } == "database-damaged")
  }

  // MARK: - Transactions

  @Test func `A transaction keeps all or nothing`() throws {
    struct Stop: Error {}
    let kept = try connection.transaction {
      try keep(1)
      try keep(2)
      return "both"
    }
    #expect(kept == "both")
    #expect(throws: Stop.self) {
      try connection.transaction {
        try keep(3)
        throw Stop()
      }
    }
    #expect(try connection.number("SELECT count(*) FROM t") == 2)
    try connection.transaction { try keep(4) }
    #expect(try connection.number("SELECT max(v) FROM t") == 4)
  }

  @Test func `Rolling back without a transaction is harmless`() throws {
    connection.rollBack()
    try keep(1)
    connection.rollBack()
    #expect(try connection.number("SELECT count(*) FROM t") == 1)
  }

  @Test func `A transaction within another is refused, and both are taken back`() throws {
    let failure = code {
      try connection.transaction {
        try keep(1)
        try connection.transaction { try keep(2) }
      }
    }
    #expect(failure == "database-failed")
    #expect(try connection.number("SELECT count(*) FROM t") == 0)
  }

  @Test func `A connection for reading changes nothing`() throws {
    try keep(1)
    let reader = try Connection(path: scratch.path + "/test.db", for: .reading)
    #expect(code { try reader.run("DELETE FROM t") } == "database-not-permitted")
    #expect(code { try reader.execute("CREATE TABLE u(x)") } == "database-not-permitted")
    #expect(try reader.number("SELECT count(*) FROM t") == 1)
  }

  @Test(arguments: [Connection.Access.writing, .reading, .readingProtected, .readingImmutable])
  func `Only who creates makes a file`(_ access: Connection.Access) {
    let path = scratch.path + "/none.db"
    let failure = code { _ = try Connection(path: path, for: access).execute("SELECT 1") }
    #expect(failure == "database-not-permitted")
    #expect(!Folder.holds(path))
  }

  @Test func `After closing every question is a failure`() throws {
    connection.close(checkpointing: true)
    #expect(connection.isClosed)
    #expect(code { try keep(1) } == "database-failed")
    connection.close(checkpointing: false)
    #expect(code { _ = try connection.number("SELECT 1") } == "database-failed")
  }

  @Test(arguments: [
    (Connection.Access.reading, "a b%?#é", "a b%?#é"), (.creating, "x?y", "x?y"),
    (.readingImmutable, "/a b", "file:/a%20b?immutable=1"),
    (.readingImmutable, "/%41?x#y", "file:/%2541%3fx%23y?immutable=1"),
    (.readingImmutable, "/é\u{7F}!~", "file:/%c3%a9%7f!~?immutable=1"),
  ])
  func `A path is given to SQLite so that it means itself`(
    _ row: (access: Connection.Access, path: String, name: String)
  ) {
    #expect(row.access.name(of: row.path) == row.name)
  }

  @Test func `Three of the five ways to open a file only read`() {
    let all: [Connection.Access] = [
      .writing, .creating, .reading, .readingProtected, .readingImmutable,
    ]
    #expect(all.map(\.isReading) == [false, false, true, true, true])
  }
}
