package import Plugins
package import Values

/// The days on which the network works: the one place where procedures ask for them.
package enum WorkingDays {
  /// The day that is so many working days after another one; Saturdays and Sundays are not counted.
  package static func day(_ count: Int, after start: Day) -> Day {
    var (day, left) = (start, count)
    while left > 0 {
      day = Day(number: day.number + 1)
      if day.weekday < 6 { left -= 1 }
    }
    return day
  }
}

extension ProcedurePeriod {
  /// How many days or working days, as its unit says.
  package func count(isUrgent: Bool) -> Int { isUrgent ? urgent ?? count : count }

  /// The first moment that is too late, for a time that begins at a moment.
  ///
  /// The day of the beginning is not counted. The last day ends at the time that the rule gives, else at
  /// the time of day of the beginning, by the clocks of the zone on that last day.
  package func expiry(from start: Instant, isUrgent: Bool, in zone: Zone) -> Instant {
    let first = zone.day(of: start)
    let count = count(isUrgent: isUrgent)
    let last =
      switch unit {
      case .days: first + .days(count)
      case .workingDays: WorkingDays.day(count, after: first)
      }
    return at.map { zone.moment(on: last, at: $0) }
      ?? zone.moment(on: last, microseconds: zone.microseconds(intoDayOf: start))
  }
}
