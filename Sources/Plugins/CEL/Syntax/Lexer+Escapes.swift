import Values

extension CEL.Lexer {
  /// The bytes that an escape such as `\n`, `\x41` or `\u00e9` stands for.
  ///
  /// In a text `\x` and octal digits name a code point, in bytes a byte; `\u` stands in texts alone.
  mutating func readEscape(isBytes: Bool) throws(CEL.Fault) -> [UInt8] {
    let (start, offset) = (index, scalars)
    advance()
    guard let letter = peek() else { throw unknownEscape(from: start, at: offset) }
    if let plain = Self.plain[letter] {
      advance()
      return [plain]
    }
    switch letter {
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      return try code(digits: 3, radix: 8, isBytes: isBytes, from: start, at: offset)
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      advance()
      return try code(digits: 2, radix: 16, isBytes: isBytes, from: start, at: offset)
    case UInt8(ascii: "u") where !isBytes:
      advance()
      return try code(digits: 4, radix: 16, isBytes: false, from: start, at: offset)
    case UInt8(ascii: "U") where !isBytes:
      advance()
      return try code(digits: 8, radix: 16, isBytes: false, from: start, at: offset)
    default:
      advance()
      throw unknownEscape(from: start, at: offset)
    }
  }

  private static let plain: [UInt8: UInt8] = [
    UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "?"): 0x3F, UInt8(ascii: "\""): 0x22,
    UInt8(ascii: "'"): 0x27, UInt8(ascii: "`"): 0x60, UInt8(ascii: "a"): 0x07,
    UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
    UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09, UInt8(ascii: "v"): 0x0B,
  ]

  private mutating func code(
    digits: Int, radix: UInt32, isBytes: Bool, from start: Int, at offset: Int
  ) throws(CEL.Fault) -> [UInt8] {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = peek()?.hexDigit, digit < radix else {
        throw unknownEscape(from: start, at: offset)
      }
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: radix)
      guard !isTooLarge else { throw unknownEscape(from: start, at: offset) }
      value = product + digit
      advance()
    }
    if isBytes { return [UInt8(truncatingIfNeeded: value)] }
    guard let scalar = Unicode.Scalar(value) else { throw unknownEscape(from: start, at: offset) }
    return Array(String(scalar).utf8)
  }

  private func unknownEscape(from start: Int, at offset: Int) -> CEL.Fault {
    CEL.Fault(.expressionEscape, ["found": .text(text(start..<index).shortened)], at: offset)
  }
}
