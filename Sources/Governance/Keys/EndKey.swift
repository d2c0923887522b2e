package import Plugins
package import Values

/// Ends the use of a key; what it signed stays good.
package struct EndKey: ActCommand {
  package static let kind = ActKind(
    "key", "end", fields: [.subject("id", .id("key")), .optional("reason", .text)])

  let key: PublicKeyID
  let reason: String?

  package init(_ input: ActInput) throws(Failure) {
    key = try input.id("id")
    reason = try input.optional("reason", ActInput.text)
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(key))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    _ = try KeyChecks.inUse(key, in: ledger)
    let retirement = KeyRetirement(from: occasion.effective, reason: reason)
    return Decision([PlannedEvent(KeyEvent.retired(retirement), to: key, effective: occasion.day)])
  }
}
