internal import Values

/// What a calendar file says of a time zone, so that no reader needs zone data of its own.
///
/// Each change of the clocks from the year before the first meeting to the year after the last one stands by itself,
/// since rules for ever are what states change.
///
/// Source: RFC 5545, section 3.6.5.
struct CalendarZone {
  let name: String
  let zone: Zone

  /// - Parameters:
  ///   - first: The first day on which the zone is used.
  ///   - last: The last one.
  /// - Returns: The lines of the component, not yet folded.
  func lines(from first: Day, until last: Day) -> [String] {
    let begin = Day(year: first.year - 1, month: 1, day: 1) ?? first
    let end = Day(year: last.year + 2, month: 1, day: 1) ?? last
    let start = zone.offset(at: Instant(startOf: begin))
    let first = observance(Instant(startOf: begin), from: start, to: start)
    let others = zone.changes(from: begin, until: end).flatMap { change in
      observance(change.moment, from: change.before, to: change.after)
    }
    return ["BEGIN:VTIMEZONE", "TZID:\(name)"] + first + others + ["END:VTIMEZONE"]
  }

  /// From one change on; it is told by the clocks that held until then.
  private func observance(_ moment: Instant, from before: Int, to after: Int) -> [String] {
    let kind = after > before ? "DAYLIGHT" : "STANDARD"
    return [
      "BEGIN:\(kind)", "DTSTART:\(CalendarStamp.local(moment, offset: before))",
      "TZOFFSETFROM:\(Self.offset(before))", "TZOFFSETTO:\(Self.offset(after))", "END:\(kind)",
    ]
  }

  /// `+0100`; seconds only where there are any.
  private static func offset(_ seconds: Int) -> String {
    let distance = abs(seconds)
    let parts =
      [distance / 3_600, distance / 60 % 60] + (distance % 60 == 0 ? [] : [distance % 60])
    return (seconds < 0 ? "-" : "+") + parts.map(CalendarStamp.two).joined()
  }
}

/// Days and moments as a calendar file writes them.
///
/// Source: RFC 5545, sections 3.3.4 and 3.3.5.
enum CalendarStamp {
  /// `20261214`.
  static func day(_ day: Day) -> String { day.description.split(separator: "-").joined() }

  /// What clocks so many seconds east of UTC show: `20261214T090000`.
  static func local(_ moment: Instant, offset: Int) -> String {
    let shown = Instant(microseconds: moment.microseconds + Int64(offset) * 1_000_000)
    let seconds = Int((shown.microseconds - Instant(startOf: shown.day).microseconds) / 1_000_000)
    let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map(two).joined()
    return "\(day(shown.day))T\(clock)"
  }

  /// `20261214T080000Z`.
  static func utc(_ moment: Instant) -> String { local(moment, offset: 0) + "Z" }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
