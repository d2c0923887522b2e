internal import Values

/// The lines of a file, one at a time; a line may have 64 MiB.
package final class LineSource {
  package static let maximumBytes = 64 << 20
  private static let pieceBytes = 1 << 16
  private static let lineEnd = UInt8(ascii: "\n")

  private let source: FileSource
  private var buffer: [UInt8] = []
  /// Where the next line begins, and up to where no end of a line was found.
  private var (start, seen) = (0, 0)
  /// How many lines were given.
  package private(set) var count = 0

  /// Nil for what cannot be read as a file.
  package init?(_ path: String) {
    guard let source = FileSource(path) else { return nil }
    self.source = source
  }

  /// The next line without its end; nil after the last.
  ///
  /// - Throws: `export-unfit` for a line without an end, or one that is too long.
  package func next() throws -> [UInt8]? {
    while true {
      if let end = buffer[seen...].firstIndex(of: Self.lineEnd) {
        defer { (start, seen, count) = (end + 1, end + 1, count + 1) }
        return Array(buffer[start..<end])
      }
      buffer.removeFirst(start)
      (start, seen) = (0, buffer.count)
      let piece = try source.read(Self.pieceBytes)
      guard !piece.isEmpty else {
        guard buffer.isEmpty else { throw unreadable }
        return nil
      }
      guard buffer.count + piece.count <= Self.maximumBytes else { throw unreadable }
      buffer += piece
    }
  }

  private var unreadable: Failure {
    Failure(
      .exportUnfit, ["position": .text("?"), "reason": .word("verify.unreadable")],
      at: Place(line: count + 1, column: 1))
  }
}
