extension CEL.Checker {
  /// What the variables of a macro stand for, and what it goes over.
  private struct Range {
    let isMap: Bool
    let key: CEL.Kind
    let value: CEL.Kind
  }

  /// The kind of what a macro over a list or a map gives.
  mutating func check(_ comprehension: CEL.Comprehension) throws(CEL.Fault) -> CEL.Kind {
    let range = try range(comprehension.range)
    let kinds = Self.kinds(of: comprehension.variables.count, over: range)
    let variables = zip(comprehension.variables, kinds).map { (name: $0, kind: $1) }
    let result = try with(variables) { checker throws(CEL.Fault) -> CEL.Kind? in
      if let condition = comprehension.condition {
        try checker.require(try checker.check(condition), to: .bool, at: condition.offset)
      }
      return try comprehension.result.map { result throws(CEL.Fault) in try checker.check(result) }
    }
    switch comprehension.form {
    case .all, .exists, .existsOne: return .bool
    case .filter: return .list(kinds[0])
    case .map: return .list(result ?? .dyn)
    case .transformMap: return .map(range.key, result ?? .dyn)
    case .transformMapEntry: return try entries(result ?? .dyn, of: comprehension)
    }
  }

  /// One variable is an element or a key; two are index and element, or key and value.
  private static func kinds(of count: Int, over range: Range) -> [CEL.Kind] {
    count == 2 ? [range.key, range.value] : [range.isMap ? range.key : range.value]
  }

  private mutating func range(_ expression: CEL.Expression) throws(CEL.Fault) -> Range {
    let kind = inference.known(try check(expression))
    switch kind {
    case .list(let element): return Range(isMap: false, key: .int, value: element)
    case .map(let key, let value): return Range(isMap: true, key: key, value: value)
    case .dyn: return Range(isMap: false, key: .dyn, value: .dyn)
    case .parameter:
      _ = inference.assign(.dyn, to: kind)
      return Range(isMap: false, key: .dyn, value: .dyn)
    default: throw unfit(kind, for: ["list(dyn)", "map(dyn, dyn)"], at: expression.offset)
    }
  }

  /// `transformMapEntry` makes a map of the maps that its last argument gives.
  private mutating func entries(
    _ kind: CEL.Kind, of comprehension: CEL.Comprehension
  ) throws(CEL.Fault) -> CEL.Kind {
    let map = CEL.Kind.map(inference.fresh(), inference.fresh())
    guard inference.assign(kind, to: map) else {
      let offset = comprehension.result?.offset ?? comprehension.range.offset
      throw unfit(kind, for: ["map(dyn, dyn)"], at: offset)
    }
    return map
  }
}
