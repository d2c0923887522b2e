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

  private func check(_ view: ViewRule) {
    for origin in view.origins {
      values([NamedExpression("key", view.key)] + origin.columns, on: origin.event)
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
    for value in values {
      guard let found = kind(of: value.expression, on: type, trigger: trigger), !found.isShown
      else { continue }
      note(
        value.expression, .expressionValue,
        ["name": .text(value.name), "found": .text(found.description)])
    }
  }

  private func kind(
    of text: ExpressionText, on type: String, trigger: String?
  ) -> CEL.Kind? {
    findings.collect { () throws(Failure) in
      try environment.checked(text, on: type, trigger: trigger).kind
    }
  }

  private func note(
    _ text: ExpressionText, _ code: Failure.Code, _ values: [String: Failure.Value]
  ) {
    findings.add(Failure(code, values, at: text.place(at: 0)))
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
