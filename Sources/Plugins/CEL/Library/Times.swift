internal import Values

extension CEL.Library {
  /// Parts of moments and of lengths of time; those of moments take a zone as second argument.
  static let times: [Function] = [
    part("getFullYear") { Int64($0.day.year) },
    part("getMonth") { Int64($0.day.month - 1) },
    part("getDate") { Int64($0.day.day) },
    part("getDayOfMonth") { Int64($0.day.day - 1) },
    part("getDayOfWeek") { Int64($0.day.weekday % 7) },
    part("getDayOfYear") { Int64($0.day.dayOfYear - 1) },
    part("getHours") { Int64($0.hour) },
    part("getMinutes") { Int64($0.minute) },
    part("getSeconds") { Int64($0.second) },
    .one("getHours", isMember: true) { value, _ in whole(value, 3_600) { Int64($0.hour) } },
    .one("getMinutes", isMember: true) { value, _ in whole(value, 60) { Int64($0.minute) } },
    .one("getSeconds", isMember: true) { value, _ in whole(value, 1) { Int64($0.second) } },
    .one("getFullYear", isMember: true) { value, _ in utc(value) { Int64($0.day.year) } },
    .one("getMonth", isMember: true) { value, _ in utc(value) { Int64($0.day.month - 1) } },
    .one("getDate", isMember: true) { value, _ in utc(value) { Int64($0.day.day) } },
    .one("getDayOfMonth", isMember: true) { value, _ in utc(value) { Int64($0.day.day - 1) } },
    .one("getDayOfWeek", isMember: true) { value, _ in
      utc(value) { Int64($0.day.weekday % 7) }
    },
    .one("getDayOfYear", isMember: true) { value, _ in
      utc(value) { Int64($0.day.dayOfYear - 1) }
    },
    .one("getMilliseconds", isMember: true) { value, _ in
      switch value {
      case .timestamp(let moment): .int(Int64(moment.nanoseconds / 1_000_000))
      case .duration(let length): .int(length.nanoseconds % CEL.Duration.second / 1_000_000)
      default: nil
      }
    },
    .two("getMilliseconds", isMember: true, needsActivation: true) {
      value, zone, call throws(CEL.EvaluationError) in
      guard case (.timestamp(let moment), .string(let name)) = (value, zone) else { return nil }
      _ = try local(moment, name, call)
      return .int(Int64(moment.nanoseconds / 1_000_000))
    },
  ]

  private static func part(
    _ name: String, _ part: @escaping @Sendable (LocalTime) -> Int64
  ) -> Function {
    .two(name, isMember: true, needsActivation: true) {
      value, zone, call throws(CEL.EvaluationError) in
      guard case (.timestamp(let moment), .string(let name)) = (value, zone) else { return nil }
      return .int(part(try local(moment, name, call)))
    }
  }

  private static func utc(_ value: CEL.Value, _ part: (LocalTime) -> Int64) -> CEL.Value? {
    guard case .timestamp(let moment) = value else { return nil }
    return .int(part(LocalTime(moment, offset: 0)))
  }

  /// Of a moment the part of its time of day, of a length of time so many whole units.
  private static func whole(
    _ value: CEL.Value, _ seconds: Int64, _ part: (LocalTime) -> Int64
  ) -> CEL.Value? {
    guard case .duration(let length) = value else { return utc(value, part) }
    return .int(length.nanoseconds / (seconds * CEL.Duration.second))
  }

  /// By an offset such as `+01:00`, or by the name of a zone.
  private static func local(
    _ moment: CEL.Timestamp, _ zone: String, _ call: CEL.Call
  ) throws(CEL.EvaluationError) -> LocalTime {
    if zone != "Z", let offset = CEL.Timestamp.offset(Array(zone.utf8)[...]) {
      return LocalTime(moment, offset: offset)
    }
    guard let found = call.activation.zones(zone) else {
      throw CEL.EvaluationError(.evaluationZone, ["zone": .text(zone)])
    }
    return LocalTime(moment, in: found)
  }
}

extension Day {
  /// The first of January is 1.
  fileprivate var dayOfYear: Int {
    let first = Day(year: year, month: 1, day: 1)?.number ?? number
    return number - first + 1
  }
}
