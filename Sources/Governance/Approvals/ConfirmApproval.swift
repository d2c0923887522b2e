package import Plugins
package import Values

/// Confirms what another person asked for; the session then records the act itself with it.
package struct ConfirmApproval: ActCommand {
  package static let kind = ActKind(
    "approval", "confirm", fields: [.subject("approval", .id("approval"))])

  let approval: ApprovalID

  package init(_ input: ActInput) throws(Failure) { approval = try input.id("approval") }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(approval))] }

  /// Who asked may not confirm, and nobody may once the time is over.
  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let asking = try ApprovalChecks.open(approval, in: ledger)
    guard Actor(asking.by).who != Actor(occasion.actor).who else {
      throw Refusal(
        .secondPersonNeeded,
        ["approval": .text(approval.text), "actor": .text(occasion.actor)],
        clause: rules.twoPersons?.clause,
        ways: [Note("confirm-as-another", ["approval": .text(approval.text)])])
    }
    guard occasion.today <= asking.until else {
      throw Refusal(
        .approvalLapsed, ["approval": .text(approval.text), "until": .day(asking.until)],
        clause: rules.twoPersons?.clause, ways: [Note("ask-again", ["act": .text(asking.act)])])
    }
    let event = ApprovalEvent.confirmed(ApprovalConfirmation(by: occasion.actor))
    return Decision([PlannedEvent(event, to: approval, effective: occasion.today)])
  }
}
