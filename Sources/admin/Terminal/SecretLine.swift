internal import Glibc

/// A line that is read byte by byte, so that no buffer keeps a copy of it.
enum SecretLine {
  /// What Ctrl-C sends, and what ends a line at once where it is asked for as a byte.
  static let interrupt: UInt8 = 3

  /// - Parameters:
  ///   - descriptor: Open for reading.
  ///   - limit: The most bytes that a line may have.
  ///   - interrupted: Told that Ctrl-C was read, after which there is no line; nil reads it as any other byte.
  /// - Returns: The bytes before the line's end; nil at the end of input, for a longer line, and when reading fails.
  static func read(
    from descriptor: Int32, atMost limit: Int, interrupted: (() -> Void)? = nil
  ) -> [UInt8]? {
    var line: [UInt8] = []
    line.reserveCapacity(limit)
    var byte: UInt8 = 0
    while true {
      let count = unsafe Glibc.read(descriptor, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count >= 0, count == 1 || !line.isEmpty else { return nil }
      if count == 0 || byte == UInt8(ascii: "\n") { break }
      if byte == interrupt, let interrupted {
        interrupted()
        return nil
      }
      guard line.count < limit else { return nil }
      line.append(byte)
    }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return line
  }
}
