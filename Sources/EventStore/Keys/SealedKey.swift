internal import Values

/// A signing key at rest: everything open but the seed, which a passphrase seals.
///
/// The seed of 32 bytes stands under XChaCha20-Poly1305 with the key's text as associated data, and the sealing key
/// is made from the passphrase by argon2id. The form is one line of canonical JSON.
package struct SealedKey: Hashable, Sendable {
  private static let form = "acta-key/1"

  package let key: NoteKey
  let cost: PassphraseCost
  let salt: [UInt8]
  let nonce: [UInt8]
  let sealed: [UInt8]

  /// Seals a key.
  ///
  /// - Throws: `secret-unkept` when the machine lacks the memory that the passphrase costs.
  package init(
    _ signing: borrowing SigningKey, passphrase: borrowing Secret, cost: PassphraseCost = .usual
  ) throws {
    key = signing.key
    self.cost = cost
    salt = Sodium.randomBytes(Sodium.saltCount)
    nonce = Sodium.randomBytes(Sodium.nonceCount)
    let sealing = try Self.sealingKey(passphrase, salt, cost)
    sealed = Sodium.sealSeed(
      of: signing.secret, context: Array(key.text.utf8), nonce: nonce, key: sealing)
  }

  /// Opens the key.
  ///
  /// - Throws: `passphrase-wrong`, which also stands for a sealed seed that was changed.
  package func open(with passphrase: borrowing Secret) throws -> SigningKey {
    let sealing = try Self.sealingKey(passphrase, salt, cost)
    let context = Array(key.text.utf8)
    guard let seed = try Sodium.openSeed(sealed, context: context, nonce: nonce, key: sealing)
    else { throw Failure(.passphraseWrong, ["key": .text(key.id)]) }
    let signing = try SigningKey(name: key.name, purpose: key.purpose, seed: seed)
    guard Sodium.areEqual(signing.key.publicKey, key.publicKey) else {
      throw Failure(.passphraseWrong, ["key": .text(key.id)])
    }
    return signing
  }

  private static func sealingKey(
    _ passphrase: borrowing Secret, _ salt: [UInt8], _ cost: PassphraseCost
  ) throws -> Secret {
    let key = try Sodium.key(
      from: passphrase, salt: salt, passes: cost.passes, memoryBytes: cost.memoryBytes)
    guard let key else { throw Failure(.secretUnkept) }
    return key
  }

  package var text: String {
    let json: JSON = [
      "form": .text(Self.form), "key": .text(key.text), "kdf": "argon2id13",
      "passes": .int(Int64(cost.passes)), "memory": .int(Int64(cost.memoryBytes)),
      "salt": .text(Base64.text(salt)), "nonce": .text(Base64.text(nonce)),
      "sealed": .text(Base64.text(sealed)),
    ]
    return json.canonicalText + "\n"
  }

  /// Reads what `text` gives; nil for anything else.
  package init?(_ text: String) {
    guard let json = try? JSON(parsing: text), json["form"]?.text == Self.form,
      let key = json["key"]?.text.flatMap({ NoteKey($0) }),
      let passes = json["passes"]?.int, let memory = json["memory"]?.int,
      let cost = PassphraseCost(checking: passes, memoryBytes: memory),
      let salt = json["salt"]?.text.flatMap({ Base64.bytes($0) }), salt.count == Sodium.saltCount,
      let nonce = json["nonce"]?.text.flatMap({ Base64.bytes($0) }),
      let sealed = json["sealed"]?.text.flatMap({ Base64.bytes($0) })
    else { return nil }
    (self.key, self.cost, self.salt, self.nonce, self.sealed) = (key, cost, salt, nonce, sealed)
    guard self.text == text else { return nil }
  }
}
