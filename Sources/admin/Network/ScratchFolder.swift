internal import EventStore
internal import Glibc
internal import Plugins
internal import Values

/// A folder of its own for a trial, gone afterwards.
struct ScratchFolder {
  let path: String

  /// - Throws: `scratch-failed` when the machine has no room for it.
  init() throws(Failure) {
    let base = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/admin.XXXXXX".utf8CString)
    let isMade = unsafe template.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return false }
      return unsafe mkdtemp(start) != nil
    }
    guard isMade else { throw Failure(.scratchFailed, ["folder": .text(base)]) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Puts a name into the folder that stands for a file elsewhere.
  ///
  /// - Throws: `scratch-failed` when the file cannot be reached.
  func link(_ name: String, to file: String) throws(Failure) {
    guard let whole = unsafe realpath(file, nil) else {
      throw Failure(.fileMissing, ["path": .text(file)])
    }
    defer { unsafe free(whole) }
    guard unsafe symlink(whole, "\(path)/\(name)") == 0 else {
      throw Failure(.scratchFailed, ["folder": .text(path)])
    }
  }

  /// Takes the folder and the files in it away.
  func remove() {
    for entry in FolderEntry.all(in: path) { _ = unsafe unlink("\(path)/\(entry.name)") }
    _ = unsafe rmdir(path)
  }
}
