extension JSON {
  /// A failure to read JSON: the place in the bytes, counted from 0.
  package struct Unreadable: Error, Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
      case unexpectedByte, unexpectedEnd, notAnInteger, repeatedName, tooDeep, notUTF8,
        trailingBytes
    }

    package let reason: Reason
    package let offset: Int
  }

  /// Reads one JSON value.
  ///
  /// - Parameter bytes: UTF-8, at most 64 levels deep; numbers are integers of 64 bits.
  /// - Throws: `Unreadable` with the offset of the first byte that does not fit, or where a refused
  ///   number, name or text begins; fractions, exponents, repeated names and bytes after the value
  ///   are refused.
  package init(parsing bytes: some Collection<UInt8>) throws(Unreadable) {
    var parser = JSONParser(bytes: Array(bytes))
    self = try parser.parseDocument()
  }

  package init(parsing text: String) throws(Unreadable) {
    var parser = JSONParser(bytes: Array(text.utf8))
    self = try parser.parseDocument()
  }
}

/// A strict recursive-descent reader with a limit on depth.
struct JSONParser {
  static let maximumDepth = 64
  /// Most objects of a log have fewer: their members are stored without growing an array.
  private static let usualMembers = 6

  let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func parseDocument() throws(JSON.Unreadable) -> JSON {
    let value = try parseValue()
    skipSpace()
    guard index == bytes.count else { throw unreadable(.trailingBytes) }
    return value
  }

  private mutating func parseValue() throws(JSON.Unreadable) -> JSON {
    skipSpace()
    guard index < bytes.count else { throw unreadable(.unexpectedEnd) }
    switch bytes[index] {
    case UInt8(ascii: "{"):
      return try nested { parser throws(JSON.Unreadable) in try parser.parseObject() }
    case UInt8(ascii: "["):
      return try nested { parser throws(JSON.Unreadable) in try parser.parseList() }
    case UInt8(ascii: "\""): return .text(try parseText())
    case UInt8(ascii: "t"): return try parseWord("true", .bool(true))
    case UInt8(ascii: "f"): return try parseWord("false", .bool(false))
    case UInt8(ascii: "n"): return try parseWord("null", .null)
    default: return .int(try parseInteger())
    }
  }

  private mutating func nested(
    _ body: (inout JSONParser) throws(JSON.Unreadable) -> JSON
  ) throws(JSON.Unreadable) -> JSON {
    guard depth < Self.maximumDepth else { throw unreadable(.tooDeep) }
    depth += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func parseObject() throws(JSON.Unreadable) -> JSON {
    index += 1
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object(JSON.Fields()) }
    var members: [JSON.Fields.Member] = []
    members.reserveCapacity(Self.usualMembers)
    var names = NamesRead()
    repeat {
      skipSpace()
      let start = index
      let name = try parseText()
      guard !names.holds(name, among: members) else {
        throw JSON.Unreadable(reason: .repeatedName, offset: start)
      }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw misfit() }
      members.append(JSON.Fields.Member(name: name, value: try parseValue()))
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw misfit() }
    return .object(JSON.Fields(distinct: members))
  }

  private mutating func parseList() throws(JSON.Unreadable) -> JSON {
    index += 1
    var values: [JSON] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .list([]) }
    repeat {
      values.append(try parseValue())
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw misfit() }
    return .list(values)
  }

  private mutating func parseInteger() throws(JSON.Unreadable) -> Int64 {
    let start = index
    _ = take(UInt8(ascii: "-"))
    let firstDigit = index
    while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
      index += 1
    }
    guard index > firstDigit else { throw misfit() }
    let hasLeadingZero = bytes[firstDigit] == UInt8(ascii: "0") && index - firstDigit > 1
    let isFraction = index < bytes.count && bytes[index].continuesNumber
    guard !hasLeadingZero, !isFraction,
      let value = Int64(String(decoding: bytes[start..<index], as: UTF8.self))
    else { throw JSON.Unreadable(reason: .notAnInteger, offset: start) }
    return value
  }

  private mutating func parseText() throws(JSON.Unreadable) -> String {
    guard take(UInt8(ascii: "\"")) else { throw misfit() }
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] == UInt8(ascii: "\\") { return try parseEscapedText(from: start) }
      guard bytes[index] >= 0x20 else { throw misfit() }
      index += 1
    }
    guard index < bytes.count else { throw unreadable(.unexpectedEnd) }
    let text = try decode(bytes[start..<index], at: start)
    index += 1
    return text
  }

  private mutating func parseEscapedText(from start: Int) throws(JSON.Unreadable) -> String {
    var unescaped = Array(bytes[start..<index])
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      guard bytes[index] >= 0x20 else { throw misfit() }
      if take(UInt8(ascii: "\\")) {
        unescaped.append(contentsOf: try parseEscape())
      } else {
        unescaped.append(bytes[index])
        index += 1
      }
    }
    guard take(UInt8(ascii: "\"")) else { throw unreadable(.unexpectedEnd) }
    return try decode(unescaped[...], at: start)
  }

  private mutating func parseEscape() throws(JSON.Unreadable) -> [UInt8] {
    guard index < bytes.count else { throw unreadable(.unexpectedEnd) }
    let letter = bytes[index]
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return try parseUnicodeEscape()
    default: throw JSON.Unreadable(reason: .unexpectedByte, offset: index - 1)
    }
  }

  private mutating func parseUnicodeEscape() throws(JSON.Unreadable) -> [UInt8] {
    let start = index
    var units = [try parseHexUnit()]
    if UTF16.isLeadSurrogate(units[0]), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
      units.append(try parseHexUnit())
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw JSON.Unreadable(reason: .notUTF8, offset: start)
    }
    return Array(text.utf8)
  }

  private mutating func parseHexUnit() throws(JSON.Unreadable) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard index < bytes.count,
        let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue
      else { throw misfit() }
      unit = unit << 4 | UInt16(digit)
      index += 1
    }
    return unit
  }

  private func decode(
    _ slice: ArraySlice<UInt8>, at offset: Int
  ) throws(JSON.Unreadable) -> String {
    guard let text = String(utf8: slice.span) else {
      throw JSON.Unreadable(reason: .notUTF8, offset: offset)
    }
    return text
  }

  private mutating func parseWord(_ word: String, _ value: JSON) throws(JSON.Unreadable) -> JSON {
    for byte in word.utf8 {
      guard take(byte) else { throw misfit() }
    }
    return value
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index].isSpace { index += 1 }
  }

  /// What stands here does not fit: a byte, or the end where more must come.
  private func misfit() -> JSON.Unreadable {
    unreadable(index < bytes.count ? .unexpectedByte : .unexpectedEnd)
  }

  private func unreadable(_ reason: JSON.Unreadable.Reason) -> JSON.Unreadable {
    JSON.Unreadable(reason: reason, offset: index)
  }
}

extension UInt8 {
  /// Whether it may stand between two values.
  var isSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }

  /// Whether it would make an integer a fraction: a point or an exponent.
  fileprivate var continuesNumber: Bool {
    self == UInt8(ascii: ".") || self == UInt8(ascii: "e") || self == UInt8(ascii: "E")
  }
}
