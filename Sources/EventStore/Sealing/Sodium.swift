internal import CSodium

/// The only door to libsodium: hashes, random bytes, sealing, constant-time comparison.
enum Sodium {
  static let keyCount = 32
  static let nonceCount = 24
  static let tagCount = 16
  static let requestHashCount = 32

  /// Ready once for the whole program; libsodium allows this call from any thread.
  static let isReady: Bool = sodium_init() >= 0

  static func sha256(_ bytes: [UInt8]) -> Digest {
    var digest = Digest.zero
    unsafe digest.withMutableBytes { output in
      _ = unsafe crypto_hash_sha256(output, bytes, UInt64(bytes.count))
    }
    return digest
  }

  /// The hash of a byte 1 and two digests: a node of the tree, and a step of the chain.
  ///
  /// It is called twice for each leaf that is verified, so nothing is allocated.
  static func sha256Node(_ left: Digest, _ right: Digest) -> Digest {
    var digest = Digest.zero
    unsafe withUnsafeTemporaryAllocation(byteCount: 1 + 2 * Digest.count, alignment: 8) { node in
      unsafe node[0] = 0x01
      unsafe node.storeBytes(of: left, toByteOffset: 1, as: Digest.self)
      unsafe node.storeBytes(of: right, toByteOffset: 1 + Digest.count, as: Digest.self)
      unsafe digest.withMutableBytes { output in
        _ = unsafe crypto_hash_sha256(
          output, node.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(node.count))
      }
    }
    return digest
  }

  static func randomBytes(_ count: Int) -> [UInt8] {
    precondition(isReady, "libsodium must be ready before chance is asked for")
    var bytes = [UInt8](repeating: 0, count: count)
    unsafe randombytes_buf(&bytes, count)
    return bytes
  }

  /// A hash under a key: whoever has no key can neither make nor guess it.
  static func keyedHash(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: requestHashCount)
    _ = unsafe crypto_generichash(
      &output, output.count, message, UInt64(message.count), key, key.count)
    return output
  }

  /// XChaCha20-Poly1305: ciphertext and tag.
  ///
  /// Source: <https://doc.libsodium.org/secret-key_cryptography/aead/chacha20-poly1305/xchacha20-poly1305_construction>.
  static func seal(
    _ message: [UInt8], context: [UInt8], nonce: [UInt8], key: [UInt8]
  ) -> [UInt8] {
    precondition(nonce.count == nonceCount && key.count == keyCount, "widths are fixed")
    var output = [UInt8](repeating: 0, count: message.count + tagCount)
    var count: UInt64 = 0
    _ = unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
      &output, &count, message, UInt64(message.count), context, UInt64(context.count), nil, nonce,
      key)
    return output
  }

  /// The message; nil when key, nonce, context or ciphertext do not belong together.
  static func open(
    _ ciphertext: [UInt8], context: [UInt8], nonce: [UInt8], key: [UInt8]
  ) -> [UInt8]? {
    guard nonce.count == nonceCount, key.count == keyCount, ciphertext.count >= tagCount else {
      return nil
    }
    var output = [UInt8](repeating: 0, count: ciphertext.count - tagCount)
    var count: UInt64 = 0
    let result = unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
      &output, &count, nil, ciphertext, UInt64(ciphertext.count), context, UInt64(context.count),
      nonce, key)
    return result == 0 ? output : nil
  }

  /// Compares without telling by the time taken where two secrets differ.
  static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return unsafe sodium_memcmp(left, right, left.count) == 0
  }
}
