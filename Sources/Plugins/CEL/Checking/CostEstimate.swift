import Values

extension CEL {
  /// How long the lists may become that an expression goes over.
  package struct Maxima: Hashable, Sendable {
    /// By the name of the variable.
    package var lists: [String: Int] = ["members": 500, "votes": 500, "meetings": 2_000]
    /// Of a variable without a maximum of its own.
    package var otherList = 100
    /// Of a list or map in a field of a record, or that a function gives.
    package var innerList = 100
    /// Bytes of a text that is not written in the expression.
    package var text = 1_000

    package init() {}
  }

  /// The most that an expression can cost: told when a rule is loaded, not when a plenary is sitting.
  ///
  /// One unit for each node that is evaluated, for each element of a list that a function or an operator looks through,
  /// and for every ten bytes of a text that is read or made. The evaluator counts in the same units.
  package struct CostEstimate {
    /// A rule that could cost more is not loaded.
    package static let most = 1_000_000

    let checked: Checked
    let maxima: Maxima
    /// Variables of macros, the innermost last, with the most elements or bytes that they have.
    var locals: [(name: String, held: Held)] = []

    /// What an expression costs at the most; the largest `Int` when it is more than that.
    package static func units(of checked: Checked, maxima: Maxima = Maxima()) -> Int {
      var estimate = CostEstimate(checked: checked, maxima: maxima)
      return estimate.estimate(checked.expression).cost
    }

    /// Holds an expression to a million units.
    ///
    /// - Throws: A fault with both numbers; shorter lists, declared as `maxima`, or a rule with fewer loops in each
    ///   other mend it.
    package static func require(
      _ checked: Checked, maxima: Maxima = Maxima()
    ) throws(Fault) {
      let cost = units(of: checked, maxima: maxima)
      guard cost <= most else {
        throw Fault(.expressionCost, ["cost": .int(cost), "most": .int(most)], at: 0)
      }
    }
  }

  /// What a variable of a macro stands for.
  enum Held {
    /// What `cel.bind` gave it.
    case value(size: Int, inner: Int)
    /// An element of a list or map in which no value is larger.
    case element(inner: Int)
  }

  /// What a node costs, and how large its value can become.
  struct Estimate {
    var cost: Int
    /// The most elements or bytes.
    var size = 0
    /// The most elements or bytes of a value inside it, where that is known to be larger than usual.
    var inner = 0
  }
}

extension CEL.CostEstimate {
  mutating func estimate(_ expression: CEL.Expression) -> CEL.Estimate {
    switch expression.shape {
    case .literal(let literal): return CEL.Estimate(cost: 1, size: literal.size)
    case .name(let name): return estimate(ofName: name, expression)
    case .select(let operand, _, _): return part(of: estimate(operand), expression)
    case .has(let operand, _): return CEL.Estimate(cost: 1.adding(estimate(operand).cost))
    case .call(let function, let target, let arguments):
      return call(expression, function, (target.map { [$0] } ?? []) + arguments)
    case .list(let elements): return container(elements.map(\.value), count: elements.count)
    case .map(let entries):
      return container(entries.flatMap { [$0.key, $0.value] }, count: entries.count)
    case .message: return CEL.Estimate(cost: 1)
    case .comprehension(let comprehension): return loop(comprehension)
    case .bind(let name, let value, let body):
      let bound = estimate(value)
      locals.append((name, .value(size: bound.size, inner: bound.inner)))
      defer { locals.removeLast() }
      var whole = estimate(body)
      whole.cost = 1.adding(bound.cost).adding(whole.cost)
      return whole
    }
  }

  /// A value out of another one, one unit dearer.
  func part(of whole: CEL.Estimate, _ expression: CEL.Expression) -> CEL.Estimate {
    CEL.Estimate(
      cost: 1.adding(whole.cost), size: max(usualSize(expression), whole.inner), inner: whole.inner)
  }

