/// What a log hands to a witness: the size seen last, the way from there, and the new checkpoint.
///
/// Source: C2SP tlog-witness, "add-checkpoint"; <https://c2sp.org/tlog-witness>.
package struct WitnessRequest: Hashable, Sendable {
  /// No tree of 64 bits has a longer proof.
  private static let longest = 64

  package let old: Int64
  package let proof: [Digest]
  package let signed: SignedCheckpoint

  package init(old: Int64, proof: [Digest], signed: SignedCheckpoint) {
    (self.old, self.proof, self.signed) = (old, proof, signed)
  }

  /// Whether a text begins as a request.
  package static func isRequest(_ text: String) -> Bool { text.hasPrefix("old ") }

  /// Reads `old SIZE`, the proof in base64 line by line, an empty line, the note; nil for any other text.
  package init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let blank = lines.firstIndex(of: ""), (1...Self.longest + 1).contains(blank),
      lines[0].hasPrefix("old "), let old = Int64(decimal: lines[0].dropFirst(4))
    else { return nil }
    let proof = lines[1..<blank].map { Base64.bytes($0).flatMap { Digest($0) } }
    let note = lines[(blank + 1)...].joined(separator: "\n")
    guard let signed = SignedCheckpoint(note), !proof.contains(nil) else { return nil }
    self.init(old: old, proof: proof.compactMap(\.self), signed: signed)
  }

  package var text: String {
    let lines = ["old \(old)"] + proof.map { Base64.text($0.bytes) } + [""]
    return lines.map { $0 + "\n" }.joined() + signed.whole
  }
}
