internal import Publishing
internal import Values

/// Rows in columns for people, two spaces apart.
struct Table {
  private let header: [String]
  private let rows: [[String]]
  private let isNumber: [Bool]

  private static let gap = 2
  /// No column is cut below this, so that an id stays whole.
  private static let narrowest = 8

  init(_ listing: Listing, in catalogue: Catalogue) {
    header = listing.columns.map { Self.title($0, in: catalogue) }
    rows = listing.rows.map { row in
      listing.columns.map { Cell.shown(row[$0] ?? .null, in: catalogue) }
    }
    isNumber = listing.columns.map { column in
      let values = listing.rows.compactMap { $0[column] }.filter { !$0.isNull }
      return !values.isEmpty && values.allSatisfy { $0.int != nil }
    }
  }

  /// The column's word in the catalogue; the field's own name when it has none.
  private static func title(_ column: String, in catalogue: Catalogue) -> String {
    catalogue.template("column.\(column)") ?? column
  }

  /// The table as lines.
  ///
  /// - Parameters:
  ///   - width: The columns of the terminal; nil cuts nothing.
  ///   - style: How the header stands out.
  /// - Returns: Lines that each end in a line feed, without spaces at their ends.
  func text(width: Int?, style: Style) -> String {
    let widths = widths(within: width)
    let head = line(header.map { $0.uppercased() }, widths)
    return style.strong(head) + "\n" + rows.map { line($0, widths) + "\n" }.joined()
  }

  /// How many columns, from the left, have room on a terminal when each is cut as far as it may be.
  func columnsThatFit(in width: Int?) -> Int {
    guard let width else { return header.count }
    var used = -Self.gap
    let count = natural.prefix { column in
      used += min(column, Self.narrowest) + Self.gap
      return used <= width
    }.count
    return max(1, count)
  }

  /// What each column needs to show all that is in it.
  private var natural: [Int] {
    header.indices.map { column in
      ([header] + rows).reduce(0) { max($0, DisplayWidth.columns(of: $1[column])) }
    }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
      let text = DisplayWidth.truncated(cell, to: widths[index])
      let padding = String(repeating: " ", count: widths[index] - DisplayWidth.columns(of: text))
      line += isNumber[index] ? padding + text : text + padding
      line += String(repeating: " ", count: Self.gap)
    }
    return line.trimmingEnd
  }

  /// What each column needs; the widest give way when the terminal is too narrow for all.
  private func widths(within limit: Int?) -> [Int] {
    var widths = natural
    guard let limit else { return widths }
    var excess = widths.reduce(0, +) + Self.gap * (widths.count - 1) - limit
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > Self.narrowest
    {
      let next = widths.filter { $0 < widths[widest] }.max() ?? Self.narrowest
      let cut = min(excess, max(1, widths[widest] - max(next, Self.narrowest)))
      widths[widest] -= cut
      excess -= cut
    }
    return widths
  }

  /// The same as a table of Markdown.
  var markdown: String {
    let rule = isNumber.map { $0 ? "---:" : "---" }
    return ([header, rule] + rows).map { cells in
      "| " + cells.map(Self.escaped).joined(separator: " | ") + " |\n"
    }.joined()
  }

  private static func escaped(_ text: String) -> String {
    let active = "|\\<`*_[".unicodeScalars
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      if active.contains(scalar) { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
    }
  }
}

extension String {
  /// The text without spaces at its end.
  fileprivate var trimmingEnd: String {
    lastIndex { $0 != " " }.map { String(self[...$0]) } ?? ""
  }
}
