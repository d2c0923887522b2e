/// A moment in UTC, in whole microseconds.
package struct Instant: Hashable, Comparable, Sendable {
  /// Microseconds since 1970-01-01T00:00:00Z.
  package let microseconds: Int64

  package init(microseconds: Int64) { self.microseconds = microseconds }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.microseconds < right.microseconds
  }

  private static let microsecondsPerDay: Int64 = 86_400_000_000

  /// The first moment of a day in UTC; for a day outside the calendar, of the nearest in it.
  package init(startOf day: Day) {
    microseconds = Int64(day.held.number) * Self.microsecondsPerDay
  }

  /// The day in UTC.
  package var day: Day {
    let (quotient, remainder) = microseconds.quotientAndRemainder(
      dividingBy: Self.microsecondsPerDay)
    return Day(number: Int(remainder < 0 ? quotient - 1 : quotient))
  }

  /// Since midnight.
  private var inDay: Int {
    let remainder = microseconds % Self.microsecondsPerDay
    return Int(remainder < 0 ? remainder + Self.microsecondsPerDay : remainder)
  }

  /// Reads `2026-11-23T09:32:00Z`, with up to six digits after a point, or a day alone.
  package init?(_ text: some StringProtocol) {
    if let day = Day(text) {
      self.init(startOf: day)
      return
    }
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes.last == UInt8(ascii: "Z"),
      let day = Day(text.prefix(10)), let clock = Self.clock(bytes[11..<19]),
      let fraction = Self.fraction(bytes[19..<bytes.count - 1])
    else { return nil }
    let inDay = Int64(clock) * 1_000_000 + Int64(fraction)
    self.init(microseconds: Instant(startOf: day).microseconds + inDay)
  }

  private static func clock(_ bytes: ArraySlice<UInt8>) -> Int? {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ $0.count == 2 }), let hour = digits(parts[0]),
      let minute = digits(parts[1]), let second = digits(parts[2]),
      hour < 24, minute < 60, second < 60
    else { return nil }
    return hour * 3_600 + minute * 60 + second
  }

  private static func fraction(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let point = bytes.first else { return 0 }
    guard point == UInt8(ascii: "."), (2...7).contains(bytes.count),
      let value = digits(bytes.dropFirst())
    else { return nil }
    return (bytes.count..<7).reduce(value) { value, _ in value * 10 }
  }
}

extension Instant: CustomStringConvertible {
  /// ISO 8601 in UTC with six digits after the point, which `init(_:)` reads.
  ///
  /// A moment outside the calendar keeps its time and gets the calendar's nearest day.
  package var description: String {
    let (seconds, micro) = inDay.quotientAndRemainder(dividingBy: 1_000_000)
    let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }
    return "\(day)T\(clock.joined(separator: ":")).\(padded(micro, 6))Z"
  }
}
