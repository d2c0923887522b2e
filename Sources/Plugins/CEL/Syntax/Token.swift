extension CEL {
  /// One word of the text of an expression, literals decoded.
  struct Token: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      case end
      /// An identifier, a keyword or a reserved word: the parser knows where each may stand.
      case name(String)
      /// A name of a field between backticks.
      case quotedName(String)
      /// The digits of an int; the sign before them decides whether they are in range.
      case integer(UInt64)
      case literal(Literal)
      case symbol(Symbol)
    }

    let kind: Kind
    /// Bytes of UTF-8 in the text.
    let range: Range<Int>
    /// Unicode scalars before it.
    let offset: Int
  }

  /// Brackets, separators and operators as they are written.
  enum Symbol: String, Hashable, Sendable {
    case openRound = "("
    case closeRound = ")"
    case openSquare = "["
    case closeSquare = "]"
    case openCurly = "{"
    case closeCurly = "}"
    case point = "."
    case comma = ","
    case colon = ":"
    case question = "?"
    case or = "||"
    case and = "&&"
    case not = "!"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case remainder = "%"
  }

  /// Words that no variable or function may be called by.
  ///
  /// Source: the language definition, "Syntax".
  enum Words {
    /// Not even a field can have these names, unless between backticks.
    static let keywords: Set = ["false", "in", "null", "true"]
    /// Kept for languages that expressions stand in; fields may have these names.
    static let reserved: Set = [
      "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
      "package", "namespace", "return", "var", "void", "while",
    ]
  }
}
