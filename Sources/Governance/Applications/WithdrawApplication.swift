package import Plugins
package import Values

/// Records that an application was taken back before it was decided.
package struct WithdrawApplication: ActCommand {
  package static let kind = ActKind(
    "application", "withdraw",
    fields: [.subject("application", .id("application")), .optional("reason", .text)])

  let application: ApplicationID
  let reason: String?

  package init(_ input: ActInput) throws(Failure) {
    application = try input.id("application")
    reason = try input.optional("reason", ActInput.text)
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(application))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (_, filing) = try ApplicationChecks.open(application, in: ledger)
    try ApplicationChecks.check(occasion, after: filing)
    let end = ApplicationEnd(on: occasion.effective, reason: reason)
    return Decision([
      PlannedEvent(ApplicationEvent.withdrawn(end), to: application, effective: occasion.day)
    ])
  }
}
