import Values

extension CEL {
  /// Reads the text of an expression; macros become the shapes that they stand for.
  ///
  /// ```swift
  /// try CEL.Parser.parse("members.all(m, m.state != '')")
  /// ```
  ///
  /// By recursive descent with precedence climbing; each level of brackets costs a few frames, so that depth is
  /// limited before the stack is.
  package struct Parser {
    /// A longer text is refused before it is read.
    package static let maximumBytes = 64 << 10
    /// Neither brackets nor the tree that is built may be deeper: `a + a + ...` counts too.
    package static let maximumDepth = 250

    private var lexer: Lexer
    var token: Token
    private var depth = 0
    /// The height of each node by its id; the first place is no node's.
    private var heights = [0]
    let hasMacros: Bool

    private init(_ bytes: [UInt8], hasMacros: Bool) throws(Fault) {
      lexer = Lexer(bytes)
      token = try lexer.next()
      self.hasMacros = hasMacros
    }

    /// Reads an expression.
    ///
    /// - Parameters:
    ///   - text: At most 64 KiB of UTF-8.
    ///   - hasMacros: Whether `has`, `all` and the others are expanded; without, they are calls.
    /// - Returns: The expression, its names not yet resolved.
    /// - Throws: The first `Fault`, with what was expected there.
    package static func parse(_ text: String, hasMacros: Bool = true) throws(Fault) -> Expression {
      let found = text.utf8.count
      guard found <= maximumBytes else {
        throw Fault(
          .expressionTooLong, ["found": .int(found), "most": .int(maximumBytes)], at: 0)
      }
      var parser = try Parser(Array(text.utf8), hasMacros: hasMacros)
      let expression = try parser.parseExpression()
      guard parser.token.kind == .end else {
        throw parser.unexpected(.list(["+", "&&", "||", "."]))
      }
      return expression
    }
  }
}

extension CEL.Parser {
  /// Goes on to the next token; gives the one that stood here.
  @discardableResult
  mutating func advance() throws(CEL.Fault) -> CEL.Token {
    let last = token
    token = try lexer.next()
    return last
  }

  func stands(_ symbol: CEL.Symbol) -> Bool { token.kind == .symbol(symbol) }

  /// Takes a symbol if it stands here.
  mutating func take(_ symbol: CEL.Symbol) throws(CEL.Fault) -> Bool {
    guard stands(symbol) else { return false }
    try advance()
    return true
  }

  mutating func expect(_ symbol: CEL.Symbol, or others: CEL.Symbol...) throws(CEL.Fault) {
    guard try take(symbol) else {
      throw unexpected(.list(([symbol] + others).map(\.rawValue)))
    }
  }

  /// Runs a rule of the grammar one level deeper.
  mutating func nested<T>(
    _ rule: (inout CEL.Parser) throws(CEL.Fault) -> T
  ) throws(CEL.Fault) -> T {
    guard depth < Self.maximumDepth else { throw tooDeep(at: token.offset) }
    depth += 1
    let value = try rule(&self)
    depth -= 1
    return value
  }

  /// A new node over its children, with an id of its own.
  mutating func node(
    at offset: Int, _ shape: CEL.Expression.Shape, over children: [CEL.Expression] = []
  ) throws(CEL.Fault) -> CEL.Expression {
    let height = 1 + (children.map { heights[$0.id] }.max() ?? 0)
    guard height <= Self.maximumDepth else { throw tooDeep(at: offset) }
    heights.append(height)
    return CEL.Expression(id: heights.count - 1, offset: offset, shape)
  }

  /// A call of an operator or of a function without a receiver.
  mutating func call(
    _ function: String, _ arguments: [CEL.Expression], at offset: Int
  ) throws(CEL.Fault) -> CEL.Expression {
    try node(at: offset, .call(function, target: nil, arguments), over: arguments)
  }

  private func tooDeep(at offset: Int) -> CEL.Fault {
    CEL.Fault(.expressionTooDeep, ["most": .int(Self.maximumDepth)], at: offset)
  }

  /// What stands here is not what the grammar asks for.
  func unexpected(_ expected: Failure.Value) -> CEL.Fault {
    let found: Failure.Value =
      token.kind == .end ? .word("expression.end") : .text(lexer.text(token.range).shortened)
    return CEL.Fault(
      .expressionSyntax, ["found": found, "expected": expected], at: token.offset)
  }
}
