/// An e-mail address that a letter can be sent to: letters, digits and signs, an `@`, and the name of a host.
///
/// ```swift
/// MailAddress("ana@example.org")   // the address
/// MailAddress("Ana <a@b.example>") // nil
/// ```
///
/// Source: RFC 5321, section 4.1.2, `Dot-string` and `Domain`, with the lengths of its section 4.5.3.1.
package struct MailAddress: Hashable, Sendable {
  package let text: String

  /// Nil for what is no such address, such as one with a space, a quoted part or letters beyond ASCII.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 254, let at = bytes.lastIndex(of: UInt8(ascii: "@")),
      Self.isLocal(bytes[..<at]), Self.isHost(bytes[(at + 1)...])
    else { return nil }
    self.text = String(text)
  }

  private static func isLocal(_ bytes: ArraySlice<UInt8>) -> Bool {
    (1...64).contains(bytes.count)
      && parts(of: bytes).allSatisfy { part in !part.isEmpty && part.allSatisfy(isAtom) }
  }

  private static func isHost(_ bytes: ArraySlice<UInt8>) -> Bool {
    let hyphen = UInt8(ascii: "-")
    return parts(of: bytes).allSatisfy { part in
      (1...63).contains(part.count) && part.first != hyphen && part.last != hyphen
        && part.allSatisfy { isWord($0) || $0 == hyphen }
    }
  }

  private static func parts(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// Source: RFC 5322, section 3.2.3, `atext`.
  private static func isAtom(_ byte: UInt8) -> Bool {
    isWord(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
  }
}
