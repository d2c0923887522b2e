internal import Glibc
internal import Values

/// Small files beside the log that only their owner may read, written whole or not at all.
enum DurableFile {
  /// Writes a file under a name that nobody has; only the folder's own entry is still to be made durable.
  static func create(_ path: String, _ bytes: [UInt8]) throws {
    let descriptor = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure.system(path) }
    let isWhole = write(bytes, to: descriptor) && fsync(descriptor) == 0
    let number = errno
    guard Glibc.close(descriptor) == 0, isWhole else {
      _ = unsafe unlink(path)
      errno = number
      throw Failure.system(path)
    }
  }

  /// Puts new content under a name in one step; the old one stays whole until then.
  static func replace(_ path: String, _ bytes: [UInt8], in folder: String) throws {
    let fresh = path + ".new"
    try Folder.remove(fresh)
    try create(fresh, bytes)
    try Folder.move(fresh, to: path)
    try Folder.synchronize(folder)
  }

  /// Overwrites a file with zeros, as long as it is; one that is not there is as good.
  static func fillWithZeros(_ path: String) throws {
    guard let size = Folder.size(of: path) else { return }
    let descriptor = unsafe Glibc.open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure.system(path) }
    defer { _ = Glibc.close(descriptor) }
    var left = size
    while left > 0 {
      let part = min(left, 1 << 16)
      guard write([UInt8](repeating: 0, count: part), to: descriptor) else {
        throw Failure.system(path)
      }
      left -= part
    }
    guard fsync(descriptor) == 0 else { throw Failure.system(path) }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
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

  /// The bytes of a file; nil when it cannot be read or is larger than the limit.
  static func read(_ path: String, atMost limit: Int) -> [UInt8]? {
    guard let stream = unsafe fopen(path, "rb") else { return nil }
    defer { unsafe fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: limit + 1)
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe fread(buffer.baseAddress, 1, buffer.count, stream)
    }
    guard unsafe ferror(stream) == 0, count <= limit else { return nil }
    return Array(bytes.prefix(count))
  }
}
