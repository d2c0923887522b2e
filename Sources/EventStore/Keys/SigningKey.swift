package import Values

/// A key with its secret, for as long as something is being signed.
package struct SigningKey: ~Copyable {
  package let key: NoteKey
  /// Seed and public key.
  let secret: Secret

  /// Makes a key that nobody had before.
  ///
  /// - Throws: `key-unfit` for a name that no key can have.
  package init(name: String, purpose: NoteKey.Purpose) throws {
    try self.init(name: name, purpose: purpose, seed: Sodium.randomSecret(Sodium.seedCount))
  }

  init(name: String, purpose: NoteKey.Purpose, seed: consuming Secret) throws {
    let secret = try Sodium.signingKey(seed: seed)
    let publicKey = Sodium.publicKey(of: secret)
    guard let key = NoteKey(name: name, purpose: purpose, publicKey: publicKey) else {
      throw Failure(.keyUnfit, ["found": .text(name)])
    }
    self.key = key
    self.secret = secret
  }

  /// Signs a checkpoint of the origin that the key is named after.
  package func sign(_ checkpoint: Checkpoint) throws -> SignedCheckpoint {
    guard key.purpose == .checkpoint, checkpoint.origin == key.name else {
      throw Failure(.keyUnfit, ["found": .text(key.name)])
    }
    let bytes = Sodium.sign(Array(checkpoint.text.utf8), with: secret)
    return SignedCheckpoint(
      checkpoint, [SignedNote.Signature(name: key.name, hash: key.hash, bytes: bytes)])
  }

  /// The line of a witness who saw a checkpoint at a time.
  package func cosign(_ checkpoint: Checkpoint, at now: Instant) throws -> SignedNote.Signature {
    guard key.purpose == .witness, now.microseconds >= 0 else {
      throw Failure(.keyUnfit, ["found": .text(key.name)])
    }
    let seconds = UInt64(now.microseconds / 1_000_000)
    let message = Cosignature.message(checkpoint.text, at: seconds)
    let seen = Cosignature(seconds: seconds, signature: Sodium.sign(message, with: secret))
    return SignedNote.Signature(name: key.name, hash: key.hash, bytes: seen.bytes)
  }
}
