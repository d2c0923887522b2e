/// A line of a file with a caret under one of its columns.
///
/// A long line is shown as the part around the caret, so that a file of one endless line stays
/// readable.
package struct Caret: Equatable, Sendable {
  /// The part of the line, and the line of the caret below it.
  package let lines: [String]

  private static let before = 60
  private static let after = 30

  /// - Parameters:
  ///   - line: The line without its end.
  ///   - column: The column of the caret, from 1, counted in Unicode scalars; held to the line's end.
  package init(line: String, column: Int) {
    let scalars = Array(line.unicodeScalars)
    let position = min(max(column - 1, 0), scalars.count)
    let start = position > Self.before ? position - Self.before : 0
    let end = min(scalars.count, position + Self.after)
    let head = Self.text(scalars[start..<position])
    let prefix = start > 0 ? "…" : ""
    let suffix = end < scalars.count ? "…" : ""
    let padding = DisplayWidth.columns(of: prefix + head)
    lines = [
      prefix + head + Self.text(scalars[position..<end]) + suffix,
      String(repeating: " ", count: padding) + "^",
    ]
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    Visible.text(String(String.UnicodeScalarView(scalars)))
  }
}
