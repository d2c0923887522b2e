package import Plugins
package import Values

/// Records that the time of a procedure is made longer, before it has run out.
package struct ExtendProcedure: ActCommand {
  package static let tellsMoments = true

  package static let kind = ActKind(
    "procedure", "extend",
    fields: [
      .subject("procedure", .id("procedure")), .required("until", .day),
      .optional("until-time", .time), .required("reason", .text), .optional("time", .time),
    ])

  let procedure: ProcedureID
  let until: Day
  let untilTime: TimeOfDay?
  let reason: String
  let time: TimeOfDay?

  package init(_ input: ActInput) throws(Failure) {
    procedure = try input.id("procedure")
    until = try input.day("until")
    untilTime = try input.optional("until-time", ActInput.time)
    reason = try input.text("reason")
    time = try input.optional("time", ActInput.time)
  }

  package var proceeding: EntityKey? { EntityKey(procedure) }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(procedure))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let file = try ProcedureFile(procedure, at: time, in: ledger, under: rules, on: occasion)
    try file.checkOngoing()
    guard let old = file.procedure.expires else {
      throw Refusal(
        .procedureNotRunning, ["procedure": .text(procedure.text)],
        clause: file.rule.period.clause,
        ways: [Note("explain-it", ["id": .text(procedure.text)])])
    }
    let new = expiry(after: old, in: file)
    guard new > old else {
      throw Refusal(
        .extensionShortens,
        ["procedure": .text(procedure.text), "expires": .text(file.zone.text(of: old))],
        clause: file.rule.period.clause,
        ways: [Note("give-later-moment", ["moment": .text(file.zone.text(of: old))])])
    }
    let longer = ProcedureExtension(
      from: old, expires: new, local: file.zone.text(of: new), at: file.moment, reason: reason)
    return Decision(
      [file.event(.extended(longer), on: occasion)],
      derivations: [file.deadline].compactMap(\.self))
  }

  /// At the time that was given, else at the time of the rule, else at that of the former end.
  private func expiry(after old: Instant, in file: ProcedureFile) -> Instant {
    if let time = untilTime ?? file.rule.period.at {
      return file.zone.moment(on: until, at: time)
    }
    return file.zone.moment(on: until, microseconds: file.zone.microseconds(intoDayOf: old))
  }
}

extension RefusalCode {
  static let procedureNotRunning = RefusalCode("procedure-not-running")
  static let extensionShortens = RefusalCode("extension-shortens", exit: .badData)
}
