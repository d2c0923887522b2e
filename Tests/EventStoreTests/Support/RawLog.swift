import CGather
import CSQLite
import EventStore
import Testing

/// The write-ahead log of `test.db` as SQLite has it open: one call after the other, as SQLite might make them.
@safe final class RawLog {
  private let scratch: Scratch
  private let connection: OpaquePointer

  /// What follows the name of the file may ask for something, such as `?psow=0`.
  init(in scratch: Scratch, asking query: String = "") throws {
    self.scratch = scratch
    var opened: OpaquePointer?
    let name = "file:\(scratch.path)/test.db\(query)"
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI
    let code = unsafe sqlite3_open_v2(name, &opened, flags, acta_gather_install())
    try #require(code == SQLITE_OK)
    unsafe connection = try unsafe #require(opened)
  }

  deinit { _ = unsafe sqlite3_close_v2(connection) }

  func run(_ sql: String) throws {
    let answer = unsafe sqlite3_exec(connection, sql, nil, nil, nil)
    guard answer == SQLITE_OK else { throw Refused(code: answer) }
  }

  /// Where the file ends; there is one after the first commit.
  func end() throws -> Int64 { Int64(try scratch.bytes(of: "test.db-wal").count) }

  /// What stands in the file from a place on, as another program reads it.
  func text(from start: Int64) throws -> String {
    String(decoding: try scratch.bytes(of: "test.db-wal").dropFirst(Int(start)), as: UTF8.self)
  }

  func write(_ text: String, at offset: Int64) throws {
    let count = Int32(text.utf8.count)
    try unsafe check { file, methods in unsafe methods.xWrite(file, text, count, offset) }
  }

  func synchronize() throws {
    try unsafe check { file, methods in unsafe methods.xSync(file, SQLITE_SYNC_NORMAL) }
  }

  func cut(to size: Int64) throws {
    try unsafe check { file, methods in unsafe methods.xTruncate(file, size) }
  }

  func size() throws -> Int64 {
    var size: Int64 = 0
    try unsafe check { file, methods in unsafe methods.xFileSize(file, &size) }
    return size
  }

  func read(_ count: Int, at offset: Int64) throws -> String {
    var bytes = [UInt8](repeating: 0, count: count)
    try unsafe check { file, methods in unsafe methods.xRead(file, &bytes, Int32(count), offset) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func check(
    _ call: (UnsafeMutablePointer<sqlite3_file>, sqlite3_io_methods) -> Int32
  ) throws {
    var opened: UnsafeMutablePointer<sqlite3_file>?
    let code = unsafe sqlite3_file_control(
      connection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &opened)
    try #require(code == SQLITE_OK)
    let file = try unsafe #require(opened)
    let answer = unsafe call(file, file.pointee.pMethods.pointee)
    guard answer == SQLITE_OK else { throw Refused(code: answer) }
  }

  /// What SQLite would be answered.
  struct Refused: Error, Equatable { let code: Int32 }
}
