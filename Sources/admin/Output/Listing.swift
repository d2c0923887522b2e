internal import Values

/// The rows that a command answers with, before they take a form.
struct Listing: Equatable, Sendable {
  /// The names of the fields, in the order in which a table shows them.
  var columns: [String]
  /// The rows; a JSON answer has all their fields, also those that are no column.
  var rows: [JSON.Fields]
}

// MARK: - What the person asked to see

extension Listing {
  /// The rows and fields that `--filter`, `--sort`, `--limit` and `--fields` leave.
  ///
  /// - Throws: `column-unknown` with the nearest name, `filter-unreadable` for a filter without `=`.
  func selected(by globals: GlobalOptions) throws(Failure) -> Listing {
    var listing = self
    for filter in globals.filters { try listing.filter(filter) }
    if let sort = globals.sort { try listing.sort(by: sort) }
    if let limit = globals.limit, limit > 0 { listing.rows = Array(listing.rows.prefix(limit)) }
    if !globals.fields.isEmpty { try listing.keep(globals.fields) }
    return listing
  }

  private mutating func filter(_ text: String) throws(Failure) {
    let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2 else { throw Failure(.filterUnreadable, ["found": .text(text)]) }
    let field = String(halves[0])
    try check(field)
    rows = rows.filter { Cell.text(of: $0[field] ?? .null) == halves[1] }
  }

  /// By a field; `-field` is the other way round.
  ///
  /// Rows that are equal keep their order.
  private mutating func sort(by text: String) throws(Failure) {
    let isDescending = text.hasPrefix("-")
    let field = String(isDescending ? text.dropFirst() : text[...])
    try check(field)
    let keyed = rows.enumerated().map { (key: $0.element[field] ?? .null, row: $0) }
    rows = keyed.sorted { left, right in
      if Self.isBefore(left.key, right.key) { return !isDescending }
      if Self.isBefore(right.key, left.key) { return isDescending }
      return left.row.offset < right.row.offset
    }.map(\.row.element)
  }

  private static func isBefore(_ left: JSON, _ right: JSON) -> Bool {
    if let left = left.int, let right = right.int { return left < right }
    return Cell.text(of: left).utf8.lexicographicallyPrecedes(Cell.text(of: right).utf8)
  }

  private mutating func keep(_ fields: [String]) throws(Failure) {
    for field in fields { try check(field) }
    columns = fields
    rows = rows.map { row in JSON.Fields(fields.map { ($0, row[$0] ?? .null) }) }
  }

  private func check(_ field: String) throws(Failure) {
    let known = rows.reduce(into: columns) { known, row in
      known += row.names.filter { !known.contains($0) }
    }
    guard !known.contains(field) else { return }
    throw Failure(
      .columnUnknown,
      [
        "found": .text(field), "known": .list(known),
        "nearest": .text(Suggestion.word(to: field, among: known) ?? ""),
      ])
  }
}
