package import Values

extension ActInput {
  /// Whether a text is a SHA-256 digest: 64 hexadecimal digits, in lower case.
  package static func isDigest(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
        default: false
        }
      }
  }

  /// A SHA-256 digest in 64 hexadecimal digits, in lower case.
  package func digest(_ name: String) throws(Failure) -> String {
    let text = try text(name)
    guard Self.isDigest(text) else { throw malformed(name, text, "form.digest") }
    return text
  }

  /// SHA-256 digests in 64 hexadecimal digits each, in lower case; none twice, and none where none is given.
  package func digests(_ name: String) throws(Failure) -> [String] {
    var digests: [String] = []
    for text in try texts(name) {
      guard Self.isDigest(text) else { throw malformed(name, text, "form.digest") }
      if !digests.contains(text) { digests.append(text) }
    }
    return digests
  }
}
