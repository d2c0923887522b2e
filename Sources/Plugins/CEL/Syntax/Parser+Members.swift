import Values

extension CEL.Parser {
  /// What may follow a value: fields, calls, indices, and the fields of a message after its name.
  mutating func parseMember(_ first: CEL.Expression) throws(CEL.Fault) -> CEL.Expression {
    var operand = first
    while case .symbol(let symbol) = token.kind {
      switch symbol {
      case .point: operand = try parseSelect(from: operand)
      case .openSquare: operand = try parseIndex(of: operand)
      case .openCurly:
        guard let name = operand.dottedName else { return operand }
        operand = try parseMessage(name, at: operand.offset)
      default: return operand
      }
    }
    return operand
  }

  private mutating func parseSelect(from operand: CEL.Expression) throws(CEL.Fault)
    -> CEL.Expression
  {
    try advance()
    let isOptional = try take(.question)
    let offset = token.offset
    guard let field = token.field else { throw unexpected(.word("expression.field")) }
    let isQuoted = if case .quotedName = token.kind { true } else { false }
    try advance()
    if !isOptional, !isQuoted, stands(.openRound) {
      return try parseCall(of: field, on: operand, at: offset)
    }
    return try node(
      at: offset, .select(operand, field: field, isOptional: isOptional), over: [operand])
  }

  private mutating func parseIndex(of operand: CEL.Expression) throws(CEL.Fault) -> CEL.Expression {
    let offset = try advance().offset
    let function: CEL.Operator = try take(.question) ? .optionalIndex : .index
    let index = try parseExpression()
    try expect(.closeSquare)
    return try call(function.rawValue, [operand, index], at: offset)
  }

  /// The arguments in round brackets, then the call, or what its macro stands for.
  mutating func parseCall(
    of function: String, on target: CEL.Expression?, at offset: Int
  ) throws(CEL.Fault) -> CEL.Expression {
    try expect(.openRound)
    var arguments: [CEL.Expression] = []
    if !stands(.closeRound) {
      repeat { arguments.append(try parseExpression()) } while try take(.comma)
    }
    try expect(.closeRound, or: .comma)
    if hasMacros, let expanded = try expand(function, on: target, arguments, at: offset) {
      return expanded
    }
    return try node(
      at: offset, .call(function, target: target, arguments),
      over: arguments + (target.map { [$0] } ?? []))
  }

  /// There are no messages: their fields are read so that the fault stands at the name.
  private mutating func parseMessage(_ name: String, at offset: Int) throws(CEL.Fault)
    -> CEL.Expression
  {
    try advance()
    while !stands(.closeCurly) {
      _ = try take(.question)
      guard token.field != nil else { throw unexpected(.word("expression.field")) }
      try advance()
      try expect(.colon)
      _ = try parseExpression()
      guard try take(.comma) else { break }
    }
    try expect(.closeCurly, or: .comma)
    return try node(at: offset, .message(name))
  }
}

extension CEL.Token {
  /// The name of a field that it writes; reserved words may be fields, keywords may not.
  var field: String? {
    switch kind {
    case .name(let name): CEL.Words.keywords.contains(name) ? nil : name
    case .quotedName(let name): name
    case .end, .integer, .literal, .symbol: nil
    }
  }
}

extension CEL.Expression {
  /// `a.b.c` when it is nothing but names with points between them.
  var dottedName: String? {
    switch shape {
    case .name(let name): name
    case .select(let operand, let field, isOptional: false):
      operand.dottedName.map { "\($0).\(field)" }
    default: nil
    }
  }
}
