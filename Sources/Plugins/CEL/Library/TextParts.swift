internal import Values

extension CEL.Library {
  /// Texts that are taken apart and put together.
  static let textParts: [Function] = [
    .many("split", isMember: true, 2...3) { values, _ in
      guard case (.string(let text), .string(let separator)) = (values[0], values[1]) else {
        return nil
      }
      guard values.count == 3 else { return split(text, separator, atMost: Int.max) }
      guard case .int(let limit) = values[2] else { return nil }
      return split(text, separator, atMost: limit < 0 ? Int.max : Int(limit))
    },
    .many("join", isMember: true, 1...2) { values, call throws(CEL.EvaluationError) in
      guard case .list(let list) = values[0] else { return nil }
      guard values.count == 2 else { return try join(list, "", call) }
      guard case .string(let separator) = values[1] else { return nil }
      return try join(list, separator, call)
    },
    .many("replace", isMember: true, 3...4) { values, call throws(CEL.EvaluationError) in
      guard
        case (.string(let text), .string(let old), .string(let new)) =
          (values[0], values[1], values[2])
      else { return nil }
      guard values.count == 4 else { return try replace(text, old, new, Int.max, call) }
      guard case .int(let limit) = values[3] else { return nil }
      return try replace(text, old, new, limit < 0 ? Int.max : Int(limit), call)
    },
  ]

  /// An empty separator gives the code points.
  private static func split(
    _ text: String, _ separator: String, atMost limit: Int
  ) -> CEL.Value {
    guard limit > 0 else { return .list([]) }
    guard limit > 1 else { return .list([.string(text)]) }
    guard !separator.isEmpty else {
      let scalars = Array(text.unicodeScalars)
      let singles = min(scalars.count, limit - 1)
      let parts = scalars[..<singles].map { CEL.Value.string(String($0)) }
      let rest = scalars[singles...]
      return .list(rest.isEmpty ? parts : parts + [.string(String(rest))])
    }
    let (bytes, wanted) = (Array(text.utf8), Array(separator.utf8))
    var parts: [CEL.Value] = []
    var start = 0
    for place in bytes.places(of: wanted, atMost: limit - 1) {
      parts.append(.string(String(decoding: bytes[start..<place], as: UTF8.self)))
      start = place + wanted.count
    }
    return .list(parts + [.string(String(decoding: bytes[start...], as: UTF8.self))])
  }

  private static func join(
    _ list: [CEL.Value], _ separator: String, _ call: CEL.Call
  ) throws(CEL.EvaluationError) -> CEL.Value? {
    var length = 0
    var texts: [String] = []
    for value in list {
      guard case .string(let text) = value else { return nil }
      length += text.utf8.count + separator.utf8.count
      try call.hold(length)
      texts.append(text)
    }
    return .string(texts.joined(separator: separator))
  }

  /// An empty text stands before each code point and at the end.
  private static func replace(
    _ text: String, _ old: String, _ new: String, _ limit: Int, _ call: CEL.Call
  ) throws(CEL.EvaluationError) -> CEL.Value {
    let (bytes, wanted, other) = (Array(text.utf8), Array(old.utf8), Array(new.utf8))
    let places =
      wanted.isEmpty
      ? Array(bytes.codePointPlaces.prefix(limit)) : bytes.places(of: wanted, atMost: limit)
    let (added, hasOverflown) = places.count.multipliedReportingOverflow(by: other.count)
    try call.hold(hasOverflown ? Int.max : added)
    var made: [UInt8] = []
    made.reserveCapacity(bytes.count + added)
    var start = 0
    for place in places {
      made += bytes[start..<place]
      made += other
      start = place + wanted.count
    }
    made += bytes[start...]
    return .string(String(decoding: made, as: UTF8.self))
  }
}

extension [UInt8] {
  /// Where a text begins, again and again without overlap.
  fileprivate func places(of wanted: [UInt8], atMost limit: Int) -> [Int] {
    var (found, start) = ([Int](), 0)
    while found.count < limit, let place = place(of: wanted, from: start) {
      found.append(place)
      start = place + wanted.count
    }
    return found
  }

  /// Where each code point of UTF-8 begins, and the end.
  fileprivate var codePointPlaces: [Int] {
    indices.filter { self[$0] & 0xC0 != 0x80 } + [count]
  }
}
