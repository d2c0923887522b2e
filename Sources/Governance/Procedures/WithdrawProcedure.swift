package import Plugins
package import Values

/// Records that a procedure is taken back before it has ended.
package struct WithdrawProcedure: ActCommand {
  package static let tellsMoments = true

  package static let kind = ActKind(
    "procedure", "withdraw",
    fields: [
      .subject("procedure", .id("procedure")), .required("reason", .text),
      .optional("time", .time),
    ])

  let procedure: ProcedureID
  let reason: String
  let time: TimeOfDay?

  package init(_ input: ActInput) throws(Failure) {
    procedure = try input.id("procedure")
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
    let withdrawal = ProcedureWithdrawal(at: file.moment, reason: reason)
    return Decision([file.event(.withdrawn(withdrawal), on: occasion)])
  }
}
