package import Plugins
package import Values

/// Records how a procedure ended: by its time, or earlier when everybody has answered.
///
/// What its time decides counts from the moment of the expiry, whenever it is recorded.
package struct CloseProcedure: ActCommand {
  package static let tellsMoments = true

  package static let kind = ActKind(
    "procedure", "close",
    fields: [.subject("procedure", .id("procedure")), .optional("time", .time)])

  let procedure: ProcedureID
  let time: TimeOfDay?

  package init(_ input: ActInput) throws(Failure) {
    procedure = try input.id("procedure")
    time = try input.optional("time", ActInput.time)
  }

  package var proceeding: EntityKey? { EntityKey(procedure) }

  package func needs(under rules: Rules) -> [Need] {
    let weighs = rules.bodies.contains { $0.weights != nil }
    return [.one(EntityKey(procedure)), .count(category: Deliberation.category)]
      + (weighs ? [.all(category: Member.category)] : [])
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let file = try ProcedureFile(procedure, at: time, in: ledger, under: rules, on: occasion)
    try checkEnd(of: file)
    let at = file.isOver ? file.procedure.expires ?? file.moment : file.moment
    let outcome = try ProcedureOutcome(of: file, in: ledger, under: rules)
    let number = outcome.isDecided ? DeliberationID(next: ledger) : nil
    let result = ProcedureResult(
      rule: file.rule.id, at: at, outcome: outcome.word, addressees: file.opening.addressees,
      answered: file.procedure.votes.map(\.member),
      objections: file.procedure.standing.map(\.voice), deliberation: number)
    let day = file.zone.day(of: at)
    var events = [
      PlannedEvent(
        file.isOver ? ProcedureEvent.expired(result) : .closed(result), to: procedure,
        effective: day)
    ]
    if let number {
      let resolution = outcome.resolution(of: file)
      events.append(
        PlannedEvent(
          outcome.word == .adopted ? DeliberationEvent.adopted(resolution) : .rejected(resolution),
          to: number, effective: day))
    }
    return Decision(
      events, derivations: [file.deadline].compactMap(\.self) + outcome.derivations)
  }

  /// - Throws: `procedure-over` once it has ended, `procedure-not-due` while its time has not.
  private func checkEnd(of file: ProcedureFile) throws(Refusal) {
    guard file.procedure.stage.isOngoing else { return try file.checkOngoing() }
    guard file.procedure.clock != nil else {
      throw Refusal(
        .procedureNotRunning, ["procedure": .text(procedure.text)],
        clause: file.rule.period.clause,
        ways: [Note("withdraw-procedure", ["procedure": .text(procedure.text)])])
    }
    let haveAll = file.procedure.votes.count == file.opening.addressees.count
    guard !file.isOver, file.rule.kind == .silence || !haveAll else { return }
    let local = file.procedure.expiresLocal ?? ""
    throw Refusal(
      .procedureNotDue,
      [
        "procedure": .text(procedure.text), "expires": .text(local),
        "zone": .text(file.opening.zone),
      ],
      clause: file.rule.period.clause, derivation: file.deadline,
      ways: [
        Note("wait-until", ["moment": .text(local), "zone": .text(file.opening.zone)]),
        Note("withdraw-procedure", ["procedure": .text(procedure.text)]),
      ])
  }
}

extension RefusalCode {
  static let procedureNotDue = RefusalCode("procedure-not-due")
}
