internal import Publishing
internal import Values

/// What a person reads in a table where a program reads a code.
///
/// The words are `shown.NOUN.COLUMN.CODE` of the catalogues, those of types of events `event-type.TYPE`. A code
/// that has no word, such as a class of the network's own, is shown as it is. `--json`, `--csv` and the other
/// forms for programs keep the codes.
struct ShownWords: Equatable, Sendable {
  /// What the rows are, such as `meeting`.
  let noun: String
  /// What the network itself calls things, by column and code: its own types of events, its institutions.
  var own: [String: [String: String]] = [:]

  init(noun: String) { self.noun = noun }

  /// The value as it is shown in a column; the value itself where no word stands for it.
  func shown(_ value: JSON, in column: String, _ catalogue: Catalogue) -> JSON {
    guard let code = value.text, let word = word(for: code, in: column, catalogue) else {
      return value
    }
    return .text(word)
  }

  /// The word for a code; nil where it is shown as it is.
  func word(for code: String, in column: String, _ catalogue: Catalogue) -> String? {
    if let own = own[column]?[code] { return own }
    if column == "type" { return catalogue.template("event-type.\(code)") }
    return catalogue.template("shown.\(noun).\(column).\(code)")
  }

  /// The code that somebody means who filters by a word that was shown.
  ///
  /// - Parameters:
  ///   - text: A code, or the word that stands for one.
  ///   - column: The column that is filtered.
  ///   - rows: Those that there are.
  ///   - catalogue: Of the language in which the words are shown.
  /// - Returns: The text itself where a row has it as its code, where no word is meant, or several are.
  func code(
    meantBy text: String, in column: String, of rows: [JSON.Fields], _ catalogue: Catalogue
  ) -> String {
    let codes = Set(rows.compactMap { $0[column]?.text })
    guard !codes.contains(text) else { return text }
    let meant = codes.filter {
      word(for: $0, in: column, catalogue)?.lowercased() == text.lowercased()
    }
    return meant.count == 1 ? meant.first ?? text : text
  }
}
