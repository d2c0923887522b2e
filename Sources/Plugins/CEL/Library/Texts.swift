extension CEL.Library {
  /// Texts as wholes.
  static let texts: [Function] = [
    .two("contains", isMember: true) { text, part, _ in
      guard case (.string(let text), .string(let part)) = (text, part) else { return nil }
      return .bool(text.place(of: part) != nil)
    },
    .two("startsWith", isMember: true) { text, part, _ in
      guard case (.string(let text), .string(let part)) = (text, part) else { return nil }
      return .bool(text.utf8.starts(with: part.utf8))
    },
    .two("endsWith", isMember: true) { text, part, _ in
      guard case (.string(let text), .string(let part)) = (text, part) else { return nil }
      return .bool(text.utf8.reversed().starts(with: part.utf8.reversed()))
    },
    .one("lowerAscii", isMember: true) { text, _ in
      guard case .string(let text) = text else { return nil }
      return .string(text.mapASCII { (65...90).contains($0) ? $0 + 32 : $0 })
    },
    .one("upperAscii", isMember: true) { text, _ in
      guard case .string(let text) = text else { return nil }
      return .string(text.mapASCII { (97...122).contains($0) ? $0 - 32 : $0 })
    },
    .one("reverse", isMember: true) { text, _ in
      guard case .string(let text) = text else { return nil }
      return .string(String(String.UnicodeScalarView(text.unicodeScalars.reversed())))
    },
    .one("trim", isMember: true) { text, _ in
      guard case .string(let text) = text else { return nil }
      let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
      let kept = text.unicodeScalars.drop(while: isSpace).reversed().drop(while: isSpace)
      return .string(String(String.UnicodeScalarView(kept.reversed())))
    },
    .one("strings.quote") { text, call throws(CEL.EvaluationError) in
      guard case .string(let text) = text else { return nil }
      try call.hold(text.utf8.count * 2)
      return .string("\"" + text.unicodeScalars.map { escaped($0) }.joined() + "\"")
    },
  ]

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\u{07}": "\\a"
    case "\u{08}": "\\b"
    case "\u{0C}": "\\f"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case "\u{0B}": "\\v"
    case "\\": "\\\\"
    case "\"": "\\\""
    default: String(scalar)
    }
  }
}

extension String {
  fileprivate func mapASCII(_ change: (UInt8) -> UInt8) -> String {
    String(decoding: utf8.map(change), as: UTF8.self)
  }

  /// Where another text begins first in the bytes of this one; nil when it is not in it.
  func place(of part: String, after start: Int = 0) -> Int? {
    let (bytes, wanted) = (Array(utf8), Array(part.utf8))
    return bytes.place(of: wanted, from: start)
  }
}

extension Array where Element: Equatable {
  /// Where another array begins, at or after a place; nil when it does not.
  ///
  /// Steps grow with the sum of the lengths, not with their product.
  func place(of wanted: [Element], from start: Int) -> Int? {
    guard !wanted.isEmpty else { return start <= count ? start : nil }
    let borders = wanted.borders
    var matched = 0
    for index in stride(from: start, to: count, by: 1) {
      while matched > 0, self[index] != wanted[matched] { matched = borders[matched - 1] }
      if self[index] == wanted[matched] { matched += 1 }
      if matched == wanted.count { return index + 1 - matched }
    }
    return nil
  }

  /// Of each prefix, how long the longest prefix is that it ends with.
  ///
  /// Source: Knuth, Morris, Pratt, "Fast pattern matching in strings", 1977.
  private var borders: [Int] {
    var found = [Int](repeating: 0, count: count)
    var length = 0
    for index in indices.dropFirst() {
      while length > 0, self[index] != self[length] { length = found[length - 1] }
      if self[index] == self[length] { length += 1 }
      found[index] = length
    }
    return found
  }
}
