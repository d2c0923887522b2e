internal import Values

extension CEL.Evaluator {
  mutating func compared(_ node: CEL.Node) throws(CEL.EvaluationError) -> Bool {
    let left = try value(node.first)
    let right = try value(node.second)
    guard let order = left.order(right) else {
      throw CEL.EvaluationError.noOverload(node.step.word, [left, right]).at(node)
    }
    switch order {
    case .none: return false
    case .same: return node.step == .lessOrEqual || node.step == .greaterOrEqual
    case .before: return node.step == .less || node.step == .lessOrEqual
    case .after: return node.step == .greater || node.step == .greaterOrEqual
    }
  }

  mutating func negated(_ node: CEL.Node) throws(CEL.EvaluationError) -> CEL.Value {
    let operand = try value(node.first)
    switch operand {
    case .double(let value): return .double(-value)
    case .int(let value):
      guard value != .min else { throw CEL.EvaluationError(.evaluationOverflow).at(node) }
      return .int(-value)
    default: throw CEL.EvaluationError.noOverload("-", [operand]).at(node)
    }
  }

  mutating func arithmetic(_ node: CEL.Node) throws(CEL.EvaluationError) -> CEL.Value {
    let left = try value(node.first)
    let right = try value(node.second)
    do throws(CEL.EvaluationError) {
      switch (left, right) {
      case (.int(let first), .int(let second)):
        return .int(try whole(first, second, node.step))
      case (.uint(let first), .uint(let second)):
        return .uint(try whole(first, second, node.step))
      case (.double(let first), .double(let second)) where node.step != .remainder:
        return .double(real(first, second, node.step))
      default:
        if let found = try joined(left, right, node) { return found }
        if let found = try moved(left, right, node.step) { return found }
      }
    } catch {
      throw error.at(node)
    }
    throw CEL.EvaluationError.noOverload(node.step.word, [left, right]).at(node)
  }

  private func whole<Number: FixedWidthInteger>(
    _ left: Number, _ right: Number, _ step: CEL.Node.Step
  ) throws(CEL.EvaluationError) -> Number {
    if right == 0, step == .divide || step == .remainder {
      throw CEL.EvaluationError(.evaluationDividedByZero)
    }
    let (value, hasOverflown) =
      switch step {
      case .add: left.addingReportingOverflow(right)
      case .subtract: left.subtractingReportingOverflow(right)
      case .multiply: left.multipliedReportingOverflow(by: right)
      case .divide: left.dividedReportingOverflow(by: right)
      default: left.remainderReportingOverflow(dividingBy: right)
      }
    guard !hasOverflown else { throw CEL.EvaluationError(.evaluationOverflow) }
    return value
  }

  private func real(_ left: Double, _ right: Double, _ step: CEL.Node.Step) -> Double {
    switch step {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    default: left / right
    }
  }

  /// Texts, bytes and lists that are put together; nil for anything else.
  private mutating func joined(
    _ left: CEL.Value, _ right: CEL.Value, _ node: CEL.Node
  ) throws(CEL.EvaluationError) -> CEL.Value? {
    guard node.step == .add else { return nil }
    switch (left, right) {
    case (.string(let first), .string(let second)):
      try spend((first.utf8.count + second.utf8.count + 9) / 10, node)
      return .string(first + second)
    case (.bytes(let first), .bytes(let second)):
      try spend((first.count + second.count + 9) / 10, node)
      return .bytes(first + second)
    case (.list(let first), .list(let second)):
      try spend(first.count + second.count, node)
      return .list(first + second)
    default: return nil
    }
  }

  /// Moments and lengths of time; nil for anything else.
  private func moved(
    _ left: CEL.Value, _ right: CEL.Value, _ step: CEL.Node.Step
  ) throws(CEL.EvaluationError) -> CEL.Value? {
    switch (left, step, right) {
    case (.timestamp(let moment), .add, .duration(let length)),
      (.duration(let length), .add, .timestamp(let moment)):
      return .timestamp(try held(moment.adding(Int128(length.nanoseconds))))
    case (.timestamp(let moment), .subtract, .duration(let length)):
      return .timestamp(try held(moment.adding(-Int128(length.nanoseconds))))
    case (.timestamp(let later), .subtract, .timestamp(let earlier)):
      return .duration(try held(later.since(earlier)))
    case (.duration(let first), .add, .duration(let second)):
      return .duration(try held(first.nanoseconds.addingReportingOverflow(second.nanoseconds)))
    case (.duration(let first), .subtract, .duration(let second)):
      return .duration(
        try held(first.nanoseconds.subtractingReportingOverflow(second.nanoseconds)))
    default: return nil
    }
  }

  private func held<Time>(_ found: Time?) throws(CEL.EvaluationError) -> Time {
    guard let found else { throw CEL.EvaluationError(.evaluationTimeOutside) }
    return found
  }

  private func held(
    _ sum: (partialValue: Int64, overflow: Bool)
  ) throws(CEL.EvaluationError) -> CEL.Duration {
    guard !sum.overflow else { throw CEL.EvaluationError(.evaluationTimeOutside) }
    return CEL.Duration(nanoseconds: sum.partialValue)
  }
}
