internal import Governance
internal import Plugins
internal import Publishing
internal import Values

/// Tells every row of a sheet that cannot be recorded: line, column, reason and remedy.
struct SheetRefusalPage {
  private let catalogue: Catalogue

  init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// For people, in the order of the file; no line of the file is quoted, since names may stand there.
  func lines(of refused: SheetRefused) -> [String] {
    let page = FindingPage(catalogue, quotesFile: false)
    let unread = refused.findings.map { ($0.failure.place, page.text(of: $0)) }
    let denied = refused.rows.flatMap { row in
      row.refusals.map { (Optional(row.place), text(of: $0, at: row.place)) }
    }
    return (unread + denied).enumerated().sorted { left, right in
      key(left.element.0, left.offset) < key(right.element.0, right.offset)
    }.map(\.element.1)
  }

  /// One object for programs.
  func json(of refused: SheetRefused) -> JSON {
    let page = FindingPage(catalogue, quotesFile: false)
    let rows = refused.rows.map { row -> JSON in
      [
        "line": .int(Int64(row.place.line)), "column": .int(Int64(row.place.column)),
        "refusals": .list(row.refusals.map(\.json)),
      ]
    }
    return [
      "verdict": "refused", "findings": .list(refused.findings.map(page.json(of:))),
      "cut": .bool(refused.isCut), "rows": .list(rows),
    ]
  }

  private func text(of refusal: Refusal.Record, at place: Place) -> String {
    let name = place.file.map { Visible.text($0) + ":" } ?? ""
    return "\(name)\(place.line):\(place.column): " + RefusalPage(catalogue).text(of: refusal)
  }

  private func key(_ place: Place?, _ offset: Int) -> (Int, Int, Int) {
    (place?.line ?? .max, place?.column ?? .max, offset)
  }
}
