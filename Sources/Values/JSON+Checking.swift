extension JSON {
  /// Whether bytes can be read as one JSON value, by the rules of `init(parsing:)`.
  ///
  /// For a reader that needs no more than the answer, such as the verification of a log: nothing is made of what is
  /// read. What is rare (an escape, a number at the bounds, an object with many members) is left to the parser.
  package static func isReadable(_ bytes: [UInt8]) -> Bool {
    var scan = JSONScan(bytes: bytes)
    return scan.isPlain() || (try? JSON(parsing: bytes)) != nil
  }
}

/// A walk through JSON that knows only what is plain: a no says nothing, a yes is a yes.
private struct JSONScan {
  /// Names are compared with each other, which is cheaper than sorting only while they are few.
  private static let mostMembers = 24
  /// So many digits fit into 64 bits, whatever they are.
  private static let plainDigits = 18

  let bytes: [UInt8]
  private var index = 0
  private var depth = 0
  private var isASCII = true

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func isPlain() -> Bool {
    guard value() else { return false }
    skipSpace()
    return index == bytes.count && (isASCII || isUTF8)
  }

  /// Texts begin and end with ASCII, so that all are UTF-8 when the whole is.
  private var isUTF8: Bool {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch { return false }
  }

  private mutating func value() -> Bool {
    skipSpace()
    guard index < bytes.count else { return false }
    switch bytes[index] {
    case UInt8(ascii: "{"): return object()
    case UInt8(ascii: "["): return list()
    case UInt8(ascii: "\""): return text() != nil
    case UInt8(ascii: "t"): return word("true")
    case UInt8(ascii: "f"): return word("false")
    case UInt8(ascii: "n"): return word("null")
    default: return integer()
    }
  }

  private mutating func object() -> Bool {
    guard enter() else { return false }
    if take(UInt8(ascii: "}")) { return true }
    depth += 1
    var names: [Range<Int>] = []
    repeat {
      skipSpace()
      guard let name = text(), names.count < Self.mostMembers,
        !names.contains(where: { isSame($0, name) })
      else { return false }
      names.append(name)
      skipSpace()
      guard take(UInt8(ascii: ":")), value() else { return false }
      skipSpace()
    } while take(UInt8(ascii: ","))
    depth -= 1
    return take(UInt8(ascii: "}"))
  }

  private mutating func list() -> Bool {
    guard enter() else { return false }
    if take(UInt8(ascii: "]")) { return true }
    depth += 1
    repeat {
      guard value() else { return false }
      skipSpace()
    } while take(UInt8(ascii: ","))
    depth -= 1
    return take(UInt8(ascii: "]"))
  }

  private mutating func enter() -> Bool {
    index += 1
    skipSpace()
    return depth < JSONParser.maximumDepth
  }

  /// Where a text stands between its quotes; nil for one with an escape, and for what is none.
  private mutating func text() -> Range<Int>? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        return start..<(index - 1)
      }
      guard byte >= 0x20, byte != UInt8(ascii: "\\") else { return nil }
      if byte >= 0x80 { isASCII = false }
      index += 1
    }
    return nil
  }

  private func isSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).allSatisfy { bytes[$0] == bytes[$1] }
  }

  private mutating func integer() -> Bool {
    _ = take(UInt8(ascii: "-"))
    let first = index
    while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
      index += 1
    }
    let count = index - first
    guard (1...Self.plainDigits).contains(count) else { return false }
    // What would go on with the number, such as a point, fits nowhere behind a value either.
    return count == 1 || bytes[first] != UInt8(ascii: "0")
  }

  private mutating func word(_ word: String) -> Bool { word.utf8.allSatisfy { take($0) } }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index].isSpace { index += 1 }
  }
}
