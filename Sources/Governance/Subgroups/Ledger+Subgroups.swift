package import EventStore
import Values

extension Ledger {
  /// The subgroups of a log, as they are recorded now.
  package static func subgroups(in log: Log) throws -> [Subgroup] {
    var shelf = Shelf(reading: log)
    try shelf.load([.all(category: Subgroup.category)])
    return shelf.ledger.all(Subgroup.self)
  }
}
