import EventStore

/// The rows of one table, one after the other, so that a table of any length takes the memory of one row.
///
/// It must be let go before its tables are closed.
struct RowWalk {
  let table: ViewTable
  let statement: Statement

  /// The next row; nil after the last.
  func next() throws -> Row? { try statement.step() ? table.row(statement) : nil }

  /// Whether another walk gives the same rows from here on.
  func gives(theSameAs other: RowWalk) throws -> Bool {
    while true {
      let (own, its) = (try next(), try other.next())
      guard own == its else { return false }
      guard own != nil else { return true }
    }
  }
}
