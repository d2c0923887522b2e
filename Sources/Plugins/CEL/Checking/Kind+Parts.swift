extension CEL.Kind {
  /// The kinds that it is made of, in order.
  var parts: [Self] {
    switch self {
    case .list(let element): [element]
    case .map(let key, let value): [key, value]
    case .optional(let inner), .type(let inner): [inner]
    case .opaque(_, let parameters): parameters
    case .dyn, .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .record,
      .parameter:
      []
    }
  }

  /// The same kind made of other parts.
  func mapParts(_ change: (Self) -> Self) -> Self {
    switch self {
    case .list(let element): .list(change(element))
    case .map(let key, let value): .map(change(key), change(value))
    case .optional(let inner): .optional(change(inner))
    case .type(let inner): .type(change(inner))
    case .opaque(let name, let parameters): .opaque(name, parameters.map(change))
    case .dyn, .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .record,
      .parameter:
      self
    }
  }

  /// Whether a type parameter stands in it.
  var isGeneric: Bool {
    if case .parameter = self { return true }
    return parts.contains(where: \.isGeneric)
  }

  /// Whether both are made in the same way, whatever their parts.
  func hasShape(of other: Self) -> Bool {
    switch (self, other) {
    case (.list, .list), (.map, .map), (.optional, .optional), (.type, .type): true
    case (.opaque(let one, let parameters), .opaque(let two, let others)):
      one == two && parameters.count == others.count
    default: self == other
    }
  }

  /// Whether null may stand where this kind is asked for, as in the reference implementation.
  var takesNull: Bool {
    switch self {
    case .timestamp, .duration, .record, .optional, .opaque, .null: true
    case .dyn, .bool, .int, .uint, .double, .string, .bytes, .list, .map, .type, .parameter: false
    }
  }

  /// Whether it says as little as another kind or less: `dyn` says least.
  func isGeneral(as other: Self) -> Bool {
    switch (self, other) {
    case (.dyn, _), (.parameter, _): true
    case (_, .dyn), (_, .parameter): false
    default:
      hasShape(of: other) && zip(parts, other.parts).allSatisfy { $0.isGeneral(as: $1) }
    }
  }

  /// The kind of which less is known.
  static func moreGeneral(_ one: Self, _ other: Self) -> Self {
    one.isGeneral(as: other) ? one : other
  }
}
