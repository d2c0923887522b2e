extension CEL {
  /// The names of the fields of records of one kind, in the order of their slots.
  package final class RecordShape: Sendable {
    package let name: String
    package let fields: [String]

    package init(_ kind: RecordKind) {
      (name, fields) = (kind.name, kind.fields.map(\.name))
    }

    func slot(of field: String) -> Int? { fields.firstIndex { $0.isSame(as: field) } }
  }

  /// A record of a kind of the environment: its fields by slots, nil where it is without one.
  ///
  /// Records of one kind that share a shape are read fastest.
  package final class Record: Sendable {
    package let shape: RecordShape
    package let values: [Value?]

    /// Fields that are not named are absent; nil when the shape has no field of a name.
    package init?(_ shape: RecordShape, _ fields: [String: Value]) {
      self.shape = shape
      values = shape.fields.map { fields[$0] }
      guard fields.keys.allSatisfy({ shape.slot(of: $0) != nil }) else { return nil }
    }

    /// The value of a field; nil when it is absent or unknown.
    package subscript(_ field: String) -> Value? { shape.slot(of: field).flatMap { values[$0] } }

    /// The value of a field that is expected in a slot.
    func value(of field: String, expectedAt slot: Int) -> Value? {
      guard slot < values.count, shape.fields[slot].isSame(as: field) else { return self[field] }
      return values[slot]
    }

    func equals(_ other: Record) -> Bool {
      guard shape.name.isSame(as: other.shape.name), values.count == other.values.count else {
        return false
      }
      return zip(values, other.values).allSatisfy { left, right in
        guard let left, let right else { return left == nil && right == nil }
        return left.equals(right)
      }
    }
  }
}
