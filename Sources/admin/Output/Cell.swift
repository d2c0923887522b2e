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

  /// The fields of a record of numbers, each after its word where all have one; else as programs read it.
  private static func shown(_ fields: JSON.Fields, in catalogue: Catalogue) -> String {
    let words = fields.members.map { catalogue.template("input.\($0.name)") }
    let isCount = fields.members.allSatisfy { $0.value.int != nil }
    guard !words.contains(nil), !words.isEmpty, isCount else {
      return Visible.text(JSON.object(fields).compact)
    }
    return zip(words, fields.members).map { word, field in
      "\(word ?? "") \(shown(field.value, in: catalogue))"
    }.joined(separator: " · ")
  }

  /// For people: words in their language, and nothing that could act on the terminal.
  static func shown(_ value: JSON, in catalogue: Catalogue) -> String {
    switch value {
    case .bool(let value): catalogue.text(value ? "word.yes" : "word.no")
    case .list(let values): values.map { shown($0, in: catalogue) }.joined(separator: ", ")
    case .object(let fields): shown(fields, in: catalogue)
    case .null, .int, .text: Visible.text(text(of: value))
    }
  }
}
