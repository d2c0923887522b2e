import EventStore
package import Plugins
package import Values

/// Brings a key into use; there is one at a time for each purpose.
package struct AddKey: ActCommand {
  package static let kind = ActKind("key", "add", fields: [.required("public-key", .document)])

  let key: NoteKey
  let id: PublicKeyID

  /// - Throws: `field-malformed` for a text that is no public key.
  package init(_ input: ActInput) throws(Failure) {
    (key, id) = try KeyChecks.key(input.text("public-key"))
  }

  package func needs(under rules: Rules) -> [Need] { [.all(category: PublicKey.category)] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    try KeyChecks.checkNew(id, in: ledger)
    if let used = KeyChecks.inUse(key.purpose, in: ledger) {
      throw Refusal(
        .publicKeyInUse,
        ["key": .text(used.id.text), "purpose": .word("key-purpose.\(key.purpose.word)")],
        ways: [Note("rotate-key", ["key": .text(used.id.text)])])
    }
    let creation = KeyCreation(key: key, from: occasion.effective)
    return Decision([PlannedEvent(KeyEvent.created(creation), to: id, effective: occasion.day)])
  }
}
