internal import CSQLite
internal import Values

/// One prepared statement; values are copied in and copied out, and checked on their way.
///
/// A column that holds another type than asked for is damage, since our tables are `STRICT`:
/// reading it gives a `Failure` and never a converted value.
@safe package final class Statement {
  private let handle: OpaquePointer
  private let file: String
  var isBusy = false

  /// - Parameters:
  ///   - handle: The prepared statement, owned from here on.
  ///   - file: The name of the database file, for failures.
  init(handle: OpaquePointer, file: String) {
    unsafe self.handle = handle
    self.file = file
  }

  deinit { _ = unsafe sqlite3_finalize(handle) }

  /// Moves to the next row.
  ///
  /// - Returns: False when there is none.
  /// - Throws: `Failure` by SQLite's result code.
  package func step() throws -> Bool {
    let code = unsafe sqlite3_step(handle)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw Failure.sqlite(code, file: file)
    }
  }

  /// Makes the statement ready for other values; what it failed at was already reported.
  func reset() {
    _ = unsafe sqlite3_reset(handle)
    _ = unsafe sqlite3_clear_bindings(handle)
    isBusy = false
  }

  package func bind(_ values: [SQLValue]) throws {
    for (index, value) in values.enumerated() {
      let code = bind(value, at: Int32(index + 1))
      guard code == SQLITE_OK else { throw Failure.sqlite(code, file: file) }
    }
  }

  private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
    switch value {
    case .null: unsafe sqlite3_bind_null(handle, index)
    case .int(let number): unsafe sqlite3_bind_int64(handle, index, number)
    case .text(let text): bind(text, at: index)
    case .utf8(let bytes): bind(utf8: bytes, at: index)
    case .blob(let bytes): bind(blob: bytes, at: index)
    }
  }

  private func bind(_ text: String, at index: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
        unsafe sqlite3_bind_text64(
          handle, index, Self.start(of: characters), UInt64(characters.count),
          acta_sqlite_transient(), UInt8(SQLITE_UTF8))
      }
    }
  }

  private func bind(utf8 bytes: [UInt8], at index: Int32) -> Int32 {
    unsafe bytes.withUnsafeBytes { buffer in
      unsafe sqlite3_bind_text64(
        handle, index, Self.start(of: buffer.bindMemory(to: CChar.self)), UInt64(buffer.count),
        acta_sqlite_transient(), UInt8(SQLITE_UTF8))
    }
  }

  private func bind(blob bytes: [UInt8], at index: Int32) -> Int32 {
    guard !bytes.isEmpty else { return unsafe sqlite3_bind_zeroblob(handle, index, 0) }
    return unsafe bytes.withUnsafeBytes { buffer in
      unsafe sqlite3_bind_blob64(
        handle, index, buffer.baseAddress, UInt64(buffer.count), acta_sqlite_transient())
    }
  }

  /// A pointer that is never nil, since SQLite takes nil for NULL where an empty text is meant.
  private static func start(of buffer: UnsafeBufferPointer<CChar>) -> UnsafePointer<CChar> {
    unsafe buffer.baseAddress ?? UnsafePointer(unsafe empty)
  }

  /// One byte that lives as long as the program; nobody writes to it.
  private nonisolated(unsafe) static let empty: UnsafeMutablePointer<CChar> = {
    let byte = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    unsafe byte.initialize(to: 0)
    return unsafe byte
  }()

  // MARK: Columns, counted from 0

  package func isNull(at column: Int32) -> Bool {
    unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  package func int(at column: Int32) throws -> Int64 {
    try require(SQLITE_INTEGER, at: column)
    return unsafe sqlite3_column_int64(handle, column)
  }

  package func text(at column: Int32) throws -> String {
    let text = try unsafe withText(at: column) { unsafe String(utf8: $0.span) }
    guard let text else { throw damage }
    return text
  }

  /// The bytes of a text column, not checked to be UTF-8.
  package func utf8(at column: Int32) throws -> [UInt8] {
    try unsafe withText(at: column) { unsafe Array($0) }
  }

  package func blob(at column: Int32) throws -> [UInt8] {
    try unsafe withBlob(at: column) { unsafe Array($0) }
  }

  package func digest(at column: Int32) throws -> Digest {
    guard let digest = try unsafe withBlob(at: column, { unsafe Digest(copying: $0) }) else {
      throw damage
    }
    return digest
  }

  /// Sixteen bytes; nil for any other number of them.
  func identifier(at column: Int32) throws -> EntryID? {
    try unsafe withBlob(at: column) { unsafe EntryID(copying: $0) }
  }

  package func optionalInt(at column: Int32) throws -> Int64? {
    isNull(at: column) ? nil : try int(at: column)
  }

  package func optionalText(at column: Int32) throws -> String? {
    isNull(at: column) ? nil : try text(at: column)
  }

  package func optionalBlob(at column: Int32) throws -> [UInt8]? {
    isNull(at: column) ? nil : try blob(at: column)
  }

  package func optionalDigest(at column: Int32) throws -> Digest? {
    isNull(at: column) ? nil : try digest(at: column)
  }

  private func withText<T>(
    at column: Int32, _ body: (UnsafeBufferPointer<UInt8>) throws -> T
  ) throws -> T {
    try require(SQLITE_TEXT, at: column)
    let start = unsafe sqlite3_column_text(handle, column)
    let count = unsafe Int(sqlite3_column_bytes(handle, column))
    return try unsafe body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  private func withBlob<T>(
    at column: Int32, _ body: (UnsafeRawBufferPointer) throws -> T
  ) throws -> T {
    try require(SQLITE_BLOB, at: column)
    let start = unsafe sqlite3_column_blob(handle, column)
    let count = unsafe Int(sqlite3_column_bytes(handle, column))
    return try unsafe body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  private func require(_ type: Int32, at column: Int32) throws {
    guard unsafe sqlite3_column_type(handle, column) == type else { throw damage }
  }

  /// What a value that cannot be there is reported as.
  var damage: Failure { Failure(.databaseDamaged, ["file": .text(file)]) }
}
