package import EventStore
package import Values

/// Everything that the log holds of one decision outside a meeting, for documents: it is read and nothing is decided.
package struct DecidedProcedure {
  package let record: ProcedureRecord
  /// Those under which the procedure went, with the digest that names them.
  package let found: RulesInForce.Found

  /// Reads a decision; nil for one that the log does not have, or that was taken in a meeting.
  ///
  /// - Parameters:
  ///   - id: Of the deliberation.
  ///   - log: Read as it stands.
  ///   - zones: For the hours of the procedure.
  /// - Throws: `not-founded`, `zone-missing`, or what is wrong with the log.
  package init?(_ id: DeliberationID, in log: Log, zones: ZoneSource) throws {
    var shelf = Shelf(reading: log)
    try shelf.load([.all(category: Deliberation.category)])
    guard let deliberation = shelf.ledger[id], let named = deliberation.procedure else {
      return nil
    }
    try shelf.load([.one(EntityKey(named))])
    guard let procedure = shelf.ledger[named], let beginning = procedure.beginning else {
      return nil
    }
    var inForce = RulesInForce()
    found = try inForce.find(
      on: deliberation.day ?? beginning.effective, inProceedingSince: beginning, in: log)
    record = ProcedureRecord(
      procedure, deliberation, among: shelf.ledger.all(Deliberation.self), under: found.rules,
      in: try procedure.opening.map { try zones.zone($0.facts.zone) })
  }
}
