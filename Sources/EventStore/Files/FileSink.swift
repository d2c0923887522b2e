internal import Glibc
internal import Values

/// A new file that is written from its beginning to its end, for its owner only.
package final class FileSink {
  private static let pieceBytes = 1 << 16

  private let path: String
  private var descriptor: Int32
  private var pending: [UInt8] = []
  /// How many bytes were given.
  package private(set) var count = 0

  /// - Throws: What the file system says, when there is such a file already.
  init(_ path: String) throws {
    self.path = path
    descriptor = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure.system(path) }
  }

  /// Goes on in a draft, which is empty still.
  init(_ draft: Draft) throws {
    path = draft.path
    descriptor = unsafe Glibc.open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure.system(path) }
  }

  deinit { if descriptor >= 0 { _ = Glibc.close(descriptor) } }

  package func write(_ bytes: some Collection<UInt8>) throws {
    pending.append(contentsOf: bytes)
    count += bytes.count
    if pending.count >= Self.pieceBytes { try send() }
  }

  /// Makes all of it durable.
  func close() throws {
    try send()
    guard fsync(descriptor) == 0 else { throw Failure.system(path) }
    let result = Glibc.close(descriptor)
    descriptor = -1
    guard result == 0 else { throw Failure.system(path) }
  }

  private func send() throws {
    var start = 0
    while start < pending.count {
      let written = unsafe pending[start...].withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      guard written > 0 || (written < 0 && errno == EINTR) else { throw Failure.system(path) }
      start += max(0, written)
    }
    pending.removeAll(keepingCapacity: true)
  }
}
