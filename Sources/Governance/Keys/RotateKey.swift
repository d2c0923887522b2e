import EventStore
package import Plugins
package import Values

/// Puts a new key of the same name and purpose in the place of one in use.
package struct RotateKey: ActCommand {
  package static let kind = ActKind(
    "key", "rotate",
    fields: [.subject("id", .id("key")), .required("public-key", .document)])

  let old: PublicKeyID
  let key: NoteKey
  let id: PublicKeyID

  /// - Throws: `field-malformed` for a text that is no public key.
  package init(_ input: ActInput) throws(Failure) {
    old = try input.id("id")
    (key, id) = try KeyChecks.key(input.text("public-key"))
  }

  package func needs(under rules: Rules) -> [Need] { [.all(category: PublicKey.category)] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let used = try KeyChecks.inUse(old, in: ledger)
    try KeyChecks.checkNew(id, in: ledger)
    guard let facts = used.creation?.facts, facts.key.name == key.name,
      facts.key.purpose == key.purpose
    else {
      throw Refusal(
        .publicKeyOfOtherName, ["key": .text(old.text), "name": .text(key.name)],
        ways: [Note("end-key", ["key": .text(old.text)])])
    }
    let rotation = KeyRotation(successor: id, from: occasion.effective)
    let creation = KeyCreation(key: key, from: occasion.effective)
    return Decision([
      PlannedEvent(KeyEvent.rotated(rotation), to: old, effective: occasion.day),
      PlannedEvent(KeyEvent.created(creation), to: id, effective: occasion.day),
    ])
  }
}
