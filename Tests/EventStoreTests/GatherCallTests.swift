import Testing
import Values

@testable import EventStore

/// Whatever order SQLite calls in, the write-ahead log holds what a file without the gathering would.
@Suite struct GatherCallTests {
  let scratch: Scratch
  let log: RawLog
  let end: Int64

  init() throws {
    scratch = try Scratch()
    try FaultyDisk.prepare()
    let connection = try Connection(path: scratch.path + "/test.db", for: .creating)
    try connection.execute("PRAGMA journal_mode=WAL; CREATE TABLE t(id INTEGER) STRICT")
    log = try RawLog(in: scratch)
    try log.run("INSERT INTO t(id) VALUES (1)")
    try log.run("BEGIN IMMEDIATE")
    end = try log.end() + 24
    try log.write(Self.head, at: end - 24)
  }

  /// The head of a page that is not the last of its commit: its page may wait.
  private static let head = "page\0\0\0\0" + String(repeating: "x", count: 16)

  @Test func `What was synchronized is in the file`() throws {
    try log.write("abcd", at: end)
    #expect(try log.text(from: end - 24) == "")
    try log.synchronize()
    #expect(try log.text(from: end) == "abcd")
  }

  @Test func `Only the page behind a head waits`() throws {
    try log.write("abcd", at: end)
    try log.write("ef", at: end + 4)
    #expect(try log.text(from: end) == "abcdef")
    try log.write(Self.head, at: end + 6)
    #expect(try log.text(from: end) == "abcdef")
  }

  @Test func `The last page of a commit takes all along`() throws {
    try log.write("abcd", at: end)
    try log.write("page\u{1}\0\0\0" + String(repeating: "x", count: 16), at: end + 4)
    #expect(try log.text(from: end) == "")
    try log.write("efgh", at: end + 28)
    #expect(try log.text(from: end + 28) == "efgh")
  }

  @Test func `A head and its page in one are no piece to wait`() throws {
    try log.write("page", at: end)
    try log.write(Self.head + "abcd", at: end + 4)
    #expect(try log.text(from: end + 28) == "abcd")
  }

  @Test func `What is measured counts what was written`() throws {
    try log.write("abcdef", at: end)
    #expect(try log.size() == end + 6)
  }

  @Test func `What is cut was written before`() throws {
    try log.write("abcdef", at: end)
    try log.cut(to: end + 4)
    #expect(try log.text(from: end) == "abcd")
  }

  @Test func `What is read was written before, and what is read elsewhere lets it wait`() throws {
    try log.write("abcdef", at: end)
    _ = try log.read(8, at: 0)
    #expect(try log.text(from: end) == "")
    #expect(try log.read(4, at: end + 2) == "cdef")
    #expect(try log.text(from: end) == "abcdef")
  }

  @Test func `Each piece goes to its place, and the later stands over the earlier`() throws {
    try log.write("aaaa", at: end)
    try log.write("d", at: end + 1)
    try log.write(Self.head, at: end + 6)
    try log.write("bb", at: end + 30)
    try log.write(Self.head, at: end + 40)
    #expect(try log.text(from: end) == "adaa\0\0\(Self.head)bb")
  }

  @Test func `What is left when the transaction ends is thrown away`() throws {
    try log.write("abcdef", at: end)
    try log.run("ROLLBACK")
    #expect(try log.text(from: end - 24) == "")
    try log.run("BEGIN IMMEDIATE")
    try log.synchronize()
    #expect(try log.text(from: end - 24) == "")
  }

  @Test func `Behind what was lost nothing is written until the transaction is over`() throws {
    try log.write("abcdef", at: end)
    try FaultyDisk.run(scratch.path, .stumbling, at: 1) {
      // SQLITE_IOERR_WRITE
      let lost = RawLog.Refused(code: 778)
      #expect(throws: lost) { try log.read(2, at: end) }
      // The disk has room again, and what was lost would be missing all the same.
      #expect(throws: lost) { try log.write("gh", at: end + 6) }
      #expect(throws: lost) { try log.write(Self.head, at: end - 24) }
      #expect(throws: lost) { try log.synchronize() }
      #expect(throws: lost) { try log.read(2, at: end + 2) }
      _ = try log.read(6, at: 0)
    }
    try log.run("ROLLBACK")
    try log.run("BEGIN IMMEDIATE")
    try log.write(Self.head, at: end - 24)
    try log.write("ijkl", at: end)
    try log.synchronize()
    #expect(try log.text(from: end) == "ijkl")
  }

  @Test func `Who holds the file alone has no lock that says when a transaction ends`() throws {
    try log.run("ROLLBACK; PRAGMA locking_mode=EXCLUSIVE; INSERT INTO t(id) VALUES (2)")
    let count = try FaultyDisk.run(scratch.path, .full) {
      try log.run("INSERT INTO t(id) VALUES (3)")
    }
    #expect(count >= 2)
  }
}
