import CFaultVFS
import Testing
import Values

@testable import EventStore

/// The pages of a commit reach the write-ahead log in one piece, and none of them is late, lost or another's.
@Suite struct GatherTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try FaultyDisk.prepare()
    let connection = try open(.creating)
    try connection.execute(
      "PRAGMA journal_mode=WAL; CREATE TABLE t(id INTEGER PRIMARY KEY, v BLOB) STRICT")
    try connection.execute("CREATE INDEX t_v ON t(v)")
  }

  private func open(_ access: Connection.Access = .writing) throws -> Connection {
    try Connection(path: scratch.path + "/test.db", for: access)
  }

  /// Rows of a page each, with these numbers.
  private func fill(_ connection: Connection, _ numbers: ClosedRange<Int64>) throws {
    for number in numbers {
      try connection.run(
        "INSERT OR REPLACE INTO t(id, v) VALUES (?, ?)",
        [.int(number), .blob([UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 3_000))])
    }
  }

  /// How many writes of how many a closure needs, of all files of the folder.
  private func writes(_ body: () throws -> Void) throws -> Int {
    try FaultyDisk.run(scratch.path, .full, body)
  }

  /// What a program finds that starts after this one was killed: the numbers of the rows, of a file that is sound.
  private func found() throws -> [Int64] {
    let copy = try Scratch()
    for file in ["test.db", "test.db-wal"] {
      try copy.write(scratch.bytes(of: file), to: file)
    }
    let connection = try Connection(path: copy.path + "/test.db", for: .writing)
    let check = try connection.first("PRAGMA integrity_check") { try $0.text(at: 0) }
    #expect(check == "ok")
    var numbers: [Int64] = []
    try connection.query("SELECT id, v FROM t ORDER BY id") { row in
      numbers.append(try row.int(at: 0))
      #expect(try row.blob(at: 1).first == UInt8(truncatingIfNeeded: numbers.last ?? 0))
    }
    return numbers
  }

  @Test func `A commit of many pages is one write`() throws {
    let connection = try open()
    try connection.transaction { try fill(connection, 1...1) }
    let count = try writes { try connection.transaction { try fill(connection, 2...4) } }
    #expect(count == 1)
    #expect(try found() == Array(1...4))
  }

  @Test func `A commit of more than there is room for comes in pieces, all of them before it ends`()
    throws
  {
    let connection = try open()
    let count = try writes { try connection.transaction { try fill(connection, 1...200) } }
    #expect((8...80).contains(count))
    #expect(try found() == Array(1...200))
  }

  @Test func `A log that begins anew is written in one piece too`() throws {
    let connection = try open()
    try connection.transaction { try fill(connection, 1...60) }
    #expect(try connection.emptyWriteAheadLog())
    // The head of the log, which SQLite synchronizes first, and the commit.
    let count = try writes { try connection.transaction { try fill(connection, 61...63) } }
    #expect(count == 2)
    #expect(try found() == Array(1...63))
  }

  @Test func `What a transaction wrote and took back stands in nobody's way`() throws {
    let (first, second) = (try open(), try open())
    try first.execute("DROP INDEX t_v; PRAGMA cache_size=10")
    try first.transaction { try fill(first, 1...60) }
    #expect(try first.emptyWriteAheadLog())
    try first.run("BEGIN IMMEDIATE")
    // More pages than the cache holds, so that SQLite writes them early; none is read from the log before the end.
    let early = try writes { try first.run("UPDATE t SET v = zeroblob(3000)") }
    #expect(early >= 1)
    first.rollBack()
    try second.transaction { try fill(second, 61...160) }
    try first.transaction { try fill(first, 161...161) }
    #expect(try found() == Array(1...161))
  }

  @Test(arguments: ["EXTRA", "FULL", "NORMAL", "OFF"])
  func `A transaction that changes again what it wrote already is whole`(_ level: String) throws {
    let connection = try open()
    try connection.execute("PRAGMA cache_size=10; PRAGMA synchronous=\(level)")
    try connection.transaction {
      for _ in 1...3 { try fill(connection, 1...60) }
      try connection.run("DELETE FROM t WHERE id > 50")
      try fill(connection, 1...5)
    }
    #expect(try found() == Array(1...50))
    try connection.transaction { try fill(connection, 51...51) }
    #expect(try found() == Array(1...51))
  }

  @Test(arguments: ["EXTRA", "FULL", "NORMAL", "OFF"])
  func `What another connection is told of is in the file`(_ level: String) throws {
    let (writer, reader) = (try open(), try open(.reading))
    try writer.execute("PRAGMA synchronous=\(level)")
    for number in 1...20 as ClosedRange<Int64> {
      try writer.transaction { try fill(writer, number...number) }
      #expect(try reader.number("SELECT count(*) FROM t") == number)
      #expect(try found().last == number)
    }
  }

  @Test func `A disk that may spoil what stands beside a write is given each piece on its own`()
    throws
  {
    let log = try RawLog(in: scratch, asking: "?psow=0")
    let count = try writes { try log.run("INSERT INTO t(id, v) VALUES (1, x'01')") }
    #expect(count >= 4)
    #expect(try found() == [1])
  }

  @Test(arguments: [FaultyDisk.Fault.full, .stumbling, .torn])
  func `What could not be written is not written later`(_ fault: FaultyDisk.Fault) throws {
    let (first, second) = (try open(), try open())
    try first.transaction { try fill(first, 1...3) }
    try FaultyDisk.run(scratch.path, fault, at: 1) {
      #expect(code { try first.transaction { try fill(first, 100...109) } } != nil)
    }
    #expect(try found() == Array(1...3))
    try second.transaction { try fill(second, 4...6) }
    try first.transaction { try fill(first, 7...7) }
    #expect(try found() == Array(1...7))
  }

  @Test func `Wherever the piece is cut, the commit is there whole or not at all`() throws {
    let frame = 24 + 4_096
    for cut in [0, 1, 24, 25, frame - 1, frame, frame + 24, 2 * frame, 5 * frame, 6 * frame + 100] {
      let connection = try open()
      try connection.transaction { try fill(connection, 1...1) }
      try FaultyDisk.run(scratch.path, .torn, at: 1, writing: cut) {
        #expect(code { try connection.transaction { try fill(connection, 2...9) } } != nil)
      }
      #expect(try found() == [1], "cut at \(cut)")
    }
  }
}
