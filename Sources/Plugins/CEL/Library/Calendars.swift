internal import Values

extension CEL.Library {
  /// Days and periods in the zone and calendar of the network; months and days count from 1.
  static let calendars: [Function] = [
    calendarPart("year") { Int64($0.year) },
    calendarPart("month") { Int64($0.month) },
    calendarPart("day") { Int64($0.day) },
    .two("addPeriod", needsActivation: true) {
      value, period, call throws(CEL.EvaluationError) in
      guard case (.timestamp(let moment), .string(let text)) = (value, period) else { return nil }
      guard let period = Period(text) else {
        throw CEL.EvaluationError(.evaluationPeriod, ["found": .text("string")])
      }
      let calendar = try calendar(call)
      let local = LocalTime(moment, in: calendar.zone)
      return try moment.moved(to: local.day + period, local, calendar)
    },
    .two("addWorkingDays", needsActivation: true) {
      value, count, call throws(CEL.EvaluationError) in
      guard case (.timestamp(let moment), .int(let count)) = (value, count) else { return nil }
      let calendar = try calendar(call)
      let local = LocalTime(moment, in: calendar.zone)
      guard let count = Int(exactly: count),
        let day = calendar.days.adding(workingDays: count, to: local.day)
      else { throw CEL.EvaluationError(.evaluationTimeOutside) }
      return try moment.moved(to: day, local, calendar)
    },
    .two("workingDaysBetween", needsActivation: true) {
      from, until, call throws(CEL.EvaluationError) in
      guard case (.timestamp(let from), .timestamp(let until)) = (from, until) else { return nil }
      let calendar = try calendar(call)
      let first = LocalTime(from, in: calendar.zone).day
      let last = LocalTime(until, in: calendar.zone).day
      guard let count = calendar.days.workingDays(after: first, through: last) else {
        throw CEL.EvaluationError(.evaluationTimeOutside)
      }
      return .int(Int64(count))
    },
  ]

  private static func calendarPart(
    _ name: String, _ part: @escaping @Sendable (Day) -> Int64
  ) -> Function {
    .one(name, needsActivation: true) { value, call throws(CEL.EvaluationError) in
      guard case .timestamp(let moment) = value else { return nil }
      return .int(part(LocalTime(moment, in: try calendar(call).zone).day))
    }
  }

  private static func calendar(_ call: CEL.Call) throws(CEL.EvaluationError) -> CEL.Calendar {
    guard let calendar = call.activation.calendar else {
      throw CEL.EvaluationError(.evaluationCalendarMissing)
    }
    return calendar
  }
}

extension CEL.Timestamp {
  /// The moment at which the same clock time is shown on another day.
  ///
  /// A time that the clocks skip becomes as much later as they skip; of one that they show twice the first counts.
  fileprivate func moved(
    to day: Day, _ local: LocalTime, _ calendar: CEL.Calendar
  ) throws(CEL.EvaluationError) -> CEL.Value {
    guard (-1_000_000...4_000_000).contains(day.number) else {
      throw CEL.EvaluationError(.evaluationTimeOutside)
    }
    let shown = Int64(day.number) * 86_400 + Int64(local.seconds)
    let seconds = shown - Int64(calendar.zone.offset(ofShown: shown))
    guard let moment = CEL.Timestamp(seconds: seconds, nanoseconds: nanoseconds) else {
      throw CEL.EvaluationError(.evaluationTimeOutside)
    }
    return .timestamp(moment)
  }
}

extension Zone {
  /// Seconds east of UTC at the moment when its clocks show a time, in seconds since 1970 as if it were UTC.
  fileprivate func offset(ofShown shown: Int64) -> Int {
    let before = offset(atSecond: shown - 86_400)
    let after = offset(atSecond: shown + 86_400)
    if offset(atSecond: shown - Int64(before)) == before { return before }
    return offset(atSecond: shown - Int64(after)) == after ? after : before
  }

  private func offset(atSecond second: Int64) -> Int {
    offset(at: Instant(microseconds: second * 1_000_000))
  }
}
