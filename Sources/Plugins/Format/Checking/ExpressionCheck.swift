internal import Values

/// Checks every expression of a plugin against what it may name, and notes each fault at its place.
struct ExpressionCheck {
  private let rules: Rules
  private let environment: RuleEnvironment
  private let findings: Findings

  static func run(_ rules: Rules, _ findings: Findings) {
    let check = ExpressionCheck(
      rules: rules, environment: RuleEnvironment(rules), findings: findings)
    check.definitions()
    for rule in rules.guards { check.check(rule) }
    for rule in rules.obligations { check.check(rule) }
    for view in rules.views { check.check(view) }
    for document in rules.documents { check.values(document.values, on: document.on) }
  }

  private func definitions() {
    let cycle = Definitions(rules.definitions).cycle
    for definition in rules.definitions {
      if KernelRecords.names.contains(definition.name) {
        note(definition.expression, .definitionTaken, ["name": .text(definition.name)])
      } else if definition.name == cycle.first {
        let path = Failure.Value.text(cycle.joined(separator: " → "))
        note(definition.expression, .definitionCycle, ["name": .text(cycle[0]), "path": path])
      } else if !cycle.contains(definition.name) {
        _ = findings.collect { () throws(Failure) in try environment.check(definition) }
      }
    }
  }

  private func check(_ rule: GuardRule) {
    for type in rule.on {
      if let when = rule.when { require(when, .bool, on: type) }
      require(rule.require, .bool, on: type)
      values(rule.values, on: type)
    }
  }

  private func check(_ rule: ObligationRule) {
    if let when = rule.when { require(when, .bool, on: rule.on) }
    require(rule.due, .timestamp, on: rule.on, trigger: rule.on)
    if let condition = rule.metWhere {
      require(condition, .bool, on: rule.metBy, trigger: rule.on)
    }
    values(rule.values, on: rule.on, trigger: rule.on)
  }

  /// A view follows from its events alone, so that it can be made again from the log.
  private func check(_ view: ViewRule) {
    for origin in view.origins {
      for column in origin.columns where ViewRule.takenColumns.contains(column.name) {
        note(column.expression, .viewColumnTaken, ["column": .text(column.name)])
      }
      for value in [NamedExpression("key", view.key)] + origin.columns {
        guard isShown(value, on: origin.event, trigger: nil),
          let name = environment.outsideNames(of: value.expression, on: origin.event).first
        else { continue }
        note(
          value.expression, .viewNameOutside,
          ["name": .text(name), "choices": .list(ViewRule.names)])
      }
    }
  }

  private func require(
    _ text: ExpressionText, _ kind: CEL.Kind, on type: String, trigger: String? = nil
  ) {
    guard let found = self.kind(of: text, on: type, trigger: trigger), found != kind else { return }
    note(
      text, .expressionType,
      ["found": .text(found.description), "expected": .list([kind.description])])
  }

  /// Values that a message or a view can show: texts, numbers, truths, moments and lists of them.
  private func values(_ values: [NamedExpression], on type: String, trigger: String? = nil) {
    for value in values { _ = isShown(value, on: type, trigger: trigger) }
  }

  /// Whether a value has no fault and can be shown; a fault is noted.
  private func isShown(_ value: NamedExpression, on type: String, trigger: String?) -> Bool {
    guard let found = kind(of: value.expression, on: type, trigger: trigger) else { return false }
    if !found.isShown {
      note(
        value.expression, .expressionValue,
        ["name": .text(value.name), "found": .text(found.description)])
    }
    return found.isShown
  }

  private func kind(
    of text: ExpressionText, on type: String, trigger: String?
  ) -> CEL.Kind? {
    findings.collect { () throws(Failure) in
      try environment.planned(text, on: type, trigger: trigger).checked.kind
    }
  }

  private func note(
    _ text: ExpressionText, _ code: Failure.Code, _ values: [String: Failure.Value]
  ) {
    findings.add(Failure(code, values, at: text.place(at: 0)))
  }
}

extension RuleEnvironment {
  /// The names of the network that an expression of a view uses, itself or by a definition.
  fileprivate func outsideNames(of text: ExpressionText, on type: String) -> [String] {
    guard let compiled = try? compiled(text, on: type) else { return [] }
    return compiled.names.filter { name in
      KernelRecords.names.contains(name) && !ViewRule.names.contains(name)
    }.sorted()
  }
}

extension CEL.Kind {
  /// Whether a reader can be shown a value of it.
  fileprivate var isShown: Bool {
    switch self {
    case .dyn, .bool, .int, .uint, .string, .timestamp: true
    case .list(let inner), .optional(let inner): inner.isShown
    case .null, .double, .bytes, .duration, .map, .type, .record, .parameter, .opaque: false
    }
  }
}
