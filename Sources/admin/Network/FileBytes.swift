internal import Glibc
internal import Plugins
internal import Values

/// The bytes of a file, as far as they are wanted.
enum FileBytes {
  /// - Parameters:
  ///   - path: The file.
  ///   - limit: The most bytes to read.
  /// - Returns: The first bytes of the file; nil when it cannot be read, or is a folder, a pipe or a device.
  static func read(_ path: String, atMost limit: Int) -> [UInt8]? {
    guard isFile(path), let stream = unsafe fopen(path, "rb") else { return nil }
    defer { unsafe fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe fread(buffer.baseAddress, 1, buffer.count, stream)
    }
    guard unsafe ferror(stream) == 0 else { return nil }
    return Array(bytes.prefix(count))
  }

  /// Whether a file stands there, or a link to one: a pipe would wait for its writer, a device might never end.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Why a file that a person named could not be read.
  ///
  /// - Returns: `file-missing`, `file-no-file` for a folder, a pipe or a device, or `file-unreadable`.
  static func failure(_ path: String) -> Failure {
    let values = ["path": Failure.Value.text(path)]
    guard exists(path) else { return Failure(.fileMissing, values) }
    guard isFile(path) else { return Failure(.fileNoFile, values) }
    return Failure(.fileUnreadable, values.merging(["errno": .int(Int(EACCES))]) { $1 })
  }

  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }
}
