extension CEL.Declarations {
  private typealias Overload = CEL.Overload

  private static func member(
    _ id: String, _ function: String, _ arguments: [CEL.Kind], _ result: CEL.Kind
  ) -> CEL.Overload {
    Overload(id, function, isMember: true, [.string] + arguments, result)
  }

  /// The extension for texts; places are counted in code points, from 0.
  static let extendedTexts: [CEL.Overload] = [
    member("string_char_at_int", "charAt", [.int], .string),
    Overload("string_format", "format", isMember: true, [.string, .list(.dyn)], .string),
    member("string_index_of_string", "indexOf", [.string], .int),
    member("string_index_of_string_int", "indexOf", [.string, .int], .int),
    Overload("list_join", "join", isMember: true, [.list(.string)], .string),
    Overload("list_join_string", "join", isMember: true, [.list(.string), .string], .string),
    member("string_last_index_of_string", "lastIndexOf", [.string], .int),
    member("string_last_index_of_string_int", "lastIndexOf", [.string, .int], .int),
    member("string_lower_ascii", "lowerAscii", [], .string),
    member("string_upper_ascii", "upperAscii", [], .string),
    member("string_replace_string_string", "replace", [.string, .string], .string),
    member("string_replace_string_string_int", "replace", [.string, .string, .int], .string),
    member("string_reverse", "reverse", [], .string),
    member("string_split_string", "split", [.string], .list(.string)),
    member("string_split_string_int", "split", [.string, .int], .list(.string)),
    member("string_substring_int", "substring", [.int], .string),
    member("string_substring_int_int", "substring", [.int, .int], .string),
    member("string_trim", "trim", [], .string),
    Overload("strings_quote", "strings.quote", [.string], .string),
  ]

  /// The kinds of numbers.
  private static let numbers: [CEL.Kind] = [.int, .uint, .double]

  private static func extremes(_ function: String) -> [CEL.Overload] {
    let name = "math.\(function)"
    let pairs = numbers.flatMap { one in numbers.map { (one, $0) } }
    return numbers.map { Overload("math_\(function)_\($0)", name, [$0], $0) }
      + pairs.map { one, other in
        let result: CEL.Kind = one == other ? one : .dyn
        return Overload("math_\(function)_\(one)_\(other)", name, [one, other], result)
      }
      + numbers.map { Overload("math_\(function)_list_\($0)", name, [.list($0)], $0) }
  }

  /// The extension for numbers.
  static let mathematics: [CEL.Overload] =
    extremes("greatest") + extremes("least")
    + ["ceil", "floor", "round", "trunc"].map {
      Overload("math_\($0)_double", "math.\($0)", [.double], .double)
    }
    + ["isInf", "isNaN", "isFinite"].map {
      Overload("math_\($0)_double", "math.\($0)", [.double], .bool)
    }
    + ["abs", "sign"].flatMap { function in
      numbers.map { Overload("math_\(function)_\($0)", "math.\(function)", [$0], $0) }
    }
    + numbers.map { Overload("math_sqrt_\($0)", "math.sqrt", [$0], .double) }

  private static let wholes: [CEL.Kind] = [.int, .uint]

  /// The bits of whole numbers.
  static let bits: [CEL.Overload] =
    ["bitAnd", "bitOr", "bitXor"].flatMap { function in
      wholes.map { Overload("math_\(function)_\($0)_\($0)", "math.\(function)", [$0, $0], $0) }
    }
    + wholes.map { Overload("math_bitNot_\($0)_\($0)", "math.bitNot", [$0], $0) }
    + ["bitShiftLeft", "bitShiftRight"].flatMap { function in
      wholes.map { Overload("math_\(function)_\($0)_int", "math.\(function)", [$0, .int], $0) }
    }

  /// Values that may be absent.
  static let optionals: [CEL.Overload] = [
    Overload("optional_of", "optional.of", [a], .optional(a)),
    Overload("optional_ofNonZeroValue", "optional.ofNonZeroValue", [a], .optional(a)),
    Overload("optional_none", "optional.none", [], .optional(a)),
    Overload("optional_hasValue", "hasValue", isMember: true, [.optional(a)], .bool),
    Overload("optional_value", "value", isMember: true, [.optional(a)], a),
    Overload(
      "optional_or_optional", "or", isMember: true, [.optional(a), .optional(a)], .optional(a)),
    Overload("optional_orValue_value", "orValue", isMember: true, [.optional(a), a], a),
  ]

  /// Bytes as texts.
  static let encoders: [CEL.Overload] = [
    Overload("base64_encode_bytes", "base64.encode", [.bytes], .string),
    Overload("base64_decode_string", "base64.decode", [.string], .bytes),
  ]

  /// What rules of networks need and the language has not.
  ///
  /// Source: docs/cel.md, "Functions of this project".
  static let governance: [CEL.Overload] = [
    Overload("at_least_int_string_int", "atLeast", [.int, .string, .int], .bool),
    Overload("more_than_int_string_int", "moreThan", [.int, .string, .int], .bool),
    Overload("add_period_timestamp_string", "addPeriod", [.timestamp, .string], .timestamp),
    Overload("add_working_days_timestamp_int", "addWorkingDays", [.timestamp, .int], .timestamp),
    Overload(
      "working_days_between_timestamp_timestamp", "workingDaysBetween", [.timestamp, .timestamp],
      .int),
    Overload("year_timestamp", "year", [.timestamp], .int),
    Overload("month_timestamp", "month", [.timestamp], .int),
    Overload("day_timestamp", "day", [.timestamp], .int),
  ]
}
