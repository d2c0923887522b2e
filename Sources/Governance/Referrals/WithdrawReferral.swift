package import Plugins
package import Values

/// Whoever handed an item over takes it back before it has its answer.
package struct WithdrawReferral: ActCommand {
  package static let kind = ActKind(
    "referral", "withdraw",
    fields: [.subject("referral", .id("referral")), .required("reason", .text)])

  let referral: ReferralID
  let reason: String

  package init(_ input: ActInput) throws(Failure) {
    referral = try input.id("referral")
    reason = try input.text("reason")
  }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(referral))] + ReferralChecks.needs
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try ReferralChecks.open(referral, in: ledger)
    let withdrawal = ReferralWithdrawal(on: occasion.effective, reason: reason)
    return Decision(
      [PlannedEvent(ReferralEvent.withdrawn(withdrawal), to: referral, effective: occasion.day)]
        + ReferralAgenda.leave(found, because: reason, in: ledger, on: occasion))
  }
}
