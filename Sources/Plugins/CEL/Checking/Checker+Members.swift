import Values

extension CEL.Checker {
  /// The kind of a field; a field of an optional value is optional.
  ///
  /// Maps have every field, since their keys are known only when they are there; a record has those that are
  /// declared and no others.
  mutating func field(
    _ name: String, of operand: CEL.Kind, at offset: Int
  ) throws(CEL.Fault) -> CEL.Kind {
    let operand = inference.known(operand)
    switch operand {
    case .optional(let inner): return .optional(try field(name, of: inner, at: offset))
    case .map(_, let value): return value
    case .dyn: return .dyn
    case .parameter:
      _ = inference.assign(.dyn, to: operand)
      return .dyn
    case .record(let record): return try field(name, ofRecord: record, at: offset)
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .list, .type,
      .opaque:
      throw unfit(operand, for: ["map(string, dyn)"], at: offset)
    }
  }

  private func field(
    _ name: String, ofRecord record: String, at offset: Int
  ) throws(CEL.Fault) -> CEL.Kind {
    let fields = environment.records[record]?.fields ?? []
    if let field = fields.first(where: { $0.name == name }) { return field.kind }
    let names = fields.map(\.name)
    throw CEL.Fault(
      .expressionFieldUnknown,
      [
        "found": .text(name.shortened), "record": .text(record), "fields": .list(names.sorted()),
        "nearest": .text(Nearest.word(to: name, among: names) ?? ""),
      ], at: offset)
  }

  /// A list of the kind that its elements have together.
  mutating func checkList(_ elements: [CEL.Expression.Element]) throws(CEL.Fault) -> CEL.Kind {
    var joined: CEL.Kind?
    for element in elements {
      let kind = try value(element.value, isOptional: element.isOptional)
      joined = inference.join(joined, kind)
    }
    return .list(joined ?? inference.fresh())
  }

  /// A map of the kinds that its keys and its values have together.
  mutating func checkMap(_ entries: [CEL.Expression.Entry]) throws(CEL.Fault) -> CEL.Kind {
    var (keys, values): (CEL.Kind?, CEL.Kind?)
    for entry in entries {
      keys = inference.join(keys, try key(entry.key))
      values = inference.join(values, try value(entry.value, isOptional: entry.isOptional))
    }
    return .map(keys ?? inference.fresh(), values ?? inference.fresh())
  }

  /// Keys are truth values, whole numbers and texts.
  private mutating func key(_ expression: CEL.Expression) throws(CEL.Fault) -> CEL.Kind {
    let kind = try check(expression)
    switch inference.known(kind) {
    case .bool, .int, .uint, .string, .dyn, .parameter: return kind
    case .null, .double, .bytes, .timestamp, .duration, .list, .map, .optional, .type, .record,
      .opaque:
      throw unfit(kind, for: ["bool", "int", "string", "uint"], at: expression.offset)
    }
  }

  /// The kind of an element; one after a question mark is what an optional value holds.
  private mutating func value(
    _ expression: CEL.Expression, isOptional: Bool
  ) throws(CEL.Fault) -> CEL.Kind {
    let kind = try check(expression)
    guard isOptional else { return kind }
    switch inference.known(kind) {
    case .optional(let inner): return inner
    case .dyn: return .dyn
    default: throw unfit(kind, for: ["optional_type(dyn)"], at: expression.offset)
    }
  }
}
