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
    let bits = UInt64(bitPattern: number)
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
  }

  mutating func append(count: Int) {
    let bits = UInt32(truncatingIfNeeded: count)
    for shift in stride(from: 24, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(shift)))
    }
  }

  mutating func append(text: some Collection<UInt8>) {
    append(count: text.count)
    bytes.append(contentsOf: text)
  }

  /// Bytes of a width that the format fixes: no length before them.
  mutating func append(fixed: [UInt8]) { bytes.append(contentsOf: fixed) }

  mutating func append(_ number: Int64?) {
    append(byte: number == nil ? 0 : 1)
    if let number { append(number) }
  }

  mutating func append(optionalFixed value: [UInt8]?) {
    append(byte: value == nil ? 0 : 1)
    if let value { append(fixed: value) }
  }
}
