internal import Values

/// The line of a file that a failure names.
enum SourceLine {
  /// Larger files are not read again for the sake of a message.
  private static let largest = 1 << 20

  /// The text of the line without its end; nil when there is no such file or line.
  static func text(at place: Place) -> String? {
    guard let file = place.file, let bytes = FileBytes.read(file, atMost: largest) else {
      return nil
    }
    let lines = bytes.split(
      separator: UInt8(ascii: "\n"), maxSplits: place.line, omittingEmptySubsequences: false)
    guard place.line >= 1, place.line <= lines.count else { return nil }
    let line = String(decoding: lines[place.line - 1], as: UTF8.self)
    return line.hasSuffix("\r") ? String(line.dropLast()) : line
  }
}
