extension CEL.Evaluator {
  /// `&&`, which `false` decides, and `||`, which `true` decides, whatever error the other operand has.
  ///
  /// Of two errors the left one is thrown.
  mutating func logic(_ node: CEL.Node, deciding: Bool) throws(CEL.EvaluationError) -> Bool {
    guard let problem = try problem(of: node.first, in: node, deciding: deciding) else {
      return deciding
    }
    guard case .failure(let error) = problem else { return try truth(node.second, of: node) }
    guard try self.problem(of: node.second, in: node, deciding: deciding) == nil else {
      throw error
    }
    absorb(error)
    return deciding
  }

  /// What keeps an operand from deciding: its error, or that it is the other boolean; nil when it decides.
  private mutating func problem(
    of index: Int32, in node: CEL.Node, deciding: Bool
  ) throws(CEL.EvaluationError) -> Result<Bool, CEL.EvaluationError>? {
    do throws(CEL.EvaluationError) {
      let isTrue = try truth(index, of: node)
      return isTrue == deciding ? nil : .success(isTrue)
    } catch {
      guard !error.isFinal else { throw error }
      return .failure(error)
    }
  }

  /// The truth of an operand; the error of another type names the operator.
  mutating func truth(
    _ index: Int32, of node: CEL.Node
  ) throws(CEL.EvaluationError) -> Bool {
    let found = try value(index)
    guard case .bool(let isTrue) = found else {
      throw CEL.EvaluationError.noOverload(node.step.word, [found]).at(node)
    }
    return isTrue
  }

  /// `a.or(b)` and `a.orValue(b)`: `b` is evaluated only when `a` is empty.
  mutating func alternative(
    _ node: CEL.Node, isValue: Bool
  ) throws(CEL.EvaluationError) -> CEL.Value {
    let found = try value(node.first)
    guard case .optional(let content) = found else {
      throw CEL.EvaluationError.noOverload(node.step.word, [found]).at(node)
    }
    if let content { return isValue ? content : found }
    let other = try value(node.second)
    if isValue { return other }
    guard case .optional = other else {
      throw CEL.EvaluationError.noOverload(node.step.word, [found, other]).at(node)
    }
    return other
  }
}
