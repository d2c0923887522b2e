extension CEL {
  /// An expression made ready to be evaluated, any number of times and from any thread.
  package final class Program: Sendable {
    let nodes: [Node]
    let root: Int32
    let constants: [Value]
    let fields: [FieldName]
    let parts: [Part]
    let arguments: [Int32]
    let loops: [Loop]
    let patterns: [Pattern]
    let functions: [Library.Function]
    let hostFunctions: [String]
    /// The names of the variables that the activation is asked for.
    package let variables: [String]
    let slotCount: Int

    init(_ draft: borrowing Draft, root: Int32) {
      nodes = draft.nodes
      self.root = root
      constants = draft.constants
      fields = draft.fields
      parts = draft.parts
      arguments = draft.arguments
      loops = draft.loops
      patterns = draft.patterns
      functions = draft.functions
      hostFunctions = draft.hostFunctions
      variables = draft.variables
      slotCount = draft.slotCount
    }

    /// How far an evaluation may go.
    package static let budget = 1_000_000

    /// What came of an evaluation.
    package struct Outcome: Sendable {
      package let result: Result<Value, EvaluationError>
      /// Units: one for each node that was evaluated, one for each element of a list that was looked through or
      /// copied, and one for every ten bytes of a text that was read or made.
      package let cost: Int
      /// How many errors `&&`, `||`, `all` and `exists` passed over.
      package let absorbed: Int
      /// Nil unless it was asked for.
      package let trace: Trace?
    }

    /// Evaluates it.
    ///
    /// - Parameters:
    ///   - activation: The variables, and what else the functions need.
    ///   - budget: The most units that it may cost; beyond that the result is the error `evaluation-budget`.
    ///   - isTraced: Whether the value of each node is kept, which takes several times as long.
    /// - Returns: The same for the same activation, always; of two errors that of the left operand.
    package func evaluate(
      _ activation: Activation, budget: Int = Program.budget, isTraced: Bool = false
    ) -> Outcome {
      var evaluator = Evaluator(self, activation, budget: budget, isTraced: isTraced)
      let result = evaluator.result()
      return Outcome(
        result: result, cost: evaluator.cost, absorbed: evaluator.absorbed,
        trace: evaluator.trace)
    }
  }
}
