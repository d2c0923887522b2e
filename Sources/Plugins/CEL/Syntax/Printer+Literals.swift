extension CEL.Printer {
  static func text(of literal: CEL.Literal) -> String {
    switch literal {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .uint(let value): "\(value)u"
    case .double(let value): "\(value)"
    case .string(let value): "'\(value.unicodeScalars.map(escaped).joined())'"
    case .bytes(let bytes): "b'\(bytes.map(escaped).joined())'"
    }
  }

  /// A field with its name between backticks where it is no plain word.
  static func name(ofField field: String) -> String {
    let isWord =
      field.utf8.allSatisfy { $0 == 0x5F || $0.isDigit || (0x61...0x7A).contains($0 | 0x20) }
      && field.utf8.first?.isDigit == false && !CEL.Words.keywords.contains(field)
    return isWord ? field : "`\(field)`"
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\\", "'": "\\\(scalar)"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: scalar.value < 0x20 || scalar.value == 0x7F ? hexadecimal(scalar.value) : "\(scalar)"
    }
  }

  private static func escaped(_ byte: UInt8) -> String {
    byte < 0x7F ? escaped(Unicode.Scalar(byte)) : hexadecimal(UInt32(byte))
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    (value < 0x10 ? "\\x0" : "\\x") + String(value, radix: 16)
  }
}