  private mutating func container(_ parts: [CEL.Expression], count: Int) -> CEL.Estimate {
    var whole = CEL.Estimate(cost: 1, size: count)
    for part in parts {
      let held = estimate(part)
      whole.cost = whole.cost.adding(held.cost)
      whole.inner = max(whole.inner, held.size, held.inner)
    }
    return whole
  }

  private mutating func loop(_ comprehension: CEL.Comprehension) -> CEL.Estimate {
    let range = estimate(comprehension.range)
    locals += comprehension.variables.map { ($0, .element(inner: range.inner)) }
    defer { locals.removeLast(comprehension.variables.count) }
    var turn = comprehension.condition.map { estimate($0).cost.adding(1) } ?? 1
    let result = comprehension.result.map { estimate($0) } ?? CEL.Estimate(cost: 0)
    turn = turn.adding(result.cost)
    let cost = 1.adding(range.cost).adding(range.size.multiplying(turn))
    let inner = max(range.inner, result.size, result.inner)
    switch comprehension.form {
    case .all, .exists, .existsOne: return CEL.Estimate(cost: cost)
    case .map, .filter, .transformMap:
      return CEL.Estimate(cost: cost, size: range.size, inner: inner)
    case .transformMapEntry:
      let entries = range.size.multiplying(max(result.size, 1))
      return CEL.Estimate(cost: cost.adding(entries), size: entries, inner: inner)
    }
  }

  func isText(_ expression: CEL.Expression) -> Bool {
    switch kind(expression) {
    case .string, .bytes, .dyn: true
    default: false
    }
  }

  private func kind(_ expression: CEL.Expression) -> CEL.Kind {
    checked.kinds[expression.id] ?? .dyn
  }

  private func estimate(ofName name: String, _ expression: CEL.Expression) -> CEL.Estimate {
    switch locals.last(where: { $0.name == name })?.held {
    case .value(let size, let inner): return CEL.Estimate(cost: 1, size: size, inner: inner)
    case .element(let inner): return part(of: CEL.Estimate(cost: 0, inner: inner), expression)
    case nil: break
    }
    let global = name.hasPrefix(".") ? String(name.dropFirst()) : name
    switch kind(expression) {
    case .list, .map, .dyn:
      return CEL.Estimate(cost: 1, size: max(maxima.lists[global] ?? maxima.otherList, 0))
    default: return CEL.Estimate(cost: 1, size: usualSize(expression))
    }
  }

  /// The most elements or bytes of a value that comes from a record or a function.
  func usualSize(_ expression: CEL.Expression) -> Int { usualSize(kind(expression)) }

  private func usualSize(_ kind: CEL.Kind) -> Int {
    switch kind {
    case .list, .map, .dyn: maxima.innerList
    case .string, .bytes: maxima.text
    case .optional(let inner): usualSize(inner)
    case .null, .bool, .int, .uint, .double, .timestamp, .duration, .type, .record, .parameter,
      .opaque:
      0
    }
  }

  /// Units for going once through a value of a size.
  func traversal(_ expression: CEL.Expression, size: Int) -> Int {
    switch kind(expression) {
    case .string, .bytes: size / 10 + (size % 10 == 0 ? 0 : 1)
    case .list, .map, .dyn: size
    default: 0
    }
  }
}

extension CEL.Literal {
  /// Bytes of a text.
  fileprivate var size: Int {
    switch self {
    case .string(let text): text.utf8.count
    case .bytes(let bytes): bytes.count
    case .null, .bool, .int, .uint, .double: 0
    }
  }
}

extension Int {
  /// Sums and products of costs never pass the largest number.
  func adding(_ other: Int) -> Int {
    let (sum, isTooLarge) = addingReportingOverflow(other)
    return isTooLarge ? .max : sum
  }

  func multiplying(_ other: Int) -> Int {
    let (product, isTooLarge) = multipliedReportingOverflow(by: other)
    return isTooLarge ? .max : product
  }
}
