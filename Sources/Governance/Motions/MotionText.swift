internal import EventStore

/// A text in numbered paragraphs, which amendments name by their numbers.
///
/// ```swift
/// MotionText("One.\n\nTwo.").paragraphs  // ["One.", "Two."]
/// ```
package struct MotionText: Hashable, Sendable {
  /// From 1, each without empty lines and without spaces at its ends.
  package let paragraphs: [String]

  /// Longer texts are put in parts, or as a paper.
  package static let mostParagraphs = 500

  /// Takes a text apart at its empty lines; line breaks within a paragraph stay.
  package init(_ text: String) {
    var paragraphs: [String] = []
    var lines: [Substring] = []
    let all = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for line in all + [Substring()] {
      guard line.allSatisfy(\.isWhitespace) else {
        lines.append(line)
        continue
      }
      if !lines.isEmpty { paragraphs.append(lines.map(Self.trimmed).joined(separator: "\n")) }
      lines = []
    }
    self.paragraphs = paragraphs
  }

  package init(paragraphs: [String]) { self.paragraphs = paragraphs }

  /// The paragraphs with an empty line between them.
  package var text: String { paragraphs.joined(separator: "\n\n") }

  /// SHA-256 of the text in UTF-8, in hexadecimal digits.
  package var digest: String { Digest.sha256(text.utf8).hex }

  private static func trimmed(_ line: Substring) -> String {
    let start = line.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
