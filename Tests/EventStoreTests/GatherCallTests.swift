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
    let connection = try Connection(path: scratch.path + "/test.db", for: .creating)
    try connection.execute("PRAGMA journal_mode=WAL; CREATE TABLE t(id INTEGER) STRICT")
    log = try RawLog(in: scratch)
    try log.run("INSERT INTO t(id) VALUES (1)")
    // The head of a page that is not the last of its commit: what follows may wait.
    let head = "page\0\0\0\0" + String(repeating: "x", count: 16)
    end = try log.end() + 24
    try log.write(head, at: end - 24)
  }

  @Test func `What was synchronized is in the file`() throws {
    try log.write("abcd", at: end)
    #expect(try log.text(from: end) == "")
    try log.synchronize()
    #expect(try log.text(from: end) == "abcd")
  }

  @Test func `What is measured counts what was written`() throws {
    try log.write("abcdef", at: end)
    #expect(try log.size() == end + 6)
  }

  @Test func `What is cut was written before`() throws {
    try log.write("abcdef", at: end)
    try log.cut(to: end + 4)
    try log.synchronize()
    #expect(try log.text(from: end) == "abcd")
  }

  @Test func `What is read was written before`() throws {
    try log.write("abcdef", at: end)
    #expect(try log.read(4, at: end + 2) == "cdef")
  }

  @Test func `Each piece goes to its place, and the later stands over the earlier`() throws {
    try log.write("aaaa", at: end)
    try log.write("bb", at: end + 6)
    try log.write("cc", at: end + 8)
    try log.write("d", at: end + 7)
    #expect(try log.text(from: end) == "aaaa\0\0bdcc")
  }
}
