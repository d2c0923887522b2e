internal import Glibc
internal import Plugins
internal import Values

/// What SQLite keeps beside a single copy of a log, which is left as it was found.
struct CopyBeside {
  private let path: String
  private let hadShared: Bool

  /// - Throws: `file-missing` for a file that cannot be reached.
  init(_ file: String) throws(Failure) {
    guard let whole = unsafe realpath(file, nil) else {
      throw Failure(.fileMissing, ["path": .text(file)])
    }
    defer { unsafe free(whole) }
    path = unsafe String(cString: whole)
    hadShared = FileBytes.exists(path + "-shm")
  }

  /// Whether the copy is whole in one file, so that nothing beside it is needed.
  var isStill: Bool { FileBytes.read(path + "-wal", atMost: 1)?.isEmpty ?? true }

  /// Takes away the index of the write-ahead log that reading it has made.
  func tidy() {
    guard !hadShared else { return }
    _ = unsafe unlink(path + "-shm")
  }
}
