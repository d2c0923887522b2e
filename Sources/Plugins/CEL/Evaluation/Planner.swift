internal import Values

extension CEL {
  /// Makes a program of an expression whose names are resolved.
  struct Planner: ~Copyable {
    var draft = Draft()
    let kinds: [Int: Kind]
    private let environment: Environment
    /// The variables of the macros around the node, innermost last.
    private var scope: [(name: String, slot: Int32)] = []
    private var depth = 0

    /// Expressions nested deeper than this are refused, so that no stack runs out.
    static let maximumDepth = 250

    init(kinds: [Int: Kind], environment: Environment) {
      (self.kinds, self.environment) = (kinds, environment)
    }

    mutating func plan(_ expression: Expression) throws(Fault) -> Int32 {
      depth += 1
      defer { depth -= 1 }
      guard depth <= Self.maximumDepth else {
        throw Fault(.expressionTooDeep, ["most": .int(Self.maximumDepth)], at: expression.offset)
      }
      switch expression.shape {
      case .literal(let literal): return constant(literal.value, expression)
      case .name(let name): return named(name, expression)
      case .select(let operand, let field, let isOptional):
        let step: Node.Step = isOptional ? .optionalSelect : .select
        return try access(step, operand, field, expression)
      case .has(let operand, let field): return try access(.has, operand, field, expression)
      case .call(let name, let target, let arguments):
        return try call(name, target, arguments, expression)
      case .list(let elements): return try list(elements, expression)
      case .map(let entries): return try map(entries, expression)
      case .message(let name):
        throw Fault(.expressionMessage, ["found": .text(name)], at: expression.offset)
      case .comprehension(let comprehension): return try loop(comprehension, expression)
      case .bind(let name, let bound, let body): return try bind(name, bound, body, expression)
      }
    }

    // MARK: - Names and literals

    mutating func node(
      _ step: Node.Step, _ first: Int32 = 0, _ second: Int32 = 0, _ third: Int32 = 0,
      of expression: Expression
    ) -> Int32 {
      let node = Node(
        step: step, first: first, second: second, third: third,
        id: Int32(truncatingIfNeeded: expression.id),
        offset: Int32(truncatingIfNeeded: expression.offset))
      return draft.add(node)
    }

    mutating func constant(_ value: Value, _ expression: Expression) -> Int32 {
      node(.constant, draft.add(value), of: expression)
    }

    private mutating func named(_ name: String, _ expression: Expression) -> Int32 {
      let isOutermost = name.utf8.first == UInt8(ascii: ".")
      if !isOutermost, let found = scope.last(where: { $0.name == name }) {
        return node(.local, found.slot, of: expression)
      }
      let plain = isOutermost ? String(name.dropFirst()) : name
      if environment.variables[plain] == nil, Value.typeNames.contains(plain) {
        return constant(.type(plain), expression)
      }
      return node(.variable, draft.variable(plain), of: expression)
    }

    private mutating func access(
      _ step: Node.Step, _ operand: Expression, _ field: String, _ expression: Expression
    ) throws(Fault) -> Int32 {
      let index = try plan(operand)
      var slot: Int?
      if case .record(let name) = kinds[operand.id] {
        slot = environment.records[name]?.fields.firstIndex { $0.name == field }
      }
      let name = FieldName(name: field, hash: field.stableHash, slot: slot ?? 0)
      return fold(node(step, index, draft.add(name), of: expression), [index])
    }

    // MARK: - Parts

    private mutating func list(
      _ elements: [Expression.Element], _ expression: Expression
    ) throws(Fault) -> Int32 {
      var parts: [Part] = []
      for element in elements {
        parts.append(Part(node: try plan(element.value), isOptional: element.isOptional))
      }
      let start = draft.add(parts)
      let index = node(.list, start, Int32(parts.count), of: expression)
      return fold(index, parts.map(\.node))
    }

    private mutating func map(
      _ entries: [Expression.Entry], _ expression: Expression
    ) throws(Fault) -> Int32 {
      var parts: [Part] = []
      for entry in entries {
        let key = try plan(entry.key)
        parts.append(Part(node: key, value: try plan(entry.value), isOptional: entry.isOptional))
      }
      let start = draft.add(parts)
      let index = node(.map, start, Int32(parts.count), of: expression)
      return fold(index, parts.flatMap { [$0.node, $0.value] })
    }

    // MARK: - Macros

    private mutating func bind(
      _ name: String, _ bound: Expression, _ body: Expression, _ expression: Expression
    ) throws(Fault) -> Int32 {
      let value = try plan(bound)
      let slot = draft.addSlot()
      scope.append((name, slot))
      defer { scope.removeLast() }
      return node(.bind, slot, value, try plan(body), of: expression)
    }

    private mutating func loop(
      _ comprehension: Comprehension, _ expression: Expression
    ) throws(Fault) -> Int32 {
      let range = try plan(comprehension.range)
      let outer = scope.count
      defer { scope.removeLast(scope.count - outer) }
      for name in comprehension.variables { scope.append((name, draft.addSlot())) }
      let slots = scope[outer...].map(\.slot)
      let condition = try optional(comprehension.condition)
      let result = try optional(comprehension.result)
      let loop = Loop(
        range: range, condition: condition, result: result, slot: slots.first ?? 0,
        secondSlot: slots.count > 1 ? slots[1] : -1)
      return node(comprehension.form.step, draft.add(loop), of: expression)
    }

    private mutating func optional(_ expression: Expression?) throws(Fault) -> Int32 {
      guard let expression else { return -1 }
      return try plan(expression)
    }

    /// A constant in place of a node whose operands are constants, when that gives no error.
    ///
    /// Nothing that depends on an activation is folded: no such node has only constants below it.
    mutating func fold(_ index: Int32, _ operands: [Int32]) -> Int32 {
      for operand in operands where draft.constant(operand) == nil { return index }
      let program = Program(draft, root: index)
      let outcome = program.evaluate(Activation(), budget: 10_000)
      guard case .success(let value) = outcome.result else { return index }
      let old = draft.nodes[Int(index)]
      return draft.add(
        Node(step: .constant, first: draft.add(value), id: old.id, offset: old.offset))
    }
  }
}

extension CEL.Literal {
  var value: CEL.Value {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .uint(let value): .uint(value)
    case .double(let value): .double(value)
    case .string(let value): .string(value)
    case .bytes(let value): .bytes(value)
    }
  }
}

extension CEL.Comprehension.Form {
  fileprivate var step: CEL.Node.Step {
    switch self {
    case .all: .all
    case .exists: .exists
    case .existsOne: .existsOne
    case .map: .mapList
    case .filter: .filter
    case .transformMap: .transformMap
    case .transformMapEntry: .transformMapEntry
    }
  }
}

extension CEL.Program {
  /// Makes an expression ready.
  ///
  /// - Parameters:
  ///   - expression: With its names resolved; checked or not.
  ///   - kinds: The types of its nodes by their ids, where they are known.
  ///   - environment: What it was resolved against.
  /// - Throws: A `Fault` for a pattern that is written in the text and cannot be read, for a message, and for nesting
  ///   beyond 250 levels.
  package convenience init(
    _ expression: CEL.Expression, kinds: [Int: CEL.Kind] = [:], in environment: CEL.Environment
  ) throws(CEL.Fault) {
    var planner = CEL.Planner(kinds: kinds, environment: environment)
    let root = try planner.plan(expression)
    self.init(planner.draft, root: root)
  }
}
