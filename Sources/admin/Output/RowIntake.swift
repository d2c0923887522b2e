internal import Publishing
internal import Values

/// Rows on their way into a listing, of which only those are kept that the answer can show: memory follows the answer
/// and not the log.
///
/// What is kept answers `--filter`, `--sort` and `--limit` as all rows would: a row that is not among the first now
/// is not among them later.
struct RowIntake {
  /// So many rows are taken before those are left out that the answer cannot show.
  private static let step = 1_000

  private let globals: GlobalOptions
  private let catalogue: Catalogue
  private var listing: Listing
  private var next = RowIntake.step
  private var count = 0
  /// Whether no further row can change the answer.
  private(set) var isFull = false

  /// - Parameters:
  ///   - listing: Columns and fields, without rows.
  ///   - globals: What is asked for.
  ///   - catalogue: The words that a filter may name.
  init(_ listing: Listing, _ globals: GlobalOptions, _ catalogue: Catalogue) {
    (self.listing, self.globals, self.catalogue) = (listing, globals, catalogue)
  }

  /// How many rows are kept.
  var kept: Int { listing.rows.count }

  /// Takes a row after those before it.
  ///
  /// - Throws: `column-unknown`, `filter-unreadable`.
  mutating func add(_ row: JSON.Fields) throws(Failure) {
    count += 1
    guard !isFull else { return }
    listing.rows.append(row)
    if globals.filters.isEmpty { noteEnd() }
    guard listing.rows.count >= next, !globals.filters.isEmpty || globals.limit != nil else {
      return
    }
    listing = try listing.chosen(by: globals, in: catalogue)
    noteEnd()
    next = 2 * listing.rows.count + Self.step
  }

  private mutating func noteEnd() {
    guard globals.sort == nil, let limit = globals.limit, limit > 0 else { return }
    isFull = listing.rows.count >= limit
  }

  /// The rows that were kept.
  ///
  /// - Parameter all: How many there are; nil for those that were taken.
  /// - Returns: A listing that says how many there are.
  func listed(of all: Int? = nil) -> Listing {
    var listing = listing
    listing.all = all ?? count
    return listing
  }
}
