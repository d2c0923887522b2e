extension CEL.Declarations {
  private static func overload(
    _ id: String, _ function: CEL.Operator, _ parameters: [CEL.Kind], _ result: CEL.Kind
  ) -> CEL.Overload {
    CEL.Overload(id, function.rawValue, parameters, result)
  }

  /// Logic, equality, indices and membership.
  static let operators = [
    overload("conditional", .conditional, [.bool, a, a], a),
    overload("logical_and", .and, [.bool, .bool], .bool),
    overload("logical_or", .or, [.bool, .bool], .bool),
    overload("logical_not", .not, [.bool], .bool),
    overload("equals", .equal, [a, a], .bool),
    overload("not_equals", .notEqual, [a, a], .bool),
    overload("in_list", .isIn, [a, .list(a)], .bool),
    overload("in_map", .isIn, [a, .map(a, b)], .bool),
    overload("index_list", .index, [.list(a), .int], a),
    overload("index_map", .index, [.map(a, b), a], b),
    overload("optional_list_index_int", .index, [.optional(.list(a)), .int], .optional(a)),
    overload("optional_map_index_value", .index, [.optional(.map(a, b)), a], .optional(b)),
    overload("list_optindex_optional_int", .optionalIndex, [.list(a), .int], .optional(a)),
    overload("map_optindex_optional_value", .optionalIndex, [.map(a, b), a], .optional(b)),
    overload(
      "optional_list_optindex_optional_int", .optionalIndex, [.optional(.list(a)), .int],
      .optional(a)),
    overload(
      "optional_map_optindex_optional_value", .optionalIndex, [.optional(.map(a, b)), a],
      .optional(b)),
  ]

  /// Kinds that have an order, and their names in ids.
  private static let ordered: [(name: String, kind: CEL.Kind)] = [
    ("bool", .bool), ("int64", .int), ("uint64", .uint), ("double", .double),
    ("string", .string), ("bytes", .bytes), ("timestamp", .timestamp), ("duration", .duration),
  ]

  private static let orders: [(name: String, function: CEL.Operator)] = [
    ("less", .less), ("less_equals", .lessOrEqual), ("greater", .greater),
    ("greater_equals", .greaterOrEqual),
  ]

  /// Only values of one kind are compared: numbers of different kinds through `int()` or `dyn()`.
  static let comparisons = orders.flatMap { order in
    ordered.map { overload("\(order.name)_\($0.name)", order.function, [$0.kind, $0.kind], .bool) }
  }

  private static let numbers: [(name: String, kind: CEL.Kind)] = [
    ("int64", .int), ("uint64", .uint), ("double", .double),
  ]

  private static let sums = numbers.flatMap { number in
    [
      overload("add_\(number.name)", .add, [number.kind, number.kind], number.kind),
      overload("subtract_\(number.name)", .subtract, [number.kind, number.kind], number.kind),
      overload("multiply_\(number.name)", .multiply, [number.kind, number.kind], number.kind),
      overload("divide_\(number.name)", .divide, [number.kind, number.kind], number.kind),
    ]
  }

  static let arithmetic =
    sums + [
      overload("modulo_int64", .remainder, [.int, .int], .int),
      overload("modulo_uint64", .remainder, [.uint, .uint], .uint),
      overload("negate_int64", .negate, [.int], .int),
      overload("negate_double", .negate, [.double], .double),
      overload("add_string", .add, [.string, .string], .string),
      overload("add_bytes", .add, [.bytes, .bytes], .bytes),
      overload("add_list", .add, [.list(a), .list(a)], .list(a)),
      overload("add_timestamp_duration", .add, [.timestamp, .duration], .timestamp),
      overload("add_duration_timestamp", .add, [.duration, .timestamp], .timestamp),
      overload("add_duration_duration", .add, [.duration, .duration], .duration),
      overload(
        "subtract_timestamp_timestamp", .subtract, [.timestamp, .timestamp], .duration),
      overload("subtract_timestamp_duration", .subtract, [.timestamp, .duration], .timestamp),
      overload("subtract_duration_duration", .subtract, [.duration, .duration], .duration),
    ]
}
