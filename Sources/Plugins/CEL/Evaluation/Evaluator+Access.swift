internal import Values

/// Fields, entries and elements.
extension CEL.Evaluator {
  mutating func select(_ node: CEL.Node) throws(CEL.EvaluationError) -> CEL.Value {
    let field = program.fields[Int(node.second)]
    let operand = try value(node.first)
    if case .optional(let content) = operand {
      guard let content else { return .optional(nil) }
      return .optional(try member(field, of: content, node))
    }
    guard let found = try member(field, of: operand, node) else {
      if case .record = operand {
        throw CEL.EvaluationError(.evaluationFieldAbsent, ["field": .text(field.name)]).at(node)
      }
      throw CEL.EvaluationError(.evaluationKeyAbsent, ["key": .text(field.name)]).at(node)
    }
    return found
  }

  mutating func optionalSelect(_ node: CEL.Node) throws(CEL.EvaluationError) -> CEL.Value {
    let field = program.fields[Int(node.second)]
    let operand = try value(node.first)
    guard case .optional(let content) = operand else {
      return .optional(try member(field, of: operand, node))
    }
    guard let content else { return .optional(nil) }
    return .optional(try member(field, of: content, node))
  }

  mutating func has(_ node: CEL.Node) throws(CEL.EvaluationError) -> Bool {
    let field = program.fields[Int(node.second)]
    let operand = try value(node.first)
    guard case .optional(let content) = operand else {
      return try member(field, of: operand, node) != nil
    }
    guard let content else { return false }
    return try member(field, of: content, node) != nil
  }

  /// Nil when it is not there.
  private func member(
    _ field: CEL.FieldName, of operand: CEL.Value, _ node: CEL.Node
  ) throws(CEL.EvaluationError) -> CEL.Value? {
    switch operand {
    case .map(let map): return map.value(of: field.name, hash: field.hash)
    case .record(let record): return record.value(of: field.name, expectedAt: field.slot)
    default: throw CEL.EvaluationError.noOverload(node.step.word + field.name, [operand]).at(node)
    }
  }

  mutating func indexed(_ node: CEL.Node) throws(CEL.EvaluationError) -> CEL.Value {
    let operand = try value(node.first)
    let key = try value(node.second)
    if case .optional(let content) = operand {
      guard let content else { return .optional(nil) }
      return .optional(try element(key, of: content, node))
    }
    if let found = try element(key, of: operand, node) { return found }
    guard case .list(let list) = operand else {
      throw CEL.EvaluationError(.evaluationKeyAbsent, ["key": .text(key.shownKey)]).at(node)
    }
    throw CEL.EvaluationError(
      .evaluationIndexOutside, ["index": .text(key.shownKey), "size": .int(list.count)]
    ).at(node)
  }

  mutating func optionallyIndexed(_ node: CEL.Node) throws(CEL.EvaluationError) -> CEL.Value {
    let operand = try value(node.first)
    let key = try value(node.second)
    guard case .optional(let content) = operand else {
      return .optional(try element(key, of: operand, node))
    }
    guard let content else { return .optional(nil) }
    return .optional(try element(key, of: content, node))
  }

  /// The element of a list or the value of a key; nil when it is not there.
  private func element(
    _ key: CEL.Value, of operand: CEL.Value, _ node: CEL.Node
  ) throws(CEL.EvaluationError) -> CEL.Value? {
    switch operand {
    case .map(let map): return map[key]
    case .list(let list):
      guard let index = key.index else {
        throw CEL.EvaluationError.noOverload(node.step.word, [operand, key]).at(node)
      }
      return list.indices.contains(index) ? list[index] : nil
    default: throw CEL.EvaluationError.noOverload(node.step.word, [operand, key]).at(node)
    }
  }

  mutating func isIn(_ node: CEL.Node) throws(CEL.EvaluationError) -> Bool {
    let wanted = try value(node.first)
    let range = try value(node.second)
    switch range {
    case .list(let list):
      let place = list.firstIndex { $0.equals(wanted) }
      try spend(place.map { $0 + 1 } ?? list.count, node)
      return place != nil
    case .map(let map): return map[wanted] != nil
    default: throw CEL.EvaluationError.noOverload("in", [wanted, range]).at(node)
    }
  }

  /// The length: code points of a text, bytes, elements, entries.
  mutating func size(_ node: CEL.Node) throws(CEL.EvaluationError) -> CEL.Value {
    let operand = try value(node.first)
    switch operand {
    case .list(let list): return .int(Int64(list.count))
    case .map(let map): return .int(Int64(map.count))
    case .bytes(let bytes): return .int(Int64(bytes.count))
    case .string(let text):
      try spend((text.utf8.count + 9) / 10, node)
      return .int(Int64(text.unicodeScalars.count))
    default: throw CEL.EvaluationError.noOverload("size", [operand]).at(node)
    }
  }
}

extension CEL.Value {
  /// The place in a list that a whole number names, of whatever type; nil for anything else.
  fileprivate var index: Int? {
    switch self {
    case .int(let value): Int(exactly: value)
    case .uint(let value): Int(exactly: value)
    case .double(let value): Int(exactly: value)
    default: nil
    }
  }

  /// A key as a message may show it: numbers, and of a text only that it is one, since it may name a person.
  fileprivate var shownKey: String {
    switch self {
    case .int(let value): "\(value)"
    case .uint(let value): "\(value)"
    case .double(let value): "\(value)"
    case .bool(let value): "\(value)"
    default: typeName
    }
  }
}
