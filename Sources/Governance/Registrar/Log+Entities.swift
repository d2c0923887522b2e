package import EventStore

extension Log {
  /// One thing as the log knows it now; nil for one without a history.
  ///
  /// - Throws: What is wrong with the log.
  package func entity<E: Entity>(_ id: Identifier<E>) throws -> E? {
    var shelf = Shelf(reading: self)
    try shelf.load([.one(EntityKey(id))])
    return shelf.ledger[id]
  }
}
