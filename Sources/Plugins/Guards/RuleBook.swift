package import Values

/// The expressions of one version of the rules, each made ready when it is first asked for.
///
/// ```swift
/// var book = RuleBook(rules, zone: .utc)
/// for compiled in try book.guards(on: "member.admitted") { ... }
/// ```
package struct RuleBook {
  private let rules: Rules
  private let environment: RuleEnvironment
  package let calendar: CEL.Calendar
  private var guards: [String: [CompiledGuard]] = [:]
  private var obligations: [String: [CompiledObligation]] = [:]
  private var views: [String: [CompiledView]] = [:]
  private var scopes: [String: RecordScope] = [:]

  /// - Parameters:
  ///   - rules: Loaded, so that every expression in them has been checked.
  ///   - zone: That of the rules, with whose calendar days are counted.
  package init(_ rules: Rules, zone: Zone) {
    self.rules = rules
    environment = RuleEnvironment(rules)
    calendar = CEL.Calendar(zone: zone, days: rules.calendar.days)
  }

  /// The guards that look at events of a type, in the order of the rules.
  ///
  /// - Throws: The fault of an expression; rules that were loaded have none.
  package mutating func guards(on type: String) throws(Failure) -> [CompiledGuard] {
    if let known = guards[type] { return known }
    var found: [CompiledGuard] = []
    for rule in rules.guards where rule.on.contains(type) {
      found.append(try environment.compiled(rule, on: type))
    }
    guards[type] = found
    return found
  }

  /// The obligations that events of a type bring about, in the order of the rules.
  ///
  /// - Throws: The fault of an expression; rules that were loaded have none.
  package mutating func obligations(on type: String) throws(Failure) -> [CompiledObligation] {
    if let known = obligations[type] { return known }
    var found: [CompiledObligation] = []
    for rule in rules.obligations where rule.on == type {
      found.append(try environment.compiled(rule))
    }
    obligations[type] = found
    return found
  }

  /// The views that take events of a type, in the order of the rules.
  ///
  /// - Throws: The fault of an expression; rules that were loaded have none.
  package mutating func views(on type: String) throws(Failure) -> [CompiledView] {
    if let known = views[type] { return known }
    var found: [CompiledView] = []
    for view in rules.views {
      if let compiled = try environment.compiled(view, on: type) { found.append(compiled) }
    }
    views[type] = found
    return found
  }

  /// What a document quotes, made ready.
  ///
  /// - Throws: The fault of an expression; rules that were loaded have none.
  package func values(
    of document: DocumentRule
  ) throws(Failure) -> [(name: String, expression: CompiledExpression)] {
    var values: [(name: String, expression: CompiledExpression)] = []
    for value in document.values {
      values.append((value.name, try environment.compiled(value.expression, on: document.on)))
    }
    return values
  }

  /// What the expressions see of an event: each name with the value that stands under it.
  ///
  /// - Parameters:
  ///   - type: Of the event whose `payload` it is.
  ///   - trigger: Of the event that brought an obligation about.
  ///   - facts: Values by the names of the network's variables; one that is missing is unknown.
  /// - Returns: A scope in which guards answer.
  /// - Throws: The fault of a definition; rules that were loaded have none.
  package mutating func scope(
    on type: String, trigger: String? = nil, facts: JSON.Fields
  ) throws(Failure) -> ExpressionScope {
    let names = try environment.environment(for: [], on: type, trigger: trigger)
    let key = trigger.map { "\(type) \($0)" } ?? type
    let records = scopes[key] ?? RecordScope(names.records, calendar: calendar)
    scopes[key] = records
    var activation = CEL.Activation()
    activation.calendar = calendar
    activation.zones = { [name = rules.zone, zone = calendar.zone] asked in
      asked == name ? zone : asked == "UTC" ? .utc : nil
    }
    for fact in facts.members {
      guard let kind = names.variables[fact.name] else { continue }
      activation.variables[fact.name] = CEL.Value(fact.value, as: kind, in: records)
    }
    let parameters = rules.parameters.map { ($0.name, $0.value.json) }
    activation.variables["params"] = CEL.Value(
      .object(JSON.Fields(parameters)), as: .record("params"), in: records)
    return ExpressionScope(activation)
  }
}

extension ParameterValue {
  /// As expressions see it.
  fileprivate var json: JSON {
    switch self {
    case .int(let value): .int(Int64(value))
    case .bool(let value): .bool(value)
    case .period, .fraction, .text: .text(text)
    }
  }
}
