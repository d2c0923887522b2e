internal import Values

/// A row of `sealed`: what stands in the log of a person's words.
struct SealedRow {
  let slot: String
  let subject: String
  /// Nil, as the ciphertext, once the words were scrubbed.
  let nonce: [UInt8]?
  let ciphertext: [UInt8]?
  let digest: Digest

  /// Seals words for the place where they will stand, and nowhere else.
  init(_ field: SealedField, log: EntryID, position: Int64, keys: KeyStore) throws {
    slot = field.slot
    subject = field.subject
    let nonce = Sodium.randomBytes(Sodium.nonceCount)
    let ciphertext = Sodium.seal(
      field.plaintext,
      context: LogFormat.sealContext(log: log, position: position, slot: field.slot),
      nonce: nonce, key: try keys.keyForSealing(field.subject))
    (self.nonce, self.ciphertext) = (nonce, ciphertext)
    digest = .sha256(nonce + ciphertext)
  }

  /// Takes words as another file holds them, sealed: nonce and ciphertext, or nil for words that were scrubbed.
  ///
  /// Nil when they are not those of the digest.
  init?(_ field: ProvedEvent.Field, _ words: [UInt8]?) {
    (slot, subject, digest) = (field.slot, field.subject, field.digest)
    if let words {
      guard words.count > Sodium.nonceCount, Digest.sha256(words) == digest else { return nil }
      nonce = Array(words.prefix(Sodium.nonceCount))
      ciphertext = Array(words.dropFirst(Sodium.nonceCount))
    } else {
      (nonce, ciphertext) = (nil, nil)
    }
  }

  var leaf: LogFormat.SealedLeaf {
    LogFormat.SealedLeaf(slot: Array(slot.utf8), subject: Array(subject.utf8), digest: digest)
  }
}
