package import Values

/// An obligation made ready: whether an event brings it about, by when it is due, and what meets it.
///
/// It is shown and never blocks: what cannot be told is shown rather than hidden.
package struct CompiledObligation: Sendable {
  package let rule: ObligationRule
  /// Nil where every event of the type brings it about.
  let when: CompiledExpression?
  let due: CompiledExpression
  /// Nil where any event of the other type meets it.
  let met: CompiledExpression?
  let values: [(name: String, expression: CompiledExpression)]

  /// What an event brings about.
  package struct Debt: Hashable, Sendable {
    /// Nil where the rules cannot tell: it is owed at once.
    package let due: Instant?
    /// What the message quotes.
    package let values: [String: Failure.Value]
  }

  /// The names of the network that an event which brings it about has to be seen with.
  package var names: Set<String> {
    ([when, due].compactMap(\.self) + values.map(\.expression))
      .reduce(into: []) { $0.formUnion($1.names) }
  }

  /// The same of an event that may meet it.
  package var namesOfMeeting: Set<String> { met?.names ?? [] }

  /// What an event brings about.
  ///
  /// - Parameter scope: What is known of the event, as the `payload` and as the `trigger`.
  /// - Returns: Nil where `when` does not hold.
  package func debt(in scope: inout ExpressionScope) -> Debt? {
    if let when, !holds(when, orUnknown: true, in: &scope) { return nil }
    var quoted: [String: Failure.Value] = [:]
    for value in values {
      do throws(CEL.EvaluationError) {
        let found = try scope.value(of: value.expression)
        quoted[value.name] = Failure.Value(found, in: scope.calendar)
      } catch {
        quoted[value.name] = .word("word.unknown")
      }
    }
    return Debt(due: moment(in: &scope), values: quoted)
  }

  /// Whether an event meets it.
  ///
  /// - Parameter scope: What is known of the event, with the `trigger` that brought the obligation about.
  /// - Returns: False for an event of which it cannot be told.
  package func isMet(in scope: inout ExpressionScope) -> Bool {
    met.map { holds($0, orUnknown: false, in: &scope) } ?? true
  }

  private func moment(in scope: inout ExpressionScope) -> Instant? {
    do throws(CEL.EvaluationError) {
      guard case .timestamp(let moment) = try scope.value(of: due) else { return nil }
      return moment.instant
    } catch {
      return nil
    }
  }

  private func holds(
    _ condition: CompiledExpression, orUnknown unknown: Bool, in scope: inout ExpressionScope
  ) -> Bool {
    do throws(CEL.EvaluationError) {
      guard case .bool(let holds) = try scope.value(of: condition) else { return unknown }
      return holds
    } catch {
      return unknown
    }
  }
}

extension RuleEnvironment {
  /// An obligation made ready for the events of its types.
  func compiled(_ rule: ObligationRule) throws(Failure) -> CompiledObligation {
    var when: CompiledExpression?
    if let text = rule.when { when = try compiled(text, on: rule.on) }
    var met: CompiledExpression?
    if let text = rule.metWhere { met = try compiled(text, on: rule.metBy, trigger: rule.on) }
    var values: [(name: String, expression: CompiledExpression)] = []
    for value in rule.values {
      values.append((value.name, try compiled(value.expression, on: rule.on, trigger: rule.on)))
    }
    let due = try compiled(rule.due, on: rule.on, trigger: rule.on)
    return CompiledObligation(rule: rule, when: when, due: due, met: met, values: values)
  }
}
