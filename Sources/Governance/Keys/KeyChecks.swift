import EventStore
import Values

/// What the acts on keys ask of the state alike.
enum KeyChecks {
  /// The key of a text, and the id that it gets.
  static func key(_ text: String) throws(Failure) -> (NoteKey, PublicKeyID) {
    guard let key = NoteKey(text), let id = PublicKeyID(key.id) else {
      throw Failure(
        .fieldMalformed,
        [
          "field": .text("public-key"), "found": .text(String(text.prefix(80))),
          "form": .word("expected.public-key"),
        ])
    }
    return (key, id)
  }

  /// Refuses a key that the log knows, in use or not: a key that was given up never comes back.
  static func checkNew(_ id: PublicKeyID, in ledger: Ledger) throws(Refusal) {
    guard ledger[id]?.creation == nil else {
      throw Refusal(
        .publicKeyKnownAlready, ["key": .text(id.text)],
        ways: [Note("see-list", ["noun": .text("key")])])
    }
  }

  /// The key, as long as it is in use.
  static func inUse(_ id: PublicKeyID, in ledger: Ledger) throws(Refusal) -> PublicKey {
    guard let key = ledger[id], key.creation != nil else {
      throw Refusal(
        .publicKeyUnknown, ["key": .text(id.text)], ways: [Note("see-list", ["noun": .text("key")])]
      )
    }
    guard key.isInUse else {
      throw Refusal(
        .publicKeyEndedAlready, ["key": .text(id.text)],
        ways: [Note("see-list", ["noun": .text("key")])])
    }
    return key
  }

  /// The key of a purpose that is in use; nil when there is none.
  static func inUse(_ purpose: NoteKey.Purpose, in ledger: Ledger) -> PublicKey? {
    ledger.all(PublicKey.self).first { $0.isInUse && $0.creation?.facts.key.purpose == purpose }
  }
}

extension RefusalCode {
  static let publicKeyUnknown = RefusalCode("public-key-unknown", exit: .notFound)
  static let publicKeyKnownAlready = RefusalCode("public-key-known-already")
  static let publicKeyEndedAlready = RefusalCode("public-key-ended-already")
  static let publicKeyInUse = RefusalCode("public-key-in-use")
  static let publicKeyOfOtherName = RefusalCode("public-key-of-other-name", exit: .badData)
}
