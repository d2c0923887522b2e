import Values

extension CEL {
  /// Gives each node its kind, or says what does not fit.
  ///
  /// ```swift
  /// try environment.checked("members.all(m, m.state != '')").kind  // bool
  /// ```
  ///
  /// Source: the language definition, "Type Checking".
  package struct Checker {
    let environment: Environment
    var inference = Inference()
    /// Variables of macros, the innermost last.
    private var locals: [(name: String, kind: Kind)] = []
    private var kinds: [Int: Kind] = [:]
    var overloads: [Int: [String]] = [:]

    private init(_ environment: Environment) { self.environment = environment }

    /// Checks an expression whose names are resolved.
    ///
    /// - Throws: The first fault, from left to right.
    package static func check(
      _ expression: Expression, in environment: Environment
    ) throws(Fault) -> Checked {
      var checker = Checker(environment)
      _ = try checker.check(expression)
      let inference = checker.inference
      return Checked(
        expression: expression,
        kinds: checker.kinds.mapValues { inference.known($0, freeIsDyn: true) },
        overloads: checker.overloads)
    }

    mutating func check(_ expression: Expression) throws(Fault) -> Kind {
      let kind = try kind(of: expression)
      kinds[expression.id] = kind
      return kind
    }

    private mutating func kind(of expression: Expression) throws(Fault) -> Kind {
      switch expression.shape {
      case .literal(let literal): return literal.kind
      case .name(let name): return try kind(ofName: name, at: expression.offset)
      case .select(let operand, let field, let isOptional):
        let known = inference.known(try check(operand))
        let kind = try self.field(field, of: known, at: expression.offset)
        if case .optional = known { return kind }
        return isOptional ? .optional(kind) : kind
      case .has(let operand, let field):
        _ = try self.field(field, of: try check(operand), at: expression.offset)
        return .bool
      case .call(let function, let target, let arguments):
        return try checkCall(expression, of: function, on: target, arguments)
      case .list(let elements): return try checkList(elements)
      case .map(let entries): return try checkMap(entries)
      case .message(let name):
        throw Fault(.expressionMessage, ["found": .text(name.shortened)], at: expression.offset)
      case .comprehension(let comprehension): return try check(comprehension)
      case .bind(let name, let value, let body):
        let bound = try check(value)
        return try with([(name, bound)]) { checker throws(Fault) in try checker.check(body) }
      }
    }

    /// Runs a part of the check in which more names are known.
    mutating func with<T>(
      _ variables: [(name: String, kind: Kind)], _ part: (inout Checker) throws(Fault) -> T
    ) throws(Fault) -> T {
      locals += variables
      defer { locals.removeLast(variables.count) }
      return try part(&self)
    }

    /// Whether a name is a variable or a type.
    func isKnown(_ name: String) -> Bool {
      locals.contains { $0.name == name } || environment.hasVariable(name)
    }

    private func kind(ofName name: String, at offset: Int) throws(Fault) -> Kind {
      if let local = locals.last(where: { $0.name == name }) { return local.kind }
      let global = name.hasPrefix(".") ? String(name.dropFirst()) : name
      if let kind = environment.variables[global] { return kind }
      if let kind = Declarations.types[global] { return kind }
      let known = locals.map(\.name) + environment.variables.keys.sorted()
      throw Fault(
        .expressionNameUnknown,
        [
          "found": .text(global.shortened),
          "nearest": .text(Nearest.word(to: global, among: known) ?? ""),
        ], at: offset)
    }

    /// What the fault says when a kind is not one of those that are asked for.
    func unfit(_ found: Kind, for expected: [String], at offset: Int) -> Fault {
      let text = inference.known(found, freeIsDyn: true).description.shortened
      return Fault(
        .expressionType, ["found": .text(text), "expected": .list(expected)], at: offset)
    }

    /// Holds that a value is of a kind.
    mutating func require(
      _ found: Kind, to be: Kind, at offset: Int
    ) throws(Fault) {
      guard inference.assign(found, to: be) else {
        throw unfit(found, for: [be.description], at: offset)
      }
    }
  }
}

extension CEL.Literal {
  var kind: CEL.Kind {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    }
  }
}
