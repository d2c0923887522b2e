extension Zone {
  private static let microsecondsPerDay: Int64 = 86_400_000_000

  /// The moment at which the clocks of the zone show a time of a day.
  ///
  /// A time that the clocks skip becomes as much later as they skip; of one that they show twice the
  /// first counts, as in the expressions of the rules.
  ///
  /// - Parameters:
  ///   - day: Of the calendar; of a day outside it, the calendar's nearest day counts.
  ///   - microseconds: Since the day's beginning by the clocks, 0 to 86,399,999,999.
  /// - Returns: The moment.
  package func moment(on day: Day, microseconds: Int64) -> Instant {
    let shown = Instant(startOf: day).microseconds + microseconds
    return Instant(microseconds: shown - Int64(offset(ofShown: shown)) * 1_000_000)
  }

  /// The moment at which the clocks show a time of a day, to the minute.
  package func moment(on day: Day, at time: TimeOfDay) -> Instant {
    moment(on: day, microseconds: Int64(time.minutes) * 60_000_000)
  }

  /// How long the clocks have shown the day of a moment, in microseconds.
  package func microseconds(intoDayOf instant: Instant) -> Int64 {
    let shown = instant.microseconds + Int64(offset(at: instant)) * 1_000_000
    let rest = shown % Self.microsecondsPerDay
    return rest < 0 ? rest + Self.microsecondsPerDay : rest
  }

  /// What the clocks show at a moment, without the seconds: `2026-12-04 17:00`.
  package func text(of instant: Instant) -> String {
    let minutes = Int(microseconds(intoDayOf: instant) / 60_000_000)
    return "\(day(of: instant)) \(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
  }

  /// What the clocks show at a moment, with how far they are from UTC: `2026-12-04T17:00+01:00`.
  package func stamp(of instant: Instant) -> String {
    let east = offset(at: instant) / 60
    let sign = east < 0 ? "-" : "+"
    let distance = padded(abs(east) / 60, 2) + ":" + padded(abs(east) % 60, 2)
    return text(of: instant).split(separator: " ").joined(separator: "T") + sign + distance
  }

  /// Seconds east of UTC when the clocks show a time, told in microseconds as if it were UTC.
  private func offset(ofShown shown: Int64) -> Int {
    func offset(_ microseconds: Int64) -> Int {
      self.offset(at: Instant(microseconds: microseconds))
    }
    let before = offset(shown - Self.microsecondsPerDay)
    let after = offset(shown + Self.microsecondsPerDay)
    if offset(shown - Int64(before) * 1_000_000) == before { return before }
    return offset(shown - Int64(after) * 1_000_000) == after ? after : before
  }
}
