/// The forms in which a command can answer; each name is the word after `--output`.
enum OutputFormat: String, CaseIterable, Sendable {
  case table
  case json
  case jsonl
  case csv
  case tsv
  case md

  /// Whether a program reads it: then nothing depends on the terminal or the language.
  var isForPrograms: Bool {
    switch self {
    case .table, .md: false
    case .json, .jsonl, .csv, .tsv: true
    }
  }
}
