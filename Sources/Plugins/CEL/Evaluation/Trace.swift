extension CEL {
  /// What each node of an expression came to, so that an answer can be explained as a tree.
  package struct Trace: Sendable {
    package typealias Found = Result<Value, EvaluationError>

    /// One turn of a macro: its variables, and what its condition or result came to.
    package struct Turn: Sendable {
      package let variables: [Value]
      package let found: Found
    }

    /// By the ids of nodes; of a node inside a macro the last turn's.
    package internal(set) var found: [Int: Found] = [:]
    /// By the id of the macro, in order; a turn that was not needed is missing.
    package internal(set) var turns: [Int: [Turn]] = [:]
    /// Errors that an operator passed over, in the order in which they came.
    package internal(set) var absorbed: [EvaluationError] = []
  }
}
