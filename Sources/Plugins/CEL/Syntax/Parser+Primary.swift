import Values

extension CEL.Parser {
  /// A literal, a name, a call, a list, a map, or an expression in brackets.
  mutating func parsePrimary() throws(CEL.Fault) -> CEL.Expression {
    let offset = token.offset
    switch token.kind {
    case .integer(let digits):
      guard let value = Int64(exactly: digits) else { throw outOfRange("\(digits)", at: offset) }
      try advance()
      return try node(at: offset, .literal(.int(value)))
    case .literal(let literal):
      try advance()
      return try node(at: offset, .literal(literal))
    case .name(let name): return try parseName(name, at: offset)
    case .symbol(.point):
      try advance()
      guard case .name(let name) = token.kind else { throw unexpected(.word("expression.name")) }
      return try parseIdentifier(name, leading: ".", at: offset)
    case .symbol(.openRound):
      try advance()
      let inner = try parseExpression()
      try expect(.closeRound)
      return inner
    case .symbol(.openSquare): return try parseList()
    case .symbol(.openCurly): return try parseMap()
    case .end, .quotedName, .symbol: throw unexpected(.word("expression.operand"))
    }
  }

  private mutating func parseName(_ name: String, at offset: Int) throws(CEL.Fault)
    -> CEL.Expression
  {
    let literal: CEL.Literal
    switch name {
    case "true": literal = .bool(true)
    case "false": literal = .bool(false)
    case "null": literal = .null
    default: return try parseIdentifier(name, leading: "", at: offset)
    }
    try advance()
    return try node(at: offset, .literal(literal))
  }

  /// A variable or a function; no reserved word.
  private mutating func parseIdentifier(
    _ name: String, leading: String, at offset: Int
  ) throws(CEL.Fault) -> CEL.Expression {
    guard !CEL.Words.keywords.contains(name) else {
      throw unexpected(.word("expression.operand"))
    }
    guard !CEL.Words.reserved.contains(name) else {
      throw CEL.Fault(.expressionReserved, ["found": .text(name)], at: token.offset)
    }
    try advance()
    if stands(.openRound) { return try parseCall(of: leading + name, on: nil, at: offset) }
    return try node(at: offset, .name(leading + name))
  }

  /// `[a, b]`, with a comma at the end if one likes, even where nothing stands before it.
  private mutating func parseList() throws(CEL.Fault) -> CEL.Expression {
    let offset = try advance().offset
    var elements: [CEL.Expression.Element] = []
    let isEmpty = try take(.comma)
    while !isEmpty, !stands(.closeSquare) {
      let isOptional = try take(.question)
      elements.append(
        CEL.Expression.Element(try parseExpression(), isOptional: isOptional))
      guard try take(.comma) else { break }
    }
    try isEmpty ? expect(.closeSquare) : expect(.closeSquare, or: .comma)
    return try node(at: offset, .list(elements), over: elements.map(\.value))
  }

  private mutating func parseMap() throws(CEL.Fault) -> CEL.Expression {
    let offset = try advance().offset
    var entries: [CEL.Expression.Entry] = []
    let isEmpty = try take(.comma)
    while !isEmpty, !stands(.closeCurly) {
      let isOptional = try take(.question)
      let key = try parseExpression()
      try expect(.colon)
      entries.append(
        CEL.Expression.Entry(key, try parseExpression(), isOptional: isOptional))
      guard try take(.comma) else { break }
    }
    try isEmpty ? expect(.closeCurly) : expect(.closeCurly, or: .comma)
    return try node(at: offset, .map(entries), over: entries.flatMap { [$0.key, $0.value] })
  }
}
