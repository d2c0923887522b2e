import Values

extension CEL {
  /// Takes the text of an expression apart, one token at a time, in one pass over its bytes.
  struct Lexer {
    let bytes: [UInt8]
    var index = 0
    /// Unicode scalars before `index`.
    var scalars = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next token; `end` again and again once the text is used up.
    mutating func next() throws(Fault) -> Token {
      skipSpace()
      let (start, offset) = (index, scalars)
      let kind = try readKind()
      return Token(kind: kind, range: start..<index, offset: offset)
    }

    private mutating func readKind() throws(Fault) -> Token.Kind {
      guard let byte = peek() else { return .end }
      if byte.isDigit || (byte == UInt8(ascii: ".") && peek(1)?.isDigit == true) {
        return try readNumber()
      }
      if let text = try readText() { return text }
      if byte.beginsName { return .name(readName()) }
      if byte == UInt8(ascii: "`") { return try readQuotedName() }
      return .symbol(try readSymbol())
    }

    func peek(_ distance: Int = 0) -> UInt8? {
      index + distance < bytes.count ? bytes[index + distance] : nil
    }

    mutating func advance(_ count: Int = 1) {
      for byte in bytes[index..<min(index + count, bytes.count)] where byte & 0xC0 != 0x80 {
        scalars += 1
      }
      index = min(index + count, bytes.count)
    }

    /// What stands between two places of the text.
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Spaces, ends of lines, and comments from `//` to the end of the line.
    private mutating func skipSpace() {
      while let byte = peek() {
        if byte.isSpace {
          advance()
        } else if byte == UInt8(ascii: "/"), peek(1) == byte {
          while let inside = peek(), inside != UInt8(ascii: "\n") { advance() }
        } else {
          return
        }
      }
    }

    private mutating func readName() -> String {
      let start = index
      while let byte = peek(), byte.beginsName || byte.isDigit { advance() }
      return text(start..<index)
    }

    /// Letters, digits and `_ . - /` and spaces between backticks.
    private mutating func readQuotedName() throws(Fault) -> Token.Kind {
      let (start, offset) = (index, scalars)
      advance()
      while let byte = peek(), byte.continuesQuotedName { advance() }
      guard peek() == UInt8(ascii: "`"), index > start + 1 else {
        throw Fault(.expressionQuote, ["quote": .text("`")], at: offset)
      }
      advance()
      return .quotedName(text((start + 1)..<(index - 1)))
    }

    private mutating func readSymbol() throws(Fault) -> Symbol {
      for length in [2, 1] where index + length <= bytes.count {
        if let symbol = Symbol(rawValue: text(index..<(index + length))) {
          advance(length)
          return symbol
        }
      }
      let character = text(index..<bytes.count).unicodeScalars.first.map { String($0) } ?? ""
      throw Fault(.expressionCharacter, ["found": .text(character)], at: scalars)
    }
  }
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  var isHexDigit: Bool { hexDigit != nil }

  /// What a digit of base 16 stands for.
  var hexDigit: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  fileprivate var beginsName: Bool { isLetter || self == UInt8(ascii: "_") }

  fileprivate var continuesQuotedName: Bool {
    beginsName || isDigit || [0x20, 0x2D, 0x2E, 0x2F].contains(self)
  }

  fileprivate var isSpace: Bool { [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(self) }
}
