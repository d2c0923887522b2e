/// Words in the head of a letter: as they are where they are plain, else as encoded words.
///
/// Source: RFC 2047, sections 2 and 5; RFC 5322, sections 2.1.1 and 2.2.3.
enum MailWords {
  /// The most octets of text in one encoded word, so that the word with its signs has 75 characters at most.
  private static let most = 42

  /// A field with its words, folded so that no line is longer than 78 characters.
  static func field(_ name: String, _ text: String) -> String {
    isPlain(text) && name.utf8.count + 2 + text.utf8.count <= 76
      ? "\(name): \(text)"
      : "\(name): " + pieces(of: text).map(encoded).joined(separator: "\r\n ")
  }

  /// Letters, digits and spaces alone need no signs in any field; everything else could mean something there.
  private static func isPlain(_ text: String) -> Bool {
    !text.isEmpty && text.first != " " && text.last != " "
      && text.utf8.allSatisfy { byte in
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-")
          || (byte < 0x80 && Character(Unicode.Scalar(byte)).isLetter)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
  }

  /// The text in pieces that are not cut within a character; one that is longer than a piece is cut between scalars.
  private static func pieces(of text: String) -> [[UInt8]] {
    var pieces: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if pieces[pieces.count - 1].count + bytes.count > most { pieces.append([]) }
      pieces[pieces.count - 1] += bytes
    }
    return pieces
  }

  private static func encoded(_ bytes: [UInt8]) -> String { "=?UTF-8?B?\(base64(bytes))?=" }

  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Source: RFC 4648, section 4.
  static func base64(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let number = (0..<3).reduce(0) { sum, place in
        sum << 8 | (place < group.count ? Int(group[start + place]) : 0)
      }
      let signs = (0..<4).map { digits[number >> (18 - 6 * $0) & 63] }
      text += signs.prefix(group.count + 1)
      text += Array(repeating: UInt8(ascii: "="), count: 3 - group.count)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
