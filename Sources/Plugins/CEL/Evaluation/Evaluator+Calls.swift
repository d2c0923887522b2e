internal import Values

/// Lists, maps and functions.
extension CEL.Evaluator {
  mutating func list(_ node: CEL.Node) throws(CEL.EvaluationError) -> CEL.Value {
    var elements: [CEL.Value] = []
    elements.reserveCapacity(Int(node.second))
    for place in Int(node.first)..<Int(node.first + node.second) {
      let part = program.parts[place]
      let element = try value(part.node)
      if let kept = try present(element, part, node) { elements.append(kept) }
    }
    return .list(elements)
  }

  mutating func map(_ node: CEL.Node) throws(CEL.EvaluationError) -> CEL.Value {
    var builder = CEL.Map.Builder()
    for place in Int(node.first)..<Int(node.first + node.second) {
      let part = program.parts[place]
      let key = try value(part.node)
      let found = try value(part.value)
      if let kept = try present(found, part, node) { try insert(key, kept, into: &builder, node) }
    }
    return .map(CEL.Map(builder))
  }

  /// The content of an optional part; nil when it is empty.
  private func present(
    _ value: CEL.Value, _ part: CEL.Part, _ node: CEL.Node
  ) throws(CEL.EvaluationError) -> CEL.Value? {
    guard part.isOptional else { return value }
    guard case .optional(let content) = value else {
      throw CEL.EvaluationError.noOverload("?", [value]).at(node)
    }
    return content
  }

  /// A function of the library; what it reads and makes is counted.
  mutating func called(_ node: CEL.Node) throws(CEL.EvaluationError) -> CEL.Value {
    let function = program.functions[Int(node.third)]
    let start = Int(node.first)
    let found: CEL.Value?
    let operands: [CEL.Value]
    switch function.body {
    case .one(let body):
      let first = try value(program.arguments[start])
      try spend(first.length, node)
      do { found = try body(first, call) } catch { throw error.at(node) }
      operands = found == nil ? [first] : []
    case .two(let body):
      let first = try value(program.arguments[start])
      let second = try value(program.arguments[start + 1])
      try spend(first.length + second.length, node)
      do { found = try body(first, second, call) } catch { throw error.at(node) }
      operands = found == nil ? [first, second] : []
    case .many(let body):
      operands = try values(node)
      try spend(operands.reduce(0) { $0 + $1.length }, node)
      do { found = try body(operands, call) } catch { throw error.at(node) }
    }
    guard let found else { throw CEL.EvaluationError.noOverload(function.name, operands).at(node) }
    try spend(found.length, node)
    return found
  }

  /// A function that the activation has.
  mutating func hosted(_ node: CEL.Node) throws(CEL.EvaluationError) -> CEL.Value {
    let name = program.hostFunctions[Int(node.third)]
    let operands = try values(node)
    do throws(CEL.EvaluationError) {
      if let found = try activation.functions[name]?(operands) { return found }
    } catch {
      throw error.at(node)
    }
    throw CEL.EvaluationError.noOverload(name, operands).at(node)
  }

  private mutating func values(_ node: CEL.Node) throws(CEL.EvaluationError) -> [CEL.Value] {
    var found: [CEL.Value] = []
    found.reserveCapacity(Int(node.second))
    for place in Int(node.first)..<Int(node.first + node.second) {
      found.append(try value(program.arguments[place]))
    }
    return found
  }

  /// `matches` with a pattern that was compiled before.
  mutating func matched(_ node: CEL.Node) throws(CEL.EvaluationError) -> CEL.Value {
    let operand = try value(node.first)
    guard case .string(let text) = operand else {
      throw CEL.EvaluationError.noOverload("matches", [operand, .string("")]).at(node)
    }
    return .bool(try match(program.patterns[Int(node.second)], text, node))
  }

  /// `matches` with a pattern that is known only now.
  mutating func matchedText(_ node: CEL.Node) throws(CEL.EvaluationError) -> CEL.Value {
    let operand = try value(node.first)
    let source = try value(node.second)
    guard case (.string(let text), .string(let source)) = (operand, source) else {
      throw CEL.EvaluationError.noOverload("matches", [operand, source]).at(node)
    }
    try spend((source.utf8.count + 9) / 10, node)
    let pattern: CEL.Pattern
    do { pattern = try CEL.Pattern(source) } catch {
      throw CEL.EvaluationError(error.code, error.values).at(node)
    }
    return .bool(try match(pattern, text, node))
  }

  private mutating func match(
    _ pattern: CEL.Pattern, _ text: String, _ node: CEL.Node
  ) throws(CEL.EvaluationError) -> Bool {
    try spend(pattern.cost(of: text), node)
    return pattern.matches(text)
  }
}

extension CEL.Value {
  /// Units for reading it once: one for every ten bytes, one for each element.
  fileprivate var length: Int {
    switch self {
    case .string(let text): (text.utf8.count + 9) / 10
    case .bytes(let bytes): (bytes.count + 9) / 10
    case .list(let list): list.count
    default: 0
    }
  }
}
