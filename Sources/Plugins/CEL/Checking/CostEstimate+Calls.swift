extension CEL.CostEstimate {
  /// Results of functions that make a text of a number or a time are no longer.
  private static let shortText = 64

  /// A call: its operands, and going through those that the function reads and what it makes.
  mutating func call(
    _ expression: CEL.Expression, _ function: String, _ operands: [CEL.Expression]
  ) -> CEL.Estimate {
    let parts = operands.map { estimate($0) }
    let cost = parts.reduce(1) { $0.adding($1.cost) }
    switch CEL.Operator(rawValue: function) {
    case .conditional where parts.count == 3:
      let most = max(parts[1].cost, parts[2].cost)
      return CEL.Estimate(
        cost: 1.adding(parts[0].cost).adding(most), size: max(parts[1].size, parts[2].size))
    case .and, .or, .not, .negate, .conditional: return CEL.Estimate(cost: cost)
    case .index, .optionalIndex:
      return CEL.Estimate(cost: cost, size: innerSize(expression))
    default: break
    }
    let size = resultSize(expression, function, parts)
    if function == "size" { return CEL.Estimate(cost: cost) }
    var total = cost.adding(traversal(expression, size: size))
    for (operand, part) in zip(operands, parts) {
      total = total.adding(traversal(operand, size: part.size))
    }
    return CEL.Estimate(cost: total, size: size)
  }

  /// The most elements or bytes of what a function gives.
  private func resultSize(
    _ expression: CEL.Expression, _ function: String, _ parts: [CEL.Estimate]
  ) -> Int {
    let most = innerSize(expression)
    guard most > 0 else { return 0 }
    let sum = parts.reduce(0) { $0.adding($1.size) }
    switch function {
    case CEL.Operator.add.rawValue, "dyn": return sum
    case "orValue", "or": return parts.map(\.size).max() ?? most
    case "value", "optional.of", "optional.ofNonZeroValue": return sum
    case "split": return parts.first?.size ?? most
    case "join", "format": return max(sum.multiplying(maxima.text), Self.shortText)
    case "replace": return parts.first.map { $0.size.adding(1).multiplying(sum) } ?? most
    default: return max(sum, Self.shortText)
    }
  }
}
