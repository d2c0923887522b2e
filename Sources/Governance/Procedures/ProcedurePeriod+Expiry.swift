package import Plugins
package import Values

extension ProcedurePeriod {
  /// How many days or working days, as its unit says.
  package func count(isUrgent: Bool) -> Int { isUrgent ? urgent ?? count : count }

  /// The first moment that is too late, for a time that begins at a moment.
  ///
  /// The day of the beginning is not counted. The last day ends at the time that the rule gives, else at
  /// the time of day of the beginning, by the clocks of the zone on that last day. Working days are those of
  /// the network's calendar; where its holidays leave none for so long, days are counted.
  package func expiry(
    from start: Instant, isUrgent: Bool, in zone: Zone, by calendar: WorkCalendar
  ) -> Instant {
    let first = zone.day(of: start)
    let count = count(isUrgent: isUrgent)
    let last =
      switch unit {
      case .days: first + .days(count)
      case .workingDays:
        calendar.adding(workingDays: count, to: first) ?? (first + .days(count))
      }
    return at.map { zone.moment(on: last, at: $0) }
      ?? zone.moment(on: last, microseconds: zone.microseconds(intoDayOf: start))
  }
}
