/// Writes the bytes that are hashed: fixed widths, lengths before texts, nothing to guess.
///
/// Numbers are 64 bits, big-endian, two's complement. Texts are a length of 32 bits and UTF-8.
/// An optional value is one byte, 0 or 1, and the value when it is 1. docs/log-format.md is the
/// description for other implementations.
struct CanonicalBytes {
  private(set) var bytes: [UInt8]

  init(capacity: Int = 256) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  mutating func append(byte: UInt8) { bytes.append(byte) }

  mutating func append(_ number: Int64) {
    unsafe withUnsafeBytes(of: number.bigEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func append(count: Int) {
    let bits = UInt32(truncatingIfNeeded: count).bigEndian
    unsafe withUnsafeBytes(of: bits) { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func append(text: [UInt8]) {
    append(count: text.count)
    bytes.append(contentsOf: text)
  }

  /// Bytes of a width that the format fixes: no length before them.
  mutating func append(fixed: [UInt8]) { bytes.append(contentsOf: fixed) }

  /// A digest as its 32 bytes.
  mutating func append(_ digest: Digest) {
    unsafe withUnsafeBytes(of: digest) { unsafe bytes.append(contentsOf: $0) }
  }

  /// An identifier as its 16 bytes.
  mutating func append(_ id: EntryID) {
    unsafe withUnsafeBytes(of: id) { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func append(_ number: Int64?) {
    append(byte: number == nil ? 0 : 1)
    if let number { append(number) }
  }

  mutating func append(optionalFixed value: [UInt8]?) {
    append(byte: value == nil ? 0 : 1)
    if let value { append(fixed: value) }
  }
}
