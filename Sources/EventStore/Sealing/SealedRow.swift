internal import Values

/// A row of `sealed`: what stands in the log of a person's words.
struct SealedRow {
  let slot: String
  let subject: String
  let nonce: [UInt8]
  let ciphertext: [UInt8]
  let digest: Digest

  /// Seals words for the place where they will stand, and nowhere else.
  init(_ field: SealedField, log: EntryID, position: Int64, keys: KeyStore) throws {
    slot = field.slot
    subject = field.subject
    nonce = Sodium.randomBytes(Sodium.nonceCount)
    ciphertext = Sodium.seal(
      field.plaintext,
      context: LogFormat.sealContext(log: log, position: position, slot: field.slot),
      nonce: nonce, key: try keys.keyForSealing(field.subject))
    digest = .sha256(nonce + ciphertext)
  }

  var leaf: LogFormat.SealedLeaf {
    LogFormat.SealedLeaf(slot: Array(slot.utf8), subject: Array(subject.utf8), digest: digest)
  }
}
