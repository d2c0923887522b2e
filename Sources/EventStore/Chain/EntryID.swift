/// Sixteen bytes that name one thing for ever, written as a UUID.
package struct EntryID: Hashable, Sendable {
  static let count = 16

  private let words: SIMD2<UInt64>

  package init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Self.count else { return nil }
    words = unsafe Array(bytes).withUnsafeBytes { unsafe $0.loadUnaligned(as: SIMD2<UInt64>.self) }
  }

  init?(copying buffer: UnsafeRawBufferPointer) {
    guard buffer.count == Self.count else { return nil }
    words = unsafe buffer.loadUnaligned(as: SIMD2<UInt64>.self)
  }

  /// Reads `8-4-4-4-12` hexadecimal digits.
  package init?(uuid text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [8, 4, 4, 4, 12],
      let bytes = [UInt8](hex: text.filter { $0 != "-" })
    else { return nil }
    self.init(bytes)
  }

  /// Bytes that nobody has drawn before.
  static func random() -> EntryID {
    guard let id = EntryID(Sodium.randomBytes(count)) else {
      preconditionFailure("an identifier has 16 bytes")
    }
    return id
  }

  /// The first sixteen bytes of a digest.
  init(of digest: Digest) {
    words = unsafe digest.bytes.withUnsafeBytes { unsafe $0.loadUnaligned(as: SIMD2<UInt64>.self) }
  }

  package var bytes: [UInt8] { unsafe withUnsafeBytes(of: words) { unsafe Array($0) } }
}

extension EntryID: CustomStringConvertible {
  package var description: String {
    let hex = bytes.hex
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { range in
      hex.utf8.dropFirst(range.lowerBound).prefix(range.count)
    }
    return parts.map { String(decoding: Array($0), as: UTF8.self) }.joined(separator: "-")
  }
}
