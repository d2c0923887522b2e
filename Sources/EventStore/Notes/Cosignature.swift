/// What a witness adds to a checkpoint: that it saw it, and at which second.
///
/// Source: C2SP tlog-cosignature, "cosignature/v1"; <https://c2sp.org/tlog-cosignature>.
struct Cosignature: Hashable, Sendable {
  /// Since 1970-01-01T00:00:00Z.
  let seconds: UInt64
  let signature: [UInt8]

  init(seconds: UInt64, signature: [UInt8]) {
    (self.seconds, self.signature) = (seconds, signature)
  }

  /// Reads eight bytes of seconds, big-endian, and a signature of 64; nil for another length.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == 8 + Sodium.signatureCount else { return nil }
    var seconds: UInt64 = 0
    for byte in bytes.prefix(8) { seconds = seconds << 8 | UInt64(byte) }
    self.init(seconds: seconds, signature: Array(bytes.dropFirst(8)))
  }

  var bytes: [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: seconds >> UInt64(56 - 8 * $0)) } + signature
  }

  /// What is signed: a header with the time, and the text of the checkpoint.
  static func message(_ text: String, at seconds: UInt64) -> [UInt8] {
    Array("cosignature/v1\ntime \(seconds)\n\(text)".utf8)
  }
}
