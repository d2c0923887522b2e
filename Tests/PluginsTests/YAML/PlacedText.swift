import Testing
import Values

/// A text in which `¤` marks where a fault is told, and is taken out before the text is read.
struct PlacedText: CustomTestStringConvertible, Sendable {
  let text: String
  let place: Place
  let code: String

  init(_ code: String, _ marked: String) {
    let parts = marked.split(separator: "¤", omittingEmptySubsequences: false)
    let before = parts[0].unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    text = parts.joined()
    place = Place(line: before.count, column: (before.last?.count ?? 0) + 1)
    self.code = code
  }

  var testDescription: String { "\(code): \(text.debugDescription.prefix(60))" }
}
