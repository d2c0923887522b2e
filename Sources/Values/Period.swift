/// A calendar period of ISO 8601, in whole years, months and days: `P2Y`, `P6M`, `P14D`, `P2W`.
package struct Period: Hashable, Sendable {
  package let years: Int
  package let months: Int
  package let days: Int

  package init(years: Int = 0, months: Int = 0, days: Int = 0) {
    self.years = years
    self.months = months
    self.days = days
  }

  package static func days(_ count: Int) -> Period { Period(days: count) }

  /// Reads `P1Y6M`, `P14D`, `P2W`; each part at most 9,999, each letter once, in that order.
  package init?(_ text: some StringProtocol) {
    var rest = Substring(text)
    guard rest.first == "P" else { return nil }
    rest.removeFirst()
    var parts: [Character: Int] = [:]
    for letter in "YMWD" {
      let number = rest.prefix { $0.isASCII && $0.isNumber }
      guard !number.isEmpty, rest.dropFirst(number.count).first == letter else { continue }
      guard number.utf8.count <= 4, let value = Int(number) else { return nil }
      parts[letter] = value
      rest = rest.dropFirst(number.count + 1)
    }
    guard rest.isEmpty, !parts.isEmpty else { return nil }
    self.init(
      years: parts["Y"] ?? 0, months: parts["M"] ?? 0,
      days: (parts["D"] ?? 0) + 7 * (parts["W"] ?? 0))
  }

  package var isZero: Bool { years == 0 && months == 0 && days == 0 }
}

extension Period: CustomStringConvertible {
  package var description: String {
    guard !isZero else { return "P0D" }
    let parts = [(years, "Y"), (months, "M"), (days, "D")].filter { $0.0 != 0 }
    return "P" + parts.map { "\($0.0)\($0.1)" }.joined()
  }
}

extension Day {
  /// The day a period later: years and months first, held to the month's last day, then days.
  ///
  /// The sum is exact beyond the calendar's end too, so that a later day never counts as earlier.
  package static func + (day: Day, period: Period) -> Day { day.moved(by: period, sign: 1) }

  /// The day a period earlier, by the same order.
  package static func - (day: Day, period: Period) -> Day { day.moved(by: period, sign: -1) }

  private func moved(by period: Period, sign: Int) -> Day {
    let months = year * 12 + month - 1 + sign * (period.years * 12 + period.months)
    let (target, inYear) = (months >= 0 ? months / 12 : (months - 11) / 12, (months % 12 + 12) % 12)
    let lastDay = Day.days(inMonth: inYear + 1, of: target)
    let moved = Day.number(year: target, month: inYear + 1, day: min(day, lastDay))
    return Day(number: moved + sign * period.days)
  }

  /// Whole days from this day until the other; negative when the other is earlier.
  package func days(until other: Day) -> Int { other.number - number }
}
