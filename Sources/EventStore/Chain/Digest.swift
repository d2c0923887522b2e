/// A SHA-256 value.
package struct Digest: Hashable, Sendable {
  static let count = 32

  static let zero = Digest(words: .zero)

  private var words: SIMD4<UInt64>

  private init(words: SIMD4<UInt64>) { self.words = words }

  /// Lets a hash function write the bytes in place.
  mutating func withMutableBytes(_ body: (UnsafeMutablePointer<UInt8>) -> Void) {
    unsafe withUnsafeMutableBytes(of: &words) { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe body(start.assumingMemoryBound(to: UInt8.self))
    }
  }

  package init?(_ bytes: [UInt8]) {
    guard let digest = unsafe bytes.withUnsafeBytes({ unsafe Digest(copying: $0) }) else {
      return nil
    }
    self = digest
  }

  init?(copying buffer: UnsafeRawBufferPointer) {
    guard buffer.count == Self.count else { return nil }
    words = unsafe buffer.loadUnaligned(as: SIMD4<UInt64>.self)
  }

  /// Reads 64 hexadecimal digits, of either case.
  package init?(hex: String) {
    guard let bytes = [UInt8](hex: hex) else { return nil }
    self.init(bytes)
  }

  package static func sha256(_ bytes: some Sequence<UInt8>) -> Digest {
    Sodium.sha256(Array(bytes))
  }

  package var bytes: [UInt8] { unsafe withUnsafeBytes(of: words) { unsafe Array($0) } }
  package var hex: String { bytes.hex }
}

extension Digest: CustomStringConvertible {
  package var description: String { hex }
}

extension [UInt8] {
  /// Two lower-case digits for each byte.
  package var hex: String {
    let digits = [UInt8]("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(2 * count)
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes that an even number of hexadecimal digits writes; nil for anything else.
  package init?(hex: some StringProtocol) {
    let nibbles = hex.utf8.map { Unicode.Scalar($0).properties.isASCIIHexDigit ? $0 : 0 }
      .map { Character(Unicode.Scalar($0)).hexDigitValue }
    guard nibbles.count.isMultiple(of: 2) else { return nil }
    self = []
    for index in stride(from: 0, to: nibbles.count, by: 2) {
      guard let high = nibbles[index], let low = nibbles[index + 1] else { return nil }
      append(UInt8(high << 4 | low))
    }
  }
}
