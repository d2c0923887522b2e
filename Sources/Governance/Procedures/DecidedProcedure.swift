package import EventStore
package import Values

/// Everything that the log holds of one procedure outside a meeting, for documents: it is read and nothing is decided.
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
    guard let named = shelf.ledger[id]?.procedure else { return nil }
    try self.init(of: named, in: log, zones: zones, &shelf)
  }

  /// Reads a procedure, however it ended and while it goes on; nil for one that was never opened.
  ///
  /// - Parameters:
  ///   - id: Of the procedure.
  ///   - log: Read as it stands.
  ///   - zones: For the hours of the procedure.
  /// - Throws: `not-founded`, `zone-missing`, or what is wrong with the log.
  package init?(of id: ProcedureID, in log: Log, zones: ZoneSource) throws {
    var shelf = Shelf(reading: log)
    try shelf.load([.all(category: Deliberation.category)])
    try self.init(of: id, in: log, zones: zones, &shelf)
  }

  /// The same with all deliberations loaded; that of the procedure is among them where it decided.
  private init?(
    of id: ProcedureID, in log: Log, zones: ZoneSource, _ shelf: inout Shelf
  ) throws {
    try shelf.load([.one(EntityKey(id))])
    guard let procedure = shelf.ledger[id], let beginning = procedure.beginning,
      let opening = procedure.opening
    else { return nil }
    let all = shelf.ledger.all(Deliberation.self)
    let deliberation = all.first { $0.procedure == id && $0.outcome != nil }
    var inForce = RulesInForce()
    found = try inForce.find(
      on: deliberation?.day ?? beginning.effective, inProceedingSince: beginning, in: log)
    record = ProcedureRecord(
      procedure, opening, deliberation, among: all, under: found.rules,
      in: try zones.zone(opening.facts.zone))
  }
}
