internal import Values

extension CEL.Library {
  static let encoders: [Function] = [
    .one("base64.encode") { value, call throws(CEL.EvaluationError) in
      guard case .bytes(let bytes) = value else { return nil }
      return .string(Base64.encoded(bytes))
    },
    .one("base64.decode") { value, _ throws(CEL.EvaluationError) in
      guard case .string(let text) = value else { return nil }
      guard let bytes = Base64.decoded(text) else {
        throw CEL.EvaluationError(
          .evaluationConversion, ["from": .text("string"), "to": .text("bytes")])
      }
      return .bytes(bytes)
    },
  ]
}

/// Source: RFC 4648, section 4.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let sextets: [UInt8: UInt32] = Dictionary(
    uniqueKeysWithValues: alphabet.enumerated().map { ($1, UInt32($0)) })
  private static let padding = UInt8(ascii: "=")

  static func encoded(_ bytes: [UInt8]) -> String {
    var made: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
      for place in 0..<4 {
        let sextet = Int(bits >> (18 - 6 * UInt32(place)) & 63)
        made.append(place <= group.count ? alphabet[sextet] : padding)
      }
    }
    return String(decoding: made, as: UTF8.self)
  }

  /// With or without padding; nil for anything else.
  static func decoded(_ text: String) -> [UInt8]? {
    var digits = Array(text.utf8)[...]
    if text.utf8.count.isMultiple(of: 4) {
      for _ in 0..<2 where digits.last == padding { digits.removeLast() }
    }
    guard digits.count % 4 != 1 else { return nil }
    var (made, bits, count) = ([UInt8](), UInt32(0), 0)
    for digit in digits {
      guard let sextet = sextets[digit] else { return nil }
      bits = (bits << 6 | sextet) & 0xFFFF
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      made.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
    return made
  }
}
