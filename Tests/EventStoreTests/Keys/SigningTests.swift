import Testing
import Values

@testable import EventStore

/// Signatures by the vectors of the standard, and what must never be taken for one.
@Suite struct SigningTests {
  /// Seed, public key, message, signature.
  ///
  /// Source: RFC 8032, section 7.1, tests 1 to 3.
  private static let vectors = [
    (
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    ),
    (
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    ),
    (
      "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    ),
  ]

  private static func bytes(_ hex: String) throws -> [UInt8] { try #require([UInt8](hex: hex)) }

  @Test(arguments: 0..<3)
  func `The vectors of the standard are signed and found good`(_ index: Int) throws {
    let (seed, publicKey, message, signature) = Self.vectors[index]
    var secret = try Self.bytes(seed)
    let key = try Sodium.signingKey(seed: Secret(taking: &secret))
    #expect(Sodium.publicKey(of: key).hex == publicKey)
    let (words, expected) = (try Self.bytes(message), try Self.bytes(signature))
    #expect(Sodium.sign(words, with: key) == expected)
    #expect(Sodium.isSignature(expected, of: words, by: Sodium.publicKey(of: key)))
  }

  @Test func `A signature of another message, key or length is none`() throws {
    let (_, publicKey, message, signature) = Self.vectors[2]
    let (key, words, good) = (
      try Self.bytes(publicKey), try Self.bytes(message), try Self.bytes(signature)
    )
    #expect(!Sodium.isSignature(good, of: words + [0], by: key))
    #expect(!Sodium.isSignature(good, of: words, by: try Self.bytes(Self.vectors[0].1)))
    #expect(!Sodium.isSignature(Array(good.dropLast()), of: words, by: key))
    #expect(!Sodium.isSignature(good + [0], of: words, by: key))
    #expect(!Sodium.isSignature([], of: words, by: key))
    #expect(!Sodium.isSignature(good, of: words, by: Array(key.dropLast())))
    for index in good.indices {
      var changed = good
      changed[index] ^= 1
      #expect(!Sodium.isSignature(changed, of: words, by: key), "byte \(index)")
    }
  }

  @Test func `Two keys that are made are never the same`() throws {
    let first = try SigningKey(name: "a", purpose: .checkpoint)
    let second = try SigningKey(name: "a", purpose: .checkpoint)
    #expect(first.key != second.key && first.key.hash != second.key.hash)
  }

  @Test(arguments: ["", "a b", "a+b", "é", "a\n", String(repeating: "a", count: 101)])
  func `A key has a name that a note can carry`(_ name: String) {
    #expect(code { _ = try SigningKey(name: name, purpose: .checkpoint).key } == "key-unfit")
  }

  @Test(arguments: ["a", "nep.example/log", String(repeating: "a", count: 100), "~!@#$%^&*()"])
  func `A name of printable letters is good`(_ name: String) throws {
    #expect(try SigningKey(name: name, purpose: .witness).key.name == name)
  }

  @Test func `Secrets are equal only byte for byte, and of the same length`() throws {
    let secret = try SampleKeys.passphrase("some words")
    for (other, isEqual) in [
      ("some words", true), ("some word", false), ("some wordz", false), ("some words ", false),
      ("", false),
    ] {
      let found = secret.isEqual(to: try SampleKeys.passphrase(other))
      #expect(found == isEqual, "\(other)")
    }
  }

  @Test func `The key from a passphrase depends on each of its parts`() throws {
    func key(_ words: String, salt: UInt8, passes: UInt64) throws -> [UInt8] {
      let made = try Sodium.key(
        from: SampleKeys.passphrase(words), salt: [UInt8](repeating: salt, count: 16),
        passes: passes, memoryBytes: 8 << 10)
      guard let made else { return [] }
      return Self.copy(made)
    }
    let first = try key("words", salt: 1, passes: 1)
    #expect(try first.count == 32 && key("words", salt: 1, passes: 1) == first)
    for other in [
      try key("Words", salt: 1, passes: 1), try key("words", salt: 2, passes: 1),
      try key("words", salt: 1, passes: 2),
    ] { #expect(other != first) }
  }

  private static func copy(_ secret: borrowing Secret) -> [UInt8] {
    unsafe secret.withBytes { unsafe Array(UnsafeBufferPointer(start: $0, count: secret.count)) }
  }
}
