internal import Glibc

/// The lines of a file, one at a time, so that a file of any size takes the memory of its longest line.
@safe final class FileLines {
  /// Longer than anything that this program writes on one line.
  static let longest = 64 << 20

  private let stream: UnsafeMutablePointer<FILE>
  private var buffer: UnsafeMutablePointer<CChar>?
  private var room = 0

  /// Nil for a file that cannot be read.
  init?(_ path: String) {
    guard let stream = unsafe fopen(path, "rb") else { return nil }
    unsafe self.stream = stream
  }

  deinit {
    unsafe free(buffer)
    unsafe fclose(stream)
  }

  /// The next line without its end; nil after the last, and where reading fails.
  ///
  /// A last line without an end is given as it is.
  func next() -> [UInt8]? {
    let count = unsafe getline(&buffer, &room, stream)
    guard count > 0, count <= Self.longest, let start = unsafe buffer else { return nil }
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    let line = unsafe bytes.map { UInt8(bitPattern: $0) }
    return line.last == UInt8(ascii: "\n") ? Array(line.dropLast()) : line
  }

  /// Whether the end was reached without a failure.
  var isAtEnd: Bool { unsafe feof(stream) != 0 && ferror(stream) == 0 }
}
