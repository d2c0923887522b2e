/// The days on which a network works: weekdays without the free ones of the week, and without holidays.
///
/// ```swift
/// WorkCalendar.weekdays.adding(workingDays: 10, to: opening)  // two weeks later
/// ```
package struct WorkCalendar: Hashable, Sendable {
  /// Monday to Friday, without holidays.
  package static let weekdays = WorkCalendar()

  /// A holiday that comes again each year.
  package enum Yearly: Hashable, Sendable {
    /// The same day each year; 29 February only in leap years.
    case date(month: Int, day: Int)
    /// So many days after Easter Sunday of the western churches, or before it for less than 0.
    case easter(offset: Int)
  }

  /// No rule reaches farther, and no walk over days takes longer.
  private static let mostWorkingDays = 10_000
  /// Days of the calendar over which so many working days may lie.
  private static let farthest = 200_000

  /// Weekdays without work; Monday is 1, Sunday is 7.
  package let weekend: Set<Int>
  /// Further days without work, each in one year only.
  package let days: Set<Day>
  package let yearly: Set<Yearly>

  /// Nil when no weekday would remain, or a number is no weekday.
  package init?(weekend: Set<Int>, days: Set<Day> = [], yearly: Set<Yearly> = []) {
    guard weekend.isSubset(of: 1...7), weekend.count < 7 else { return nil }
    (self.weekend, self.days, self.yearly) = (weekend, days, yearly)
  }

  private init() { (weekend, days, yearly) = ([6, 7], [], []) }

  package func isWorkingDay(_ day: Day) -> Bool {
    !weekend.contains(day.weekday) && !days.contains(day)
      && (yearly.isEmpty || !yearly.contains { $0.day(in: day.year) == day })
  }

  /// The working day that is so many working days later, or earlier for less than 0; for 0 the day itself.
  ///
  /// The first day is not counted. Nil for more than 10,000, and where holidays leave none for as long.
  package func adding(workingDays count: Int, to start: Day) -> Day? {
    guard count.magnitude <= Self.mostWorkingDays.magnitude else { return nil }
    var (day, left, walked) = (start, count.magnitude, 0)
    while left > 0 {
      walked += 1
      guard walked <= Self.farthest else { return nil }
      day = Day(number: day.number + (count < 0 ? -1 : 1))
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// How many working days lie after a day and not after another one; less than 0 when the other is earlier.
  ///
  /// Nil for days that are more than 200,000 days apart.
  package func workingDays(after first: Day, through last: Day) -> Int? {
    guard first <= last else { return workingDays(after: last, through: first).map { -$0 } }
    let distance = last.number - first.number
    guard distance <= Self.farthest else { return nil }
    let (weeks, rest) = distance.quotientAndRemainder(dividingBy: 7)
    let tail = (0..<rest).count { !weekend.contains(Day(number: last.number - $0).weekday) }
    let free = holidays(after: first, through: last).count { !weekend.contains($0.weekday) }
    return weeks * (7 - weekend.count) + tail - free
  }

  private func holidays(after first: Day, through last: Day) -> Set<Day> {
    var found = days
    if !yearly.isEmpty {
      for year in first.year...last.year { found.formUnion(yearly.compactMap { $0.day(in: year) }) }
    }
    return found.filter { first < $0 && $0 <= last }
  }
}

extension WorkCalendar.Yearly {
  /// The day of a year; nil in a year that does not have it.
  package func day(in year: Int) -> Day? {
    switch self {
    case .date(let month, let day): Day(year: year, month: month, day: day)
    case .easter(let offset):
      Day(easterOf: year).map { Day(number: $0.number + offset) }
    }
  }
}

extension Day {
  /// Easter Sunday of the western churches.
  ///
  /// Source: "Anonymous Gregorian algorithm", Nature 13 (1876), 487, in the form of Meeus, Jones and Butcher.
  package init?(easterOf year: Int) {
    let (century, inCentury) = year.quotientAndRemainder(dividingBy: 100)
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * (year % 19) + century - century / 4 - correction + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7
    let late = (year % 19 + 11 * epact + 22 * weekday) / 451
    let number = epact + weekday - 7 * late + 114
    self.init(year: year, month: number / 31, day: number % 31 + 1)
  }
}
