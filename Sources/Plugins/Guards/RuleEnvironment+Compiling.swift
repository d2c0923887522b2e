package import Values

extension RuleEnvironment {
  /// A guard made ready for the events of a type.
  func compiled(_ rule: GuardRule, on type: String) throws(Failure) -> CompiledGuard {
    var when: CompiledExpression?
    if let text = rule.when { when = try compiled(text, on: type) }
    var values: [(name: String, expression: CompiledExpression)] = []
    for value in rule.values {
      values.append((value.name, try compiled(value.expression, on: type)))
    }
    return CompiledGuard(
      rule: rule, when: when, require: try compiled(rule.require, on: type), values: values)
  }

  /// A view made ready for the events of a type; nil for one that takes no such events.
  func compiled(_ view: ViewRule, on type: String) throws(Failure) -> CompiledView? {
    guard let origin = view.origins.first(where: { $0.event == type }) else { return nil }
    var columns: [(name: String, expression: CompiledExpression)] = []
    for column in origin.columns {
      columns.append((column.name, try compiled(column.expression, on: type)))
    }
    return CompiledView(name: view.name, key: try compiled(view.key, on: type), columns: columns)
  }

  /// An expression made ready, with the definitions that it uses.
  ///
  /// - Parameters:
  ///   - text: The expression.
  ///   - type: Of the event whose `payload` it sees; nil for none.
  ///   - trigger: Of the event that brought an obligation about.
  /// - Returns: What a scope evaluates.
  /// - Throws: Its first fault; an expression of rules that were loaded has none.
  package func compiled(
    _ text: ExpressionText, on type: String?, trigger: String? = nil
  ) throws(Failure) -> CompiledExpression {
    let (checked, program, scope) = try planned(text, on: type, trigger: trigger)
    do throws(CEL.Fault) {
      var definitions: [CompiledExpression.Part] = []
      for part in used(checked.expression.freeNames) {
        let resolved = CEL.Resolver.resolve(part.expression, in: scope)
        let definition = try CEL.Checker.check(resolved, in: scope)
        definitions.append(
          CompiledExpression.Part(
            name: part.name, program: try CEL.Program(definition, in: scope)))
      }
      return CompiledExpression(
        expression: checked.expression, program: program, definitions: definitions)
    } catch {
      throw text.failure(error)
    }
  }
}

extension CEL.Program {
  convenience init(
    _ checked: CEL.Checked, in environment: CEL.Environment
  ) throws(CEL.Fault) {
    try self.init(checked.expression, kinds: checked.kinds, in: environment)
  }
}
