extension CEL.Value {
  /// Equality of the language: numbers by what they count, NaN equal to nothing, unlike types unequal.
  package func equals(_ other: CEL.Value) -> Bool {
    switch (self, other) {
    case (.string(let left), .string(let right)): left.isSame(as: right)
    case (.int(let left), .int(let right)): left == right
    case (.bool(let left), .bool(let right)): left == right
    case (.null, .null): true
    case (.bytes(let left), .bytes(let right)): left == right
    case (.timestamp(let left), .timestamp(let right)): left == right
    case (.duration(let left), .duration(let right)): left == right
    case (.list(let left), .list(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.equals($1) }
    case (.map(let left), .map(let right)): left.equals(right)
    case (.record(let left), .record(let right)): left.equals(right)
    case (.optional(let left), .optional(let right)): Self.equal(left, right)
    case (.type(let left), .type(let right)): left.isSame(as: right)
    case (.int, _), (.uint, _), (.double, _): order(other) == .same
    default: false
    }
  }

  private static func equal(_ left: CEL.Value?, _ right: CEL.Value?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return left.equals(right)
  }

  /// How one value stands to another.
  enum Order {
    case before
    case same
    case after
    /// NaN and anything.
    case none

    fileprivate init<Number: Comparable>(_ left: Number, _ right: Number) {
      self = left < right ? .before : left > right ? .after : left == right ? .same : .none
    }
  }

  /// The order of two values; nil for types that have none, such as lists, or none with each other.
  ///
  /// Whole numbers are compared with a double as doubles, as the conformance suite has it.
  func order(_ other: CEL.Value) -> Order? {
    switch (self, other) {
    case (.int(let left), .int(let right)): Order(left, right)
    case (.timestamp(let left), .timestamp(let right)): Order(left, right)
    case (.duration(let left), .duration(let right)): Order(left, right)
    case (.string(let left), .string(let right)): Order(left.comparison(to: right), 0)
    case (.uint(let left), .uint(let right)): Order(left, right)
    case (.double(let left), .double(let right)): Order(left, right)
    case (.int(let left), .uint(let right)): left < 0 ? .before : Order(UInt64(left), right)
    case (.uint(let left), .int(let right)): right < 0 ? .after : Order(left, UInt64(right))
    case (.int(let left), .double(let right)): Order(Double(left), right)
    case (.double(let left), .int(let right)): Order(left, Double(right))
    case (.uint(let left), .double(let right)): Order(Double(left), right)
    case (.double(let left), .uint(let right)): Order(left, Double(right))
    case (.bool(let left), .bool(let right)): Order(left ? 1 : 0, right ? 1 : 0)
    case (.bytes(let left), .bytes(let right)): Self.order(left, right)
    default: nil
    }
  }

  private static func order(_ left: [UInt8], _ right: [UInt8]) -> Order {
    left == right ? .same : left.lexicographicallyPrecedes(right) ? .before : .after
  }
}
