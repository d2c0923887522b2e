internal import Publishing
internal import Values

/// One value of a row as text.
enum Cell {
  /// For programs: the same on every machine and in every language; nothing for null.
  static func text(of value: JSON) -> String {
    switch value {
    case .null: ""
    case .bool(let value): value ? "true" : "false"
    case .int(let value): String(value)
    case .text(let value): value
    case .list(let values): values.map(text(of:)).joined(separator: "; ")
    case .object: value.compact
    }
  }

  /// For people: words in their language, and nothing that could act on the terminal.
  static func shown(_ value: JSON, in catalogue: Catalogue) -> String {
    switch value {
    case .bool(let value): catalogue.text(value ? "word.yes" : "word.no")
    case .list(let values): values.map { shown($0, in: catalogue) }.joined(separator: ", ")
    case .null, .int, .text, .object: Visible.text(text(of: value))
    }
  }
}
