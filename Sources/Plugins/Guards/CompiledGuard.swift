package import Values

/// A guard made ready for the events of one type.
package struct CompiledGuard: Sendable {
  package let rule: GuardRule
  /// Nil where it always applies.
  let when: CompiledExpression?
  let require: CompiledExpression
  let values: [(name: String, expression: CompiledExpression)]

  /// The names of the network that have to be known before it can answer.
  package var names: Set<String> {
    ([when, require].compactMap(\.self) + values.map(\.expression))
      .reduce(into: []) { $0.formUnion($1.names) }
  }

  /// Judges an event.
  ///
  /// - Parameter scope: What is known of the network and of the event; definitions are kept in it.
  /// - Returns: Whether the guard applies and holds, with everything that its answer follows from.
  package func verdict(in scope: inout ExpressionScope) -> GuardVerdict {
    let start = scope.cost
    var verdict = GuardVerdict(rule: rule, answer: .doesNotApply)
    do throws(CEL.EvaluationError) {
      if let when, try !isTrue(when, in: &scope, &verdict) {
        return verdict.costing(scope.cost - start)
      }
      verdict.answer = try isTrue(require, in: &scope, &verdict) ? .holds : .fails
    } catch {
      verdict.answer = .cannotTell(error)
    }
    if verdict.answer.isAgainst { quote(in: &scope, &verdict) }
    return verdict.costing(scope.cost - start)
  }

  private func isTrue(
    _ condition: CompiledExpression, in scope: inout ExpressionScope, _ verdict: inout GuardVerdict
  ) throws(CEL.EvaluationError) -> Bool {
    let outcome = try scope.outcome(of: condition, isTraced: true)
    verdict.absorbed += outcome.absorbed
    if let trace = outcome.trace {
      verdict.parts += ExpressionParts.of(condition.expression, trace, scope.calendar)
    }
    guard case .bool(let isTrue) = try outcome.result.get() else {
      throw CEL.EvaluationError(
        .evaluationNoOverload, ["function": .text("require"), "types": .text("dyn")])
    }
    return isTrue
  }

  /// What the message quotes; a value that cannot be told never hides the refusal.
  private func quote(in scope: inout ExpressionScope, _ verdict: inout GuardVerdict) {
    for value in values {
      let found: Failure.Value
      do throws(CEL.EvaluationError) {
        found = try Failure.Value(scope.value(of: value.expression), in: scope.calendar)
      } catch {
        found = .word("word.unknown")
      }
      verdict.values[value.name] = found
    }
  }
}

/// What a guard says to an event, and how it came to that.
package struct GuardVerdict: Sendable {
  package enum Answer: Sendable {
    /// Its condition is not met: it says nothing.
    case doesNotApply
    case holds
    case fails
    /// It asks for something that is not there: a rule that cannot be answered is not met.
    case cannotTell(CEL.EvaluationError)

    /// Whether it stands against the event.
    package var isAgainst: Bool {
      switch self {
      case .doesNotApply, .holds: false
      case .fails, .cannotTell: true
      }
    }
  }

  package let rule: GuardRule
  package internal(set) var answer: Answer
  /// What the message quotes; only of a guard that stands against the event.
  package internal(set) var values: [String: Failure.Value] = [:]
  /// The parts of the conditions with what each came to, in reading order.
  package internal(set) var parts: [ExpressionPart] = []
  /// Units of the budget of 1,000,000.
  package internal(set) var cost = 0
  /// Errors that `&&`, `||`, `all` and `exists` passed over.
  package internal(set) var absorbed = 0

  init(rule: GuardRule, answer: Answer) { (self.rule, self.answer) = (rule, answer) }

  fileprivate func costing(_ units: Int) -> GuardVerdict {
    var verdict = self
    verdict.cost = units
    return verdict
  }
}
