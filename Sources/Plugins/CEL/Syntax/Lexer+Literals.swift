import Values

extension CEL.Lexer {
  /// An int, `0x` and hexadecimal digits, either with `u` for a uint, or a double.
  mutating func readNumber() throws(CEL.Fault) -> CEL.Token.Kind {
    let (start, offset) = (index, scalars)
    if peek() == UInt8(ascii: "0"), peek(1).map({ $0 | 0x20 }) == UInt8(ascii: "x"),
      peek(2)?.isHexDigit == true
    {
      advance(2)
      while peek()?.isHexDigit == true { advance() }
      return try whole(text((start + 2)..<index), radix: 16, from: start, at: offset)
    }
    skipDigits()
    let isDouble = skipFraction()
    guard isDouble else {
      return try whole(text(start..<index), radix: 10, from: start, at: offset)
    }
    guard let value = Double(text(start..<index)), value.isFinite else {
      throw outOfRange(from: start, at: offset)
    }
    return .literal(.double(value))
  }

  private mutating func skipDigits() { while peek()?.isDigit == true { advance() } }

  /// Whether a fraction or an exponent stood here.
  private mutating func skipFraction() -> Bool {
    let start = index
    if peek() == UInt8(ascii: "."), peek(1)?.isDigit == true {
      advance()
      skipDigits()
    }
    if peek().map({ $0 | 0x20 }) == UInt8(ascii: "e") {
      let hasSign = [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(peek(1))
      let digits = hasSign ? 2 : 1
      if peek(digits)?.isDigit == true {
        advance(digits)
        skipDigits()
      }
    }
    return index > start
  }

  private mutating func whole(
    _ digits: String, radix: Int, from start: Int, at offset: Int
  ) throws(CEL.Fault) -> CEL.Token.Kind {
    let isUnsigned = peek().map { $0 | 0x20 } == UInt8(ascii: "u")
    if isUnsigned { advance() }
    guard let value = UInt64(digits, radix: radix) else {
      throw outOfRange(from: start, at: offset)
    }
    return isUnsigned ? .literal(.uint(value)) : .integer(value)
  }

  private func outOfRange(from start: Int, at offset: Int) -> CEL.Fault {
    CEL.Fault(.expressionLiteralRange, ["found": .text(text(start..<index).shortened)], at: offset)
  }
}

extension CEL.Lexer {
  /// A text or bytes with their prefixes, or nil when none begins here.
  mutating func readText() throws(CEL.Fault) -> CEL.Token.Kind? {
    var length = 0
    let isBytes = peek().map { $0 | 0x20 } == UInt8(ascii: "b")
    if isBytes { length += 1 }
    let isRaw = peek(length).map { $0 | 0x20 } == UInt8(ascii: "r")
    if isRaw { length += 1 }
    guard let quote = peek(length), quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"")
    else { return nil }
    let offset = scalars
    advance(length)
    let isTriple = peek(1) == quote && peek(2) == quote
    advance(isTriple ? 3 : 1)
    let closing = [UInt8](repeating: quote, count: isTriple ? 3 : 1)
    let content = try readContent(until: closing, isRaw: isRaw, isBytes: isBytes, from: offset)
    guard !isBytes else { return .literal(.bytes(content)) }
    return .literal(.string(String(decoding: content, as: UTF8.self)))
  }

  private mutating func readContent(
    until closing: [UInt8], isRaw: Bool, isBytes: Bool, from offset: Int
  ) throws(CEL.Fault) -> [UInt8] {
    var content: [UInt8] = []
    while let byte = peek() {
      if byte == closing[0], closes(closing) {
        advance(closing.count)
        return content
      }
      if byte == UInt8(ascii: "\\"), !isRaw {
        content += try readEscape(isBytes: isBytes)
      } else {
        guard closing.count == 3 || !(byte == 0x0A || byte == 0x0D) else { break }
        content.append(byte)
        advance()
      }
    }
    let quote = String(decoding: closing, as: UTF8.self)
    throw CEL.Fault(.expressionQuote, ["quote": .text(quote)], at: offset)
  }

  private func closes(_ closing: [UInt8]) -> Bool {
    closing.indices.allSatisfy { peek($0) == closing[$0] }
  }
}

extension String {
  /// Its beginning, short enough to be quoted in a message.
  var shortened: String {
    unicodeScalars.count <= 40
      ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(39))) + "…"
  }
}
