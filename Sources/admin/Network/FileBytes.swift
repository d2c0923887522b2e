internal import Glibc

/// The bytes of a file, as far as they are wanted.
enum FileBytes {
  /// - Parameters:
  ///   - path: The file.
  ///   - limit: The most bytes to read.
  /// - Returns: The first bytes of the file; nil when it cannot be read.
  static func read(_ path: String, atMost limit: Int) -> [UInt8]? {
    guard let stream = unsafe fopen(path, "rb") else { return nil }
    defer { unsafe fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe fread(buffer.baseAddress, 1, buffer.count, stream)
    }
    guard unsafe ferror(stream) == 0 else { return nil }
    return Array(bytes.prefix(count))
  }

  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }
}
