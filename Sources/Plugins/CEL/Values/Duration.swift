extension CEL {
  /// An exact length of time, in nanoseconds: about 292 years in either direction.
  ///
  /// Days and months are no durations, since their length depends on the calendar: `addPeriod` is for them.
  package struct Duration: Hashable, Comparable, Sendable {
    package let nanoseconds: Int64

    package init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    static let second: Int64 = 1_000_000_000

    /// Reads `1h30m`, `-1.5s`, `250ms`; nil for another form and for what does not fit.
    ///
    /// Units are `h`, `m`, `s`, `ms`, `us`, `ns`, each with a fraction if need be; a bare `0` has none.
    package init?(_ text: String) {
      var rest = Array(text.utf8)[...]
      let isNegative = rest.first == UInt8(ascii: "-")
      if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      if rest.elementsEqual("0".utf8) { rest = Array("0s".utf8)[...] }
      var total: Int128 = 0
      guard !rest.isEmpty else { return nil }
      while !rest.isEmpty {
        guard let part = Self.takePart(&rest), total <= Int128(Int64.max) else { return nil }
        total += part
      }
      guard let exact = Int64(exactly: isNegative ? -total : total) else { return nil }
      nanoseconds = exact
    }

    /// One number with its unit, in nanoseconds; what is finer is cut off.
    private static func takePart(_ rest: inout ArraySlice<UInt8>) -> Int128? {
      let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
      let whole = rest.prefix { digits.contains($0) }
      rest = rest.dropFirst(whole.count)
      var fraction: ArraySlice<UInt8> = []
      if rest.first == UInt8(ascii: ".") {
        fraction = rest.dropFirst().prefix { digits.contains($0) }
        rest = rest.dropFirst(fraction.count + 1)
      }
      let unit = rest.prefix { !digits.contains($0) && $0 != UInt8(ascii: ".") }
      rest = rest.dropFirst(unit.count)
      guard let size = units[String(decoding: unit, as: UTF8.self)], whole.count <= 19,
        fraction.count <= 19, !(whole.isEmpty && fraction.isEmpty)
      else { return nil }
      let scale = fraction.reduce(Int128(1)) { scale, _ in scale * 10 }
      return number(whole) * size + number(fraction) * size / scale
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int128 {
      digits.reduce(0) { $0 * 10 + Int128($1 - UInt8(ascii: "0")) }
    }

    private static let units: [String: Int128] = [
      "h": 3_600_000_000_000, "m": 60_000_000_000, "s": 1_000_000_000, "ms": 1_000_000,
      "us": 1_000, "\u{B5}s": 1_000, "\u{3BC}s": 1_000, "ns": 1,
    ]

    package static func < (left: Duration, right: Duration) -> Bool {
      left.nanoseconds < right.nanoseconds
    }
  }
}

extension CEL.Duration: CustomStringConvertible {
  /// In seconds, `5400s` or `-1.5s`, which `init(_:)` reads.
  package var description: String {
    let (seconds, rest) = nanoseconds.magnitude.quotientAndRemainder(
      dividingBy: UInt64(Self.second))
    let sign = nanoseconds < 0 ? "-" : ""
    return "\(sign)\(seconds)\(nanosecondDigits(Int(rest)))s"
  }
}

/// A point and the digits of a part of a second, without zeros at the end; nothing for 0.
func nanosecondDigits(_ nanoseconds: Int) -> String {
  guard nanoseconds > 0 else { return "" }
  let text = String(nanoseconds)
  var digits = Array((String(repeating: "0", count: 9 - text.utf8.count) + text).utf8)
  while digits.last == UInt8(ascii: "0") { digits.removeLast() }
  return "." + String(decoding: digits, as: UTF8.self)
}
