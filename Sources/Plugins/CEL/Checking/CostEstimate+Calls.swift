extension CEL.CostEstimate {
  /// Results of functions that make a text of a number or a time are no longer.
  private static let shortText = 64

  /// A call: its operands, and going through those that the function reads and what it makes.
  ///
  /// A comparison is one unit, as in the evaluator: it ends at the first difference.
  mutating func call(
    _ expression: CEL.Expression, _ function: String, _ operands: [CEL.Expression]
  ) -> CEL.Estimate {
    let parts = operands.map { estimate($0) }
    var whole = CEL.Estimate(cost: parts.reduce(1) { $0.adding($1.cost) })
    whole.inner = parts.map(\.inner).max() ?? 0
    switch CEL.Operator(rawValue: function) {
    case .conditional where parts.count == 3:
      let dearer = max(parts[1].cost, parts[2].cost)
      whole.cost = 1.adding(parts[0].cost).adding(dearer)
      whole.size = max(parts[1].size, parts[2].size)
      return whole
    case .and, .or, .not, .negate, .conditional, .equal, .notEqual, .less, .lessOrEqual, .greater,
      .greaterOrEqual:
      return whole
    case .index, .optionalIndex:
      whole.size = max(usualSize(expression), whole.inner)
      return whole
    default: break
    }
    if function == "matches", parts.count == 2 {
      whole.cost = whole.cost.adding(matching(parts[0].size, operands[1]))
    }
    whole.size = resultSize(expression, function, parts)
    if function.hasPrefix("optional.") { whole.inner = max(whole.inner, whole.size) }
    let passed = zip(operands, parts).reduce(traversal(expression, size: whole.size)) {
      $0.adding(traversal($1.0, size: $1.1.size))
    }
    let isCounted = function == "size" && !operands.contains { isText($0) }
    if !isCounted { whole.cost = whole.cost.adding(passed) }
    return whole
  }

  /// The most that matching a text of a size costs.
  ///
  /// A pattern that is not written counts as the largest, and so does one that cannot be read: the planner says so.
  private func matching(_ size: Int, _ operand: CEL.Expression) -> Int {
    var steps = PatternCode.maximumCount
    if case .literal(.string(let text)) = operand.shape, let pattern = try? CEL.Pattern(text) {
      steps = pattern.code.instructions.count
    }
    return (size / 10).adding(1).multiplying(steps / 4 + 1)
  }

  /// The most elements or bytes of what a function gives.
  private func resultSize(
    _ expression: CEL.Expression, _ function: String, _ parts: [CEL.Estimate]
  ) -> Int {
    let most = usualSize(expression)
    guard most > 0 else { return 0 }
    let sum = parts.reduce(0) { $0.adding($1.size) }
    switch function {
    case CEL.Operator.add.rawValue, "dyn": return sum
    case "orValue", "or": return parts.map(\.size).max() ?? most
    case "value": return max(sum, parts.map(\.inner).max() ?? 0)
    case "optional.of", "optional.ofNonZeroValue": return sum
    case "split": return parts.first?.size.adding(1) ?? most
    case "join", "format": return max(sum.multiplying(maxima.text), Self.shortText)
    case "replace": return parts.first.map { $0.size.adding(1).multiplying(sum) } ?? most
    default: return max(sum, Self.shortText)
    }
  }
}
