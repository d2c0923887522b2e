package import Plugins
package import Values

/// Takes back what waits for a second person; whoever asked may do so, and whoever was to confirm.
package struct WithdrawApproval: ActCommand {
  package static let kind = ActKind(
    "approval", "withdraw",
    fields: [.subject("approval", .id("approval")), .optional("reason", .text)])

  let approval: ApprovalID
  let reason: String?

  package init(_ input: ActInput) throws(Failure) {
    approval = try input.id("approval")
    reason = try input.optional("reason", ActInput.text)
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(approval))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    _ = try ApprovalChecks.open(approval, in: ledger)
    let withdrawal = ApprovalWithdrawal(by: occasion.actor, reason: reason)
    return Decision([
      PlannedEvent(ApprovalEvent.withdrawn(withdrawal), to: approval, effective: occasion.today)
    ])
  }
}
