internal import Publishing
internal import Values

/// The rows that a command answers with, before they take a form.
struct Listing: Equatable, Sendable {
  /// The names of the fields, in the order in which a table shows them.
  var columns: [String]
  /// The rows; a JSON answer has all their fields, also those that are no column.
  var rows: [JSON.Fields]
  /// The names of all fields, also when there is no row to show them; empty when the columns are all.
  var fields: [String] = []
  /// The words that people read for codes; nil where every value is shown as it is.
  var words: ShownWords?
  /// How many rows there are; nil where all of them are here.
  var all: Int?
}

// MARK: - What the person asked to see

extension Listing {
  /// The rows and fields that `--filter`, `--sort`, `--limit` and `--fields` leave.
  ///
  /// A filter names a code, or the word that a table of the catalogue's language shows for it.
  ///
  /// - Throws: `column-unknown` with the nearest name, `filter-unreadable` for a filter without `=`.
  func selected(
    by globals: GlobalOptions, in catalogue: Catalogue
  ) throws(Failure) -> Listing {
    var listing = try chosen(by: globals, in: catalogue)
    if !globals.fields.isEmpty { try listing.keep(globals.fields) }
    return listing
  }

  /// The rows that `--filter`, `--sort` and `--limit` leave, with all their fields.
  ///
  /// - Throws: As `selected`.
  func chosen(by globals: GlobalOptions, in catalogue: Catalogue) throws(Failure) -> Listing {
    var listing = self
    for filter in globals.filters { try listing.filter(filter, catalogue) }
    if let sort = globals.sort { try listing.sort(by: sort) }
    if let limit = globals.limit, limit > 0 { listing.rows = Array(listing.rows.prefix(limit)) }
    return listing
  }

  /// The listing with every field as a column, as programs read it.
  var whole: Listing {
    var wide = self
    if !fields.isEmpty { wide.columns = fields }
    return wide
  }

  private mutating func filter(_ text: String, _ catalogue: Catalogue) throws(Failure) {
    let (field, value) = text.halves(at: "=")
    guard let value else { throw Failure(.filterUnreadable, ["found": .text(text)]) }
    try check(field)
    let wanted = words?.code(meantBy: value, in: field, of: rows, catalogue) ?? value
    rows = rows.filter { Cell.text(of: $0[field] ?? .null) == wanted }
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
    self.fields = fields
    rows = rows.map { row in JSON.Fields(fields.map { ($0, row[$0] ?? .null) }) }
  }

  /// The listing as a table shows it: with words in the place of codes.
  func worded(in catalogue: Catalogue) -> Listing {
    guard let words else { return self }
    var listing = self
    listing.rows = rows.map { row in
      JSON.Fields(row.members.map { ($0.name, words.shown($0.value, in: $0.name, catalogue)) })
    }
    return listing
  }

  /// The names of the columns, then those of the fields that are no column.
  private var known: [String] {
    ([fields] + rows.map(\.names)).reduce(into: columns) { known, names in
      known += names.filter { !known.contains($0) }
    }
  }

  private func check(_ field: String) throws(Failure) {
    let known = known
    guard !known.contains(field) else { return }
    throw Failure(
      .columnUnknown,
      [
        "found": .text(field), "known": .list(known),
        "nearest": .text(Suggestion.word(to: field, among: known) ?? ""),
      ])
  }
}
