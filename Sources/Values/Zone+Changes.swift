extension Zone {
  /// A moment at which the clocks change.
  package struct ClockChange: Hashable, Sendable {
    package let moment: Instant
    /// Seconds east of UTC until then, and from then on.
    package let before: Int
    package let after: Int
  }

  /// Each change of the clocks from one day up to another one, both begun in UTC.
  ///
  /// Of two changes within one day the whole difference is told once; no zone has had such a day since 1970.
  package func changes(from first: Day, until end: Day) -> [ClockChange] {
    var changes: [ClockChange] = []
    var (begin, before) = (first, offset(at: Instant(startOf: first)))
    while begin < end {
      let next = Day(number: begin.number + 1)
      let after = offset(at: Instant(startOf: next))
      if after != before {
        let moment = change(
          from: before, after: Instant(startOf: begin), upTo: Instant(startOf: next))
        changes.append(ClockChange(moment: moment, before: before, after: after))
      }
      (begin, before) = (next, after)
    }
    return changes
  }

  /// The first second at which the clocks are no more so far from UTC.
  private func change(from offset: Int, after start: Instant, upTo end: Instant) -> Instant {
    var (low, high) = (start.microseconds / 1_000_000, end.microseconds / 1_000_000)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if self.offset(at: Instant(microseconds: middle * 1_000_000)) == offset {
        low = middle
      } else {
        high = middle
      }
    }
    return Instant(microseconds: high * 1_000_000)
  }
}
