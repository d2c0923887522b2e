/// A public key that vouches for notes, with the name under which it does.
///
/// It is written `NAME+HASH+KEY`: eight hexadecimal digits, and base64 of a byte for the purpose and the key.
///
/// Source: C2SP signed-note, "Signatures", and tlog-cosignature, "Format"; <https://c2sp.org/signed-note>.
package struct NoteKey: Hashable, Sendable {
  /// What a key signs; the number is the first byte of the key's text.
  package enum Purpose: UInt8, Hashable, Sendable, CaseIterable {
    /// The checkpoints of a log.
    case checkpoint = 0x01
    /// That a witness saw a checkpoint, and when.
    case witness = 0x04

    /// As commands and events write it.
    package var word: String { self == .checkpoint ? "checkpoint" : "witness" }

    package init?(word: String) {
      guard let found = Self.allCases.first(where: { $0.word == word }) else { return nil }
      self = found
    }
  }

  static let maximumNameBytes = 100
  private static let publicCount = Sodium.publicKeyCount

  package let name: String
  package let purpose: Purpose
  /// An Ed25519 public key of 32 bytes.
  package let publicKey: [UInt8]
  /// Four bytes that find the key again beside a signature; they prove nothing.
  package let hash: [UInt8]

  /// Nil for a name or a key that cannot be one.
  ///
  /// - Parameters:
  ///   - name: 1 to 100 bytes of printable ASCII without spaces and plus signs, such as `nep.example/log`.
  ///   - purpose: What the key signs.
  ///   - publicKey: 32 bytes.
  package init?(name: String, purpose: Purpose, publicKey: [UInt8]) {
    guard Self.isName(name), publicKey.count == Self.publicCount else { return nil }
    (self.name, self.purpose, self.publicKey) = (name, purpose, publicKey)
    let digest = Digest.sha256(Array(name.utf8) + [0x0A, purpose.rawValue] + publicKey)
    hash = Array(digest.bytes.prefix(4))
  }

  /// Reads `NAME+HASH+KEY`; nil when a part is missing or does not fit the others.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let bytes = Base64.bytes(parts[2]),
      let first = bytes.first, let purpose = Purpose(rawValue: first)
    else { return nil }
    self.init(name: String(parts[0]), purpose: purpose, publicKey: Array(bytes.dropFirst()))
    guard parts[1] == id else { return nil }
  }

  /// Whether a text can name a key or an origin.
  package static func isName(_ name: String) -> Bool {
    (1...maximumNameBytes).contains(name.utf8.count)
      && name.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "+") }
  }

  /// The hash in hexadecimal: how a network names the key.
  package var id: String { hash.hex }

  package var text: String { "\(name)+\(id)+\(Base64.text([purpose.rawValue] + publicKey))" }
}
