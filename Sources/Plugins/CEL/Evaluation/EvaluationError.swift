package import Values

extension CEL {
  /// Why an expression gave no value, and where in its text.
  ///
  /// The catalogue has `failure.CODE.what`, `.why` and `.mend`. The values never quote what the data hold, only
  /// types, numbers of places, and words of the expression.
  package struct EvaluationError: Error, Hashable, Sendable {
    package let code: Failure.Code
    package let values: [String: Failure.Value]
    /// Unicode scalars before the node in the text.
    package var offset: Int
    /// The node; 0 until the error has passed one.
    package var node: Int

    package init(
      _ code: Failure.Code, _ values: [String: Failure.Value] = [:], at offset: Int = 0,
      node: Int = 0
    ) {
      (self.code, self.values, self.offset, self.node) = (code, values, offset, node)
    }

    /// Whether no operator may pass over it: the budget is spent.
    var isFinal: Bool { code == .evaluationBudget }

    /// The same at a node, unless it has its place.
    func at(_ node: Node) -> EvaluationError {
      guard self.node == 0 else { return self }
      return EvaluationError(code, values, at: Int(node.offset), node: Int(node.id))
    }

    /// No way to call a function with values of such types.
    static func noOverload(_ function: String, _ values: [Value]) -> EvaluationError {
      let types = values.map(\.typeName).joined(separator: ", ")
      return EvaluationError(
        .evaluationNoOverload, ["function": .text(function), "types": .text(types)])
    }
  }
}
