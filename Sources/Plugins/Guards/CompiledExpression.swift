internal import Values

/// An expression of the rules, made ready to be evaluated.
package struct CompiledExpression: Sendable {
  /// A definition that an expression uses.
  struct Part: Sendable {
    let name: String
    let program: CEL.Program
  }

  package let expression: CEL.Expression
  let program: CEL.Program
  /// Each after those that it uses itself.
  let definitions: [Part]

  /// The names that it takes from outside: variables of the network, and definitions.
  package var names: Set<String> {
    Set(program.variables).union(definitions.flatMap(\.program.variables))
  }
}

/// What expressions are evaluated over for one event; a definition is computed once, whoever asks for it.
package struct ExpressionScope: Sendable {
  private var activation: CEL.Activation
  private var unread: [String: CEL.EvaluationError] = [:]
  private var defined: Set<String> = []
  /// Units that its expressions have cost so far.
  package private(set) var cost = 0

  package init(_ activation: CEL.Activation) { self.activation = activation }

  /// The calendar in which moments are told.
  package var calendar: CEL.Calendar? { activation.calendar }

  /// Gives a name to what one expression alone sees, such as the event that met an obligation.
  package mutating func bind(_ name: String, to value: CEL.Value) {
    activation.variables[name] = value
  }

  /// - Throws: What an expression failed with, be it in a definition that it uses.
  package mutating func value(
    of compiled: CompiledExpression
  ) throws(CEL.EvaluationError) -> CEL.Value {
    try outcome(of: compiled, isTraced: false).result.get()
  }

  mutating func outcome(
    of compiled: CompiledExpression, isTraced: Bool
  ) throws(CEL.EvaluationError) -> CEL.Program.Outcome {
    for definition in compiled.definitions { define(definition) }
    for definition in compiled.definitions.reversed() {
      if let error = unread[definition.name] { throw error }
    }
    let outcome = compiled.program.evaluate(activation, isTraced: isTraced)
    cost += outcome.cost
    return outcome
  }

  private mutating func define(_ part: CompiledExpression.Part) {
    guard defined.insert(part.name).inserted else { return }
    let outcome = part.program.evaluate(activation)
    cost += outcome.cost
    switch outcome.result {
    case .success(let value): activation.variables[part.name] = value
    case .failure(let error): unread[part.name] = error
    }
  }
}
