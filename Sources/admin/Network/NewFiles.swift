internal import Glibc
internal import Values

/// Files of a new network, none of which may be there before.
enum NewFiles {
  /// Makes a folder and those above it that are missing.
  ///
  /// - Parameter path: Absolute, or from the folder in which the program was started.
  /// - Throws: `folder-unmade`, when something else has the name or the folder above is protected.
  static func makeFolder(_ path: String) throws(Failure) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/\(part)"
      let result = unsafe mkdir(made, 0o755)
      guard result == 0 || errno == EEXIST else {
        throw Failure(.folderUnmade, ["folder": .text(path)])
      }
    }
    guard FileBytes.exists(path + "/.") else {
      throw Failure(.folderUnmade, ["folder": .text(path)])
    }
  }

  /// Writes a whole file under a name that nobody has; it is durable when this returns.
  ///
  /// - Parameters:
  ///   - text: All that it holds.
  ///   - path: Its name.
  ///   - mode: Who may read it; everybody when not said.
  /// - Throws: `file-unmade` when there is such a file or it cannot be written.
  static func write(_ text: String, to path: String, mode: mode_t = 0o644) throws(Failure) {
    try write(Array(text.utf8), to: path, mode: mode)
  }

  /// Writes the bytes of a whole file under a name that nobody has.
  ///
  /// - Throws: `file-unmade` when there is such a file or it cannot be written.
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o644) throws(Failure) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL, mode)
    guard descriptor >= 0 else { throw Failure(.fileUnmade, ["path": .text(path)]) }
    let isWhole = writeAll(bytes, to: descriptor) && fsync(descriptor) == 0
    guard close(descriptor) == 0, isWhole else {
      _ = unsafe unlink(path)
      throw Failure(.fileUnmade, ["path": .text(path)])
    }
  }

  /// Writes a whole file in the place of another one, which stays as it is until then.
  ///
  /// - Throws: `file-unmade` when the folder cannot be written.
  static func replace(_ path: String, with text: String) throws(Failure) {
    let draft = path + ".new"
    _ = unsafe unlink(draft)
    try write(text, to: draft)
    guard unsafe rename(draft, path) == 0 else {
      _ = unsafe unlink(draft)
      throw Failure(.fileUnmade, ["path": .text(path)])
    }
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes[start...].withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      guard written > 0 || (written < 0 && errno == EINTR) else { return false }
      start += max(0, written)
    }
    return true
  }
}
