extension CEL.Declarations {
  private typealias Overload = CEL.Overload

  private static func converting(
    _ function: String, to result: CEL.Kind, _ kinds: [(name: String, kind: CEL.Kind)]
  ) -> [CEL.Overload] {
    kinds.map { Overload("\($0.name)_to_\(function)", function, [$0.kind], result) }
  }

  /// `size` of what has one.
  static let access: [CEL.Overload] = [
    ("string", CEL.Kind.string), ("bytes", .bytes), ("list", .list(a)), ("map", .map(a, b)),
  ].flatMap { (name: String, kind: CEL.Kind) in
    [
      Overload("size_\(name)", "size", [kind], .int),
      Overload("\(name)_size", "size", isMember: true, [kind], .int),
    ]
  }

  /// From one type to another.
  static let conversions: [CEL.Overload] =
    converting(
      "int", to: .int,
      [
        ("int64", .int), ("uint64", .uint), ("double", .double), ("string", .string),
        ("timestamp", .timestamp),
      ])
    + converting(
      "uint", to: .uint,
      [("uint64", .uint), ("int64", .int), ("double", .double), ("string", .string)])
    + converting(
      "double", to: .double,
      [("double", .double), ("int64", .int), ("uint64", .uint), ("string", .string)])
    + converting("bool", to: .bool, [("bool", .bool), ("string", .string)])
    + converting(
      "string", to: .string,
      [
        ("string", .string), ("bool", .bool), ("int64", .int), ("uint64", .uint),
        ("double", .double), ("bytes", .bytes), ("timestamp", .timestamp), ("duration", .duration),
      ])
    + converting("bytes", to: .bytes, [("bytes", .bytes), ("string", .string)])
    + converting(
      "timestamp", to: .timestamp,
      [("timestamp", .timestamp), ("string", .string), ("int64", .int)])
    + converting(
      "duration", to: .duration,
      [("duration", .duration), ("string", .string)])
    + [Overload("to_dyn", "dyn", [a], .dyn), Overload("type", "type", [a], .type(a))]

  /// Parts of a time, with and without a zone, and of a duration.
  static let times: [CEL.Overload] =
    [
      ("getFullYear", "year"), ("getMonth", "month"), ("getDayOfYear", "day_of_year"),
      ("getDayOfMonth", "day_of_month"), ("getDate", "day_of_month_1_based"),
      ("getDayOfWeek", "day_of_week"), ("getHours", "hours"), ("getMinutes", "minutes"),
      ("getSeconds", "seconds"), ("getMilliseconds", "milliseconds"),
    ].flatMap { (function: String, name: String) in
      [
        Overload("timestamp_to_\(name)", function, isMember: true, [.timestamp], .int),
        Overload(
          "timestamp_to_\(name)_with_tz", function, isMember: true, [.timestamp, .string], .int),
      ]
    }
    + [
      ("getHours", "hours"), ("getMinutes", "minutes"), ("getSeconds", "seconds"),
      ("getMilliseconds", "milliseconds"),
    ].map { (function: String, name: String) in
      Overload("duration_to_\(name)", function, isMember: true, [.duration], .int)
    }

  /// What the language itself asks of texts.
  static let texts: [CEL.Overload] = [
    Overload("contains_string", "contains", isMember: true, [.string, .string], .bool),
    Overload("starts_with_string", "startsWith", isMember: true, [.string, .string], .bool),
    Overload("ends_with_string", "endsWith", isMember: true, [.string, .string], .bool),
    Overload("matches", "matches", [.string, .string], .bool),
    Overload("matches_string", "matches", isMember: true, [.string, .string], .bool),
  ]
}
