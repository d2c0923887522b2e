package import Values

extension CEL {
  /// A moment, to the nanosecond, of the years 1 to 9999 in UTC.
  package struct Timestamp: Hashable, Comparable, Sendable {
    /// Since 1970-01-01T00:00:00Z, rounded towards the past.
    package let seconds: Int64
    /// 0 to 999,999,999, counted forward from `seconds`.
    package let nanoseconds: Int32

    static let epoch = Timestamp(held: 0, 0)
    private static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    private init(held seconds: Int64, _ nanoseconds: Int32) {
      (self.seconds, self.nanoseconds) = (seconds, nanoseconds)
    }

    /// Nil outside the years 1 to 9999.
    package init?(seconds: Int64, nanoseconds: Int32 = 0) {
      guard Self.range.contains(seconds), (0..<1_000_000_000).contains(nanoseconds) else {
        return nil
      }
      self.init(held: seconds, nanoseconds)
    }

    /// Nil outside the years 1 to 9999.
    package init?(_ instant: Instant) {
      let (seconds, rest) = Self.split(Int128(instant.microseconds), by: 1_000_000)
      self.init(seconds: seconds, nanoseconds: rest * 1_000)
    }

    private static func split(_ number: Int128, by divisor: Int128) -> (Int64, Int32) {
      let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
      return rest < 0
        ? (Int64(clamping: quotient - 1), Int32(clamping: rest + divisor))
        : (Int64(clamping: quotient), Int32(clamping: rest))
    }

    private var total: Int128 { Int128(seconds) * 1_000_000_000 + Int128(nanoseconds) }

    /// The same moment to the microsecond, rounded towards the past.
    package var instant: Instant {
      Instant(microseconds: seconds * 1_000_000 + Int64(nanoseconds / 1_000))
    }

    /// The moment a length of time later; nil when it leaves the years 1 to 9999.
    func adding(_ nanoseconds: Int128) -> Timestamp? {
      let (seconds, rest) = Self.split(total + nanoseconds, by: 1_000_000_000)
      return Timestamp(seconds: seconds, nanoseconds: rest)
    }

    /// The time from another moment to this one; nil when it is longer than a duration can be.
    func since(_ other: Timestamp) -> Duration? {
      Int64(exactly: total - other.total).map { Duration(nanoseconds: $0) }
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
      (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
  }
}

extension CEL.Timestamp {
  /// Reads RFC 3339: `2026-11-23T09:32:00Z`, with up to nine digits after a point, or an offset such as `+01:00`.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"),
      let day = Day(String(decoding: bytes[..<10], as: UTF8.self)),
      let clock = Self.clock(bytes[11..<19])
    else { return nil }
    var rest = bytes[19...]
    guard let nanoseconds = Self.takeFraction(&rest), let offset = Self.offset(rest) else {
      return nil
    }
    self.init(
      seconds: Int64(day.number) * 86_400 + clock - Int64(offset), nanoseconds: nanoseconds)
  }

  private static func clock(_ bytes: ArraySlice<UInt8>) -> Int64? {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { pair($0) }
    guard numbers.count == 3, numbers[0] < 24, numbers[1] < 60, numbers[2] < 60 else { return nil }
    return Int64(numbers[0] * 3_600 + numbers[1] * 60 + numbers[2])
  }

  private static func pair(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.count == 2, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  private static func takeFraction(_ rest: inout ArraySlice<UInt8>) -> Int32? {
    guard rest.first == UInt8(ascii: ".") else { return 0 }
    let digits = rest.dropFirst().prefix { (48...57).contains($0) }
    guard (1...9).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count + 1)
    let number = digits.reduce(Int32(0)) { $0 * 10 + Int32($1) - 48 }
    return (digits.count..<9).reduce(number) { number, _ in number * 10 }
  }

  /// Seconds east of UTC of `Z`, `+01:00`, and `01:00` too, which some write for zones; nil for another form.
  static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    if bytes.elementsEqual("Z".utf8) { return 0 }
    let sign = bytes.first == UInt8(ascii: "-") ? -1 : 1
    let isSigned = sign < 0 || bytes.first == UInt8(ascii: "+")
    let parts = (isSigned ? bytes.dropFirst() : bytes).split(
      separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, let hours = pair(parts[0]), let minutes = pair(parts[1]), hours < 24,
      minutes < 60
    else { return nil }
    return sign * (hours * 3_600 + minutes * 60)
  }
}

extension CEL.Timestamp: CustomStringConvertible {
  /// RFC 3339 in UTC, with the digits after the point that are needed.
  package var description: String {
    let local = LocalTime(self, offset: 0)
    let clock = [local.hour, local.minute, local.second].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(local.day)T\(clock.joined(separator: ":"))\(nanosecondDigits(Int(nanoseconds)))Z"
  }
}

/// What the clocks and calendars of a place show.
struct LocalTime {
  let day: Day
  /// Since midnight.
  let seconds: Int

  var hour: Int { seconds / 3_600 }
  var minute: Int { seconds / 60 % 60 }
  var second: Int { seconds % 60 }

  /// With an offset in seconds east of UTC.
  init(_ moment: CEL.Timestamp, offset: Int) {
    let local = moment.seconds + Int64(offset)
    let (days, rest) = local.quotientAndRemainder(dividingBy: 86_400)
    day = Day(number: Int(rest < 0 ? days - 1 : days))
    seconds = Int(rest < 0 ? rest + 86_400 : rest)
  }

  /// In a zone.
  init(_ moment: CEL.Timestamp, in zone: Zone) {
    self.init(moment, offset: zone.offset(at: moment.instant))
  }
}
