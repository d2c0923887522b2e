/// What the keys of the format mean, from the table that the JSON Schema is made from.
package enum FormatKey {
  private static let rows: [(pattern: KeyPattern, name: String, words: String)] =
    FormatKeys.table.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "|").map { part in
        part.split(separator: " ").joined(separator: " ")
      }
      guard parts.count == 3 else { return nil }
      let path = parts[0].hasSuffix("[]") ? String(parts[0].dropLast(2)) : parts[0]
      return (KeyPattern(path), parts[0], parts[2])
    }

  /// Every key with what it means in English, in the order of the table.
  ///
  /// The catalogues have the same words, and those of other languages, under `format-key.` and the name.
  package static var all: [(name: String, words: String)] { rows.map { ($0.name, $0.words) } }

  /// The name of the key that stands at a path, such as `governance.series.*.notice`.
  package static func name(of path: String) -> String? {
    rows.first { $0.pattern.matches(path) }?.name
  }

  /// What stands in the table for a path from the top, such as `governance.series.plenary.notice`.
  package static func meaning(of path: String) -> String? {
    rows.first { $0.pattern.matches(path) }?.words
  }
}
