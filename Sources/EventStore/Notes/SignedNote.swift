/// A text with signatures below it.
///
/// The text ends with a line break; an empty line and one line for each signature follow:
/// `— NAME BASE64`, where the bytes are the four of the key's hash and the signature.
///
/// Source: C2SP signed-note, <https://c2sp.org/signed-note>.
package struct SignedNote: Hashable, Sendable {
  package struct Signature: Hashable, Sendable {
    package let name: String
    /// Four bytes.
    package let hash: [UInt8]
    package let bytes: [UInt8]

    package init(name: String, hash: [UInt8], bytes: [UInt8]) {
      (self.name, self.hash, self.bytes) = (name, hash, bytes)
    }

    /// Reads one line without its end; nil for any other text.
    package init?(line: some StringProtocol) {
      guard line.hasPrefix(SignedNote.mark) else { return nil }
      let parts = line.dropFirst(SignedNote.mark.count)
        .split(separator: " ", omittingEmptySubsequences: false)
      guard parts.count == 2, NoteKey.isName(String(parts[0])), let blob = Base64.bytes(parts[1]),
        blob.count > 4
      else { return nil }
      self.init(
        name: String(parts[0]), hash: Array(blob.prefix(4)), bytes: Array(blob.dropFirst(4)))
    }

    package var line: String { "\(SignedNote.mark)\(name) \(Base64.text(hash + bytes))" }
  }

  static let maximumBytes = 65_536
  /// More than anybody asks for; a note of more is refused unread.
  static let maximumSignatures = 100
  private static let mark = "\u{2014} "

  /// With the line break at its end.
  package let text: String
  package var signatures: [Signature]

  package init(text: String, signatures: [Signature]) {
    (self.text, self.signatures) = (text, signatures)
  }

  /// Reads a note.
  ///
  /// - Returns: Nil for what is not UTF-8, holds other control characters than line breaks, has no
  ///   signature or more than 100, or passes 64 KiB.
  package init?(_ whole: String) {
    guard whole.utf8.count <= Self.maximumBytes, whole.utf8.last == UInt8(ascii: "\n"),
      whole.utf8.allSatisfy({ $0 >= 0x20 || $0 == UInt8(ascii: "\n") })
    else { return nil }
    let lines = whole.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropLast().map { String(decoding: Array($0), as: UTF8.self) }
    guard let blank = lines.lastIndex(of: ""), blank > 0 else { return nil }
    let signatures = lines[(blank + 1)...].map { Signature(line: $0) }
    guard (1...Self.maximumSignatures).contains(signatures.count) else { return nil }
    self.init(
      text: lines[..<blank].map { $0 + "\n" }.joined(), signatures: signatures.compactMap(\.self))
    guard self.signatures.count == signatures.count else { return nil }
  }

  /// The whole note, as it is stored and handed on.
  package var whole: String { text + "\n" + signatures.map { $0.line + "\n" }.joined() }
}

extension SignedNote {
  /// What a note has of a key.
  package enum Standing: Hashable, Sendable {
    /// No signature bears the key's name and hash.
    case absent
    /// A signature does, and it is not one of this text.
    case forged
    case good
  }

  /// How the note stands to a key; the signatures of other keys do not count.
  package func standing(of key: NoteKey) -> Standing {
    let own = signatures.filter { $0.name == key.name && $0.hash == key.hash }
    guard !own.isEmpty else { return .absent }
    return own.allSatisfy { isGood($0, by: key) } ? .good : .forged
  }

  private func isGood(_ signature: Signature, by key: NoteKey) -> Bool {
    switch key.purpose {
    case .checkpoint:
      return Sodium.isSignature(signature.bytes, of: Array(text.utf8), by: key.publicKey)
    case .witness:
      guard let seen = Cosignature(signature.bytes) else { return false }
      return Sodium.isSignature(
        seen.signature, of: Cosignature.message(text, at: seen.seconds), by: key.publicKey)
    }
  }
}
