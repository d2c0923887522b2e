extension CEL {
  /// Finds which dotted names are variables, which are types, and which functions have a namespace.
  ///
  /// `a.b.c` is the variable of the longest prefix that is declared, looked for in the container first; variables
  /// of macros hide all others, but for a name with a leading point. `math.greatest(x)` becomes a call without a
  /// receiver. A name that nothing is known of stays as it is: the checker refuses it, and without the checker it
  /// is an error when it is evaluated.
  ///
  /// After it, a name is one variable though it holds points. It keeps its leading point only where a variable of a
  /// macro would hide it.
  ///
  /// Source: the language definition, "Name Resolution".
  package struct Resolver {
    private let environment: Environment
    /// What the container puts before a name, the longest first, the empty one last.
    private let prefixes: [String]
    private var locals: [String] = []

    private init(_ environment: Environment) {
      self.environment = environment
      let parts = environment.container.split(separator: ".")
      prefixes =
        (0..<parts.count).map { parts.dropLast($0).joined(separator: ".") + "." } + [""]
    }

    /// The same expression with the full names of its variables, types and functions.
    package static func resolve(_ expression: Expression, in environment: Environment)
      -> Expression
    {
      var resolver = Resolver(environment)
      return resolver.resolve(expression)
    }

    private mutating func resolve(_ expression: Expression) -> Expression {
      if let name = variable(expression) { return name }
      return Expression(
        id: expression.id, offset: expression.offset, shape(of: expression.shape))
    }

    private mutating func shape(of shape: Expression.Shape) -> Expression.Shape {
      switch shape {
      case .literal, .name, .message: return shape
      case .select(let operand, let field, let isOptional):
        return .select(resolve(operand), field: field, isOptional: isOptional)
      case .has(let operand, let field): return .has(resolve(operand), field: field)
      case .call(let function, let target, let arguments):
        return call(function, target, arguments)
      case .list(let elements):
        return .list(
          elements.map { Expression.Element(resolve($0.value), isOptional: $0.isOptional) })
      case .map(let entries):
        return .map(
          entries.map {
            Expression.Entry(resolve($0.key), resolve($0.value), isOptional: $0.isOptional)
          })
      case .comprehension(let comprehension): return .comprehension(resolve(comprehension))
      case .bind(let name, let value, let body):
        let value = resolve(value)
        return .bind(name, value, with([name]) { $0.resolve(body) })
      }
    }

    private mutating func with<T>(_ names: [String], _ body: (inout Resolver) -> T) -> T {
      locals += names
      defer { locals.removeLast(names.count) }
      return body(&self)
    }

    private mutating func resolve(_ comprehension: Comprehension) -> Comprehension {
      let range = resolve(comprehension.range)
      return with(comprehension.variables) { resolver in
        Comprehension(
          comprehension.form, over: range, variables: comprehension.variables,
          condition: comprehension.condition.map { resolver.resolve($0) },
          result: comprehension.result.map { resolver.resolve($0) })
      }
    }

    private mutating func call(
      _ function: String, _ target: Expression?, _ arguments: [Expression]
    ) -> Expression.Shape {
      let resolved = arguments.map { resolve($0) }
      if let target {
        if let chain = target.dottedName, !isLocal(chain),
          let found = find("\(chain).\(function)", where: environment.hasFunction)
        {
          return .call(found, target: nil, resolved)
        }
        return .call(function, target: resolve(target), resolved)
      }
      return .call(
        find(function, where: environment.hasFunction) ?? function, target: nil, resolved)
    }

    /// The variable or type that names with points between them are, or nil.
    private func variable(_ expression: Expression) -> Expression? {
      guard let chain = expression.dottedName, !isLocal(chain),
        let found = find(chain, where: environment.hasVariable)
      else { return nil }
      let name = locals.contains(found) ? ".\(found)" : found
      return Expression(id: expression.id, offset: expression.leftmost, .name(name))
    }

    /// Whether names with points between them begin with a variable of a macro.
    private func isLocal(_ chain: String) -> Bool {
      guard !locals.isEmpty else { return false }
      let first = chain.prefix { $0 != "." }
      return locals.contains { $0 == first }
    }

    private func find(_ name: String, where isThere: (String) -> Bool) -> String? {
      if name.utf8.first == UInt8(ascii: ".") {
        let outermost = String(name.dropFirst())
        return isThere(outermost) ? outermost : nil
      }
      for prefix in prefixes {
        let candidate = prefix + name
        if isThere(candidate) { return candidate }
      }
      return nil
    }
  }
}

extension CEL.Environment {
  func hasVariable(_ name: String) -> Bool {
    variables[name] != nil || CEL.Declarations.types[name] != nil
  }

  func hasFunction(_ name: String) -> Bool {
    functions[name] != nil || CEL.Declarations.functions[name] != nil
  }

  /// Every way to call a function, those of the environment first.
  func overloads(of function: String) -> [CEL.Overload] {
    (functions[function] ?? []) + (CEL.Declarations.functions[function] ?? [])
  }
}
