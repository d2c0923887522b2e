internal import Values

extension CEL.Planner {
  /// A call of an operator, of a function of the library, or of one that the activation will have.
  mutating func call(
    _ name: String, _ target: CEL.Expression?, _ written: [CEL.Expression],
    _ expression: CEL.Expression
  ) throws(CEL.Fault) -> Int32 {
    var arguments: [Int32] = []
    if let target { arguments.append(try plan(target)) }
    for argument in written { arguments.append(try plan(argument)) }
    if let operation = CEL.Operator(rawValue: name), target == nil {
      return operate(operation, arguments, expression)
    }
    if let step = step(name, isMember: target != nil, arguments.count) {
      let index = node(step, arguments[0], arguments.count > 1 ? arguments[1] : 0, of: expression)
      return fold(index, arguments)
    }
    if name == "matches", arguments.count == 2 { return try match(arguments, expression) }
    return function(name, isMember: target != nil, arguments, expression)
  }

  /// The functions that have a step of their own.
  private func step(_ name: String, isMember: Bool, _ count: Int) -> CEL.Node.Step? {
    switch (name, isMember, count) {
    case ("size", _, 1): .size
    case ("or", true, 2): .optionalOr
    case ("orValue", true, 2): .optionalOrValue
    default: nil
    }
  }

  private mutating func operate(
    _ operation: CEL.Operator, _ arguments: [Int32], _ expression: CEL.Expression
  ) -> Int32 {
    guard arguments.count == operation.count else {
      let start = draft.add(arguments: arguments)
      let host = draft.add(host: operation.rawValue)
      return node(.host, start, Int32(arguments.count), host, of: expression)
    }
    let padded = arguments + [0, 0]
    let index = node(operation.step, padded[0], padded[1], padded[2], of: expression)
    return fold(index, arguments)
  }

  /// `matches`; a pattern that stands in the text is compiled now.
  private mutating func match(
    _ arguments: [Int32], _ expression: CEL.Expression
  ) throws(CEL.Fault) -> Int32 {
    guard case .string(let text) = draft.constant(arguments[1]) else {
      return node(.matchesText, arguments[0], arguments[1], of: expression)
    }
    do throws(CEL.Pattern.Unreadable) {
      let pattern = draft.add(try CEL.Pattern(text))
      return fold(node(.matches, arguments[0], pattern, of: expression), [arguments[0]])
    } catch {
      let offset = Int(draft.nodes[Int(arguments[1])].offset)
      throw CEL.Fault(error.code, error.values, at: offset)
    }
  }

  private mutating func function(
    _ name: String, isMember: Bool, _ arguments: [Int32], _ expression: CEL.Expression
  ) -> Int32 {
    let count = Int32(arguments.count)
    let start = draft.add(arguments: arguments)
    guard let function = CEL.Library.function(name, isMember: isMember, arguments.count) else {
      return node(.host, start, count, draft.add(host: name), of: expression)
    }
    let index = node(.call, start, count, draft.add(function), of: expression)
    return function.needsActivation ? index : fold(index, arguments)
  }
}

extension CEL.Operator {
  fileprivate var count: Int {
    switch self {
    case .not, .negate: 1
    case .conditional: 3
    default: 2
    }
  }

  fileprivate var step: CEL.Node.Step {
    switch self {
    case .conditional: .conditional
    case .and: .and
    case .or: .or
    case .not: .not
    case .negate: .negate
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .isIn: .isIn
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .remainder: .remainder
    case .index: .index
    case .optionalIndex: .optionalIndex
    }
  }
}
