internal import CSodium

/// Signatures, and keys made from passphrases.
extension Sodium {
  static let publicKeyCount = 32
  static let signatureCount = 64
  static let seedCount = 32
  /// Seed and public key, as libsodium keeps an Ed25519 key.
  static let signingKeyCount = 64
  static let saltCount = 16

  static func wipe(_ bytes: inout [UInt8]) {
    unsafe bytes.withUnsafeMutableBytes { unsafe sodium_memzero($0.baseAddress, $0.count) }
    bytes = []
  }

  /// Whether a signature is of a message and by a key; anything of a wrong width is not.
  static func isSignature(_ signature: [UInt8], of message: [UInt8], by key: [UInt8]) -> Bool {
    guard signature.count == signatureCount, key.count == publicKeyCount else { return false }
    return unsafe crypto_sign_verify_detached(signature, message, UInt64(message.count), key) == 0
  }

  static func sign(_ message: [UInt8], with key: borrowing Secret) -> [UInt8] {
    precondition(key.count == signingKeyCount, "widths are fixed")
    var signature = [UInt8](repeating: 0, count: signatureCount)
    unsafe key.withBytes { bytes in
      _ = unsafe crypto_sign_detached(&signature, nil, message, UInt64(message.count), bytes)
    }
    return signature
  }

  /// The signing key of a seed.
  static func signingKey(seed: borrowing Secret) throws -> Secret {
    precondition(seed.count == seedCount, "widths are fixed")
    var publicKey = [UInt8](repeating: 0, count: publicKeyCount)
    return try unsafe Secret(count: signingKeyCount) { memory in
      unsafe seed.withBytes { bytes in
        _ = unsafe crypto_sign_seed_keypair(&publicKey, memory, bytes)
      }
    }
  }

  /// The open half of a signing key.
  static func publicKey(of key: borrowing Secret) -> [UInt8] {
    unsafe key.withBytes { bytes in
      unsafe Array(UnsafeBufferPointer(start: bytes + seedCount, count: publicKeyCount))
    }
  }

  static func randomSecret(_ count: Int) throws -> Secret {
    try unsafe Secret(count: count) { memory in unsafe randombytes_buf(memory, count) }
  }

  /// A key made from a passphrase by argon2id; nil when the machine lacks the memory it takes.
  static func key(
    from passphrase: borrowing Secret, salt: [UInt8], passes: UInt64, memoryBytes: Int
  ) throws -> Secret? {
    precondition(salt.count == saltCount, "widths are fixed")
    var isMade = false
    let key = try unsafe Secret(count: keyCount) { memory in
      isMade = unsafe passphrase.withBytes { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self, capacity: passphrase.count) { words in
          unsafe crypto_pwhash(
            memory, UInt64(keyCount), words, UInt64(passphrase.count), salt, passes, memoryBytes,
            crypto_pwhash_ALG_ARGON2ID13) == 0
        }
      }
    }
    guard isMade else { return nil }
    return key
  }

  /// The first 32 bytes of a secret under a key: ciphertext and tag.
  static func sealSeed(
    of secret: borrowing Secret, context: [UInt8], nonce: [UInt8], key: borrowing Secret
  ) -> [UInt8] {
    precondition(nonce.count == nonceCount && key.count == keyCount, "widths are fixed")
    var output = [UInt8](repeating: 0, count: seedCount + tagCount)
    unsafe secret.withBytes { seed in
      unsafe key.withBytes { key in
        _ = unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
          &output, nil, seed, UInt64(seedCount), context, UInt64(context.count), nil, nonce, key)
      }
    }
    return output
  }

  /// The seed that was sealed; nil when key, nonce, context or ciphertext do not belong together.
  static func openSeed(
    _ sealed: [UInt8], context: [UInt8], nonce: [UInt8], key: borrowing Secret
  ) throws -> Secret? {
    guard nonce.count == nonceCount, sealed.count == seedCount + tagCount else { return nil }
    var isOpen = false
    let seed = try unsafe Secret(count: seedCount) { memory in
      isOpen = unsafe key.withBytes { key in
        unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
          memory, nil, nil, sealed, UInt64(sealed.count), context, UInt64(context.count), nonce, key
        )
          == 0
      }
    }
    guard isOpen else { return nil }
    return seed
  }
}
