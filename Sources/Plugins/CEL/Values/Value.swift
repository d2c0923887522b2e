extension CEL {
  /// A value of an expression.
  ///
  /// `equals` and `order` compare as the language does, so that `1` is `1u` and `1.0`; there is no `==`, which
  /// would have to be another relation, since NaN equals nothing.
  package enum Value: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    /// Compared by code points, without normalisation.
    case string(String)
    case bytes([UInt8])
    case timestamp(Timestamp)
    case duration(Duration)
    case list([Value])
    case map(Map)
    case record(Record)
    indirect case optional(Value?)
    /// A type as a value, by the name that `typeName` gives.
    case type(String)
  }
}

extension CEL.Value {
  /// The name of the type of a value, as `type(x)` gives it.
  package var typeName: String {
    switch self {
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .list: "list"
    case .map: "map"
    case .record(let record): record.shape.name
    case .optional: "optional_type"
    case .type: "type"
    }
  }

  /// Types that an expression may name, such as `int` in `type(x) == int`.
  package static let typeNames: Set<String> = [
    "null_type", "bool", "int", "uint", "double", "string", "bytes", "google.protobuf.Timestamp",
    "google.protobuf.Duration", "list", "map", "optional_type", "type",
  ]

  /// Whether it is the value that its type begins with: 0, an empty text, an empty list, null.
  var isZero: Bool {
    switch self {
    case .null: true
    case .bool(let value): !value
    case .int(let value): value == 0
    case .uint(let value): value == 0
    case .double(let value): value == 0
    case .string(let value): value.isEmpty
    case .bytes(let value): value.isEmpty
    case .timestamp(let value): value == .epoch
    case .duration(let value): value.nanoseconds == 0
    case .list(let value): value.isEmpty
    case .map(let value): value.count == 0
    case .optional(let value): value == nil
    case .record, .type: false
    }
  }
}
