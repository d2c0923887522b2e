import Foundation
import Testing

/// Lines of text that somebody has read once, kept beside the tests.
///
/// After a wanted change `ACTA_RECORD_HISTORY=1` writes them anew; read what has changed, then run the tests again.
enum GoldenText {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "GoldenHistory")

  /// Compares line by line, so that the first line that differs is told and not the whole.
  static func compare(
    _ lines: [String], to name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name)
    let text = lines.map { $0 + "\n" }.joined()
    if ProcessInfo.processInfo.environment["ACTA_RECORD_HISTORY"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { String($0) }
    let index = zip(lines, kept).enumerated().first { $1.0 != $1.1 }?.offset
    if let index {
      #expect(
        lines[index] == kept[index], "\(name), line \(index + 1)", sourceLocation: sourceLocation)
    }
    #expect(lines.count == kept.count, "\(name)", sourceLocation: sourceLocation)
  }
}
