import Testing
import Values

@testable import EventStore

/// Keys that are the same in every run, and a passphrase.
enum SampleKeys {
  static let origin = "nep.example/log"

  /// The key of a seed of 32 equal bytes.
  static func key(
    _ byte: UInt8 = 1, _ name: String = origin, _ purpose: NoteKey.Purpose = .checkpoint
  ) throws -> SigningKey {
    var seed = [UInt8](repeating: byte, count: Sodium.seedCount)
    return try SigningKey(name: name, purpose: purpose, seed: Secret(taking: &seed))
  }

  static func witness(_ byte: UInt8 = 9) throws -> SigningKey {
    try key(byte, "watch.example/acta", .witness)
  }

  static func passphrase(_ text: String = "correct horse battery staple") throws -> Secret {
    var bytes = Array(text.utf8)
    return try Secret(taking: &bytes)
  }

  /// The least that argon2id takes, so that tests are quick.
  static func cost() throws -> PassphraseCost {
    try #require(PassphraseCost(checking: 1, memoryBytes: 8 << 10))
  }
}
