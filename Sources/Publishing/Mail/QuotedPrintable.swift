/// A text in bytes that every mail server passes on as they are.
///
/// Lines have 76 characters at most, and end with CR and LF. Source: RFC 2045, section 6.7.
enum QuotedPrintable {
  private static let most = 76
  private static let hexadecimal = Array("0123456789ABCDEF".utf8)

  /// The text as it is sent.
  ///
  /// - Parameter text: Lines with LF between them; the last one gets an end if it has none.
  /// - Returns: Lines with CR and LF; nothing for an empty text.
  static func bytes(of text: String) -> [UInt8] {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.flatMap { encoded(Array($0)) + [0x0D, 0x0A] }
  }

  /// One line, folded by `=` at its end.
  private static func encoded(_ line: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var width = 0
    for (index, byte) in line.enumerated() {
      let isLast = index == line.count - 1
      let sign = isPlain(byte, isLast: isLast) ? [byte] : escaped(byte)
      // The `=` that folds a line needs room, but on the last sign.
      if width + sign.count > (isLast ? most : most - 1) {
        bytes += [UInt8(ascii: "="), 0x0D, 0x0A]
        width = 0
      }
      bytes += sign
      width += sign.count
    }
    return bytes
  }

  /// A space or a tab at the end of a line would be lost on the way.
  private static func isPlain(_ byte: UInt8, isLast: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "="): false
    case UInt8(ascii: " "), UInt8(ascii: "\t"): !isLast
    case 0x21...0x7E: true
    default: false
    }
  }

  private static func escaped(_ byte: UInt8) -> [UInt8] {
    [UInt8(ascii: "="), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
  }
}
