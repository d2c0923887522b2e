import Values

extension CEL.Parser {
  /// `a`, or `a ? b : c`.
  mutating func parseExpression() throws(CEL.Fault) -> CEL.Expression {
    try nested { parser throws(CEL.Fault) in
      let condition = try parser.parseBinary(atLeast: 1)
      guard parser.stands(.question) else { return condition }
      let offset = try parser.advance().offset
      let yes = try parser.parseBinary(atLeast: 1)
      try parser.expect(.colon)
      let no = try parser.parseExpression()
      return try parser.call(
        CEL.Operator.conditional.rawValue, [condition, yes, no], at: offset)
    }
  }

  /// Operators of at least a level, from the left.
  private mutating func parseBinary(atLeast least: Int) throws(CEL.Fault) -> CEL.Expression {
    var left = try parseUnary()
    while let found = CEL.Operator(binary: token.kind), found.level >= least {
      let offset = try advance().offset
      let right = try parseBinary(atLeast: found.level + 1)
      left = try call(found.rawValue, [left, right], at: offset)
    }
    return left
  }

  private mutating func parseUnary() throws(CEL.Fault) -> CEL.Expression {
    if stands(.not) { return try parsePrefixed(by: .not, as: .not) }
    guard stands(.minus) else { return try parseMember(try parsePrimary()) }
    return try parsePrefixed(by: .minus, as: .negate)
  }

  /// One or more of the same sign; a minus before a number belongs to the number.
  private mutating func parsePrefixed(
    by symbol: CEL.Symbol, as function: CEL.Operator
  ) throws(CEL.Fault) -> CEL.Expression {
    let offset = try advance().offset
    if symbol == .minus, let literal = try parseNegative(at: offset) {
      return try parseMember(literal)
    }
    let operand =
      stands(symbol)
      ? try nested { parser throws(CEL.Fault) in
        try parser.parsePrefixed(by: symbol, as: function)
      }
      : try parseMember(try parsePrimary())
    return try call(function.rawValue, [operand], at: offset)
  }

  private mutating func parseNegative(at offset: Int) throws(CEL.Fault) -> CEL.Expression? {
    switch token.kind {
    case .integer(let digits):
      guard digits <= Int64.min.magnitude else { throw outOfRange("-\(digits)", at: offset) }
      try advance()
      return try node(at: offset, .literal(.int(Int64(truncatingIfNeeded: 0 &- digits))))
    case .literal(.double(let value)):
      try advance()
      return try node(at: offset, .literal(.double(-value)))
    case .end, .name, .quotedName, .literal, .symbol: return nil
    }
  }

  func outOfRange(_ found: String, at offset: Int) -> CEL.Fault {
    CEL.Fault(.expressionLiteralRange, ["found": .text(found)], at: offset)
  }
}

extension CEL.Operator {
  /// The operator between two operands that a token writes.
  init?(binary kind: CEL.Token.Kind) {
    switch kind {
    case .name("in"): self = .isIn
    case .symbol(let symbol):
      guard let found = Self.binary[symbol] else { return nil }
      self = found
    case .end, .name, .quotedName, .integer, .literal: return nil
    }
  }

  /// How each operator between two operands is written, but for `in`.
  static let binary: [CEL.Symbol: Self] = [
    .or: .or, .and: .and, .equal: .equal, .notEqual: .notEqual, .less: .less,
    .lessOrEqual: .lessOrEqual, .greater: .greater, .greaterOrEqual: .greaterOrEqual, .plus: .add,
    .minus: .subtract, .times: .multiply, .divide: .divide, .remainder: .remainder,
  ]

  /// How tightly it binds: 0 the conditional, 5 a product, 6 a sign before one operand, 7 an index.
  var level: Int {
    switch self {
    case .conditional: 0
    case .or: 1
    case .and: 2
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn: 3
    case .add, .subtract: 4
    case .multiply, .divide, .remainder: 5
    case .not, .negate: 6
    case .index, .optionalIndex: 7
    }
  }
}
