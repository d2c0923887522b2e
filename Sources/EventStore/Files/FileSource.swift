internal import Glibc
internal import Values

/// A file read from its beginning to its end in pieces.
package final class FileSource {
  private static let pieceBytes = 1 << 16

  private let path: String
  private let descriptor: Int32

  /// Nil for what cannot be read as a file.
  package init?(_ path: String) {
    self.path = path
    // A pipe without a writer must not make the program wait for ever.
    descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    var status = stat()
    guard descriptor >= 0, unsafe fstat(descriptor, &status) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return nil }
  }

  deinit { if descriptor >= 0 { _ = Glibc.close(descriptor) } }

  /// The next bytes, fewer than asked for only at the end.
  package func read(_ count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      var piece = [UInt8](repeating: 0, count: min(Self.pieceBytes, count - bytes.count))
      let found = unsafe piece.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      guard found >= 0 || errno == EINTR else { throw Failure.system(path) }
      if found == 0 { break }
      bytes.append(contentsOf: piece.prefix(max(0, found)))
    }
    return bytes
  }

  /// Gives the bytes from here to the end, piece by piece.
  package func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
    while true {
      let piece = try read(Self.pieceBytes)
      guard !piece.isEmpty else { return }
      try body(piece)
    }
  }
}
