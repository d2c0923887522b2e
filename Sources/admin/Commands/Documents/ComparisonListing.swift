internal import Publishing
internal import Values

/// What differs between two versions of minutes as rows: a place, its words, and the events behind it.
enum ComparisonListing {
  static let columns = ["place", "change", "causes"]

  static func listing(of comparison: MinutesComparison) -> Listing {
    let rows = comparison.changes.map { change in
      JSON.Fields([
        ("place", .text(change.place)), ("change", .text(marked(change.words))),
        ("causes", .list(change.causes.map { .int($0) })),
      ])
    }
    return Listing(columns: columns, rows: rows, fields: columns)
  }

  /// `It began at [-9-] {+10+} o'clock`, as `wdiff` marks words.
  ///
  /// Source: GNU wdiff manual, "Invoking wdiff".
  static func marked(_ words: WordDifference) -> String {
    words.runs.map { run in
      switch run.kind {
      case .kept: run.text
      case .removed: "[-\(run.text)-]"
      case .added: "{+\(run.text)+}"
      }
    }.joined(separator: " ")
  }
}
