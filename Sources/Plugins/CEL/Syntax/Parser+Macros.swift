import Values

extension CEL.Parser {
  /// What a macro stands for, or nil when the call is none.
  ///
  /// A macro is known by its name, its receiver and the number of its arguments; any other call of that name is
  /// a plain call.
  ///
  /// Source: the language definition, "Macros", and the extensions of cel-go for two variables, bindings,
  /// optional values and `math`.
  mutating func expand(
    _ name: String, on target: CEL.Expression?, _ arguments: [CEL.Expression], at offset: Int
  ) throws(CEL.Fault) -> CEL.Expression? {
    guard let target else {
      guard name == "has", arguments.count == 1 else { return nil }
      return try expandHas(arguments[0], at: offset)
    }
    switch (target.shape, name, arguments.count) {
    case (.name("cel"), "bind", 3): return try expandBind(arguments, at: offset)
    case (.name("math"), "greatest", 3...), (.name("math"), "least", 3...):
      return try expandExtreme(name, of: target, arguments, at: offset)
    case (_, "optMap", 2): return try expandOptional(target, arguments, wraps: true, at: offset)
    case (_, "optFlatMap", 2):
      return try expandOptional(target, arguments, wraps: false, at: offset)
    default: return try expandComprehension(name, over: target, arguments, at: offset)
    }
  }

  private mutating func expandHas(
    _ argument: CEL.Expression, at offset: Int
  ) throws(CEL.Fault) -> CEL.Expression {
    guard case .select(let operand, let field, isOptional: false) = argument.shape else {
      throw unfit("has", at: argument.offset)
    }
    return try node(at: offset, .has(operand, field: field), over: [operand])
  }

  private mutating func expandBind(
    _ arguments: [CEL.Expression], at offset: Int
  ) throws(CEL.Fault) -> CEL.Expression {
    let name = try variable(arguments[0], of: "cel.bind")
    return try node(
      at: offset, .bind(name, arguments[1], arguments[2]), over: [arguments[1], arguments[2]])
  }

  /// Three or more arguments of `math.greatest` and `math.least` are one list.
  private mutating func expandExtreme(
    _ name: String, of target: CEL.Expression, _ arguments: [CEL.Expression], at offset: Int
  ) throws(CEL.Fault) -> CEL.Expression {
    let elements = arguments.map { CEL.Expression.Element($0, isOptional: false) }
    let list = try node(at: offset, .list(elements), over: arguments)
    return try node(at: offset, .call(name, target: target, [list]), over: [target, list])
  }

  /// The name that the receiver of `optMap` has while its value is looked at; no text can write it.
  static let held = "@optional"

  /// `o.optMap(x, e)` is `o.hasValue() ? optional.of(e with x = o.value()) : optional.none()`, and
  /// `optFlatMap` the same without `optional.of`; `o` is evaluated once.
  private mutating func expandOptional(
    _ target: CEL.Expression, _ arguments: [CEL.Expression], wraps: Bool, at offset: Int
  ) throws(CEL.Fault) -> CEL.Expression {
    let name = try variable(arguments[0], of: wraps ? "optMap" : "optFlatMap")
    let isThere = try call("hasValue", onHeldAt: offset)
    let value = try call("value", onHeldAt: offset)
    let bound = try node(
      at: offset, .bind(name, value, arguments[1]), over: [value, arguments[1]])
    let result = wraps ? try call("optional.of", [bound], at: offset) : bound
    let none = try call("optional.none", [], at: offset)
    let choice = try call(
      CEL.Operator.conditional.rawValue, [isThere, result, none], at: offset)
    return try node(at: offset, .bind(Self.held, target, choice), over: [target, choice])
  }

  private mutating func call(
    _ function: String, onHeldAt offset: Int
  ) throws(CEL.Fault) -> CEL.Expression {
    let held = try node(at: offset, .name(Self.held))
    return try node(at: offset, .call(function, target: held, []), over: [held])
  }

  /// The name of a variable that a macro declares.
  func variable(_ argument: CEL.Expression, of macro: String) throws(CEL.Fault) -> String {
    guard case .name(let name) = argument.shape, !name.hasPrefix(".") else {
      throw unfit(macro, at: argument.offset)
    }
    return name
  }

  private func unfit(_ macro: String, at offset: Int) -> CEL.Fault {
    let code: Failure.Code = macro == "has" ? .expressionHas : .expressionVariable
    return CEL.Fault(code, ["macro": .text(macro)], at: offset)
  }
}
