extension CEL {
  /// An expression whose types fit together.
  package struct Checked: Sendable {
    /// With its names resolved.
    package let expression: Expression
    /// The kind of each node by its id; `dyn` where nothing is known, never a type parameter.
    package let kinds: [Int: Kind]
    /// The overloads that a call may turn out to be, by the id of its node: one, unless `dyn` is among its arguments.
    package let overloads: [Int: [String]]

    /// The kind of the whole.
    package var kind: Kind { kinds[expression.id] ?? .dyn }
  }
}

extension CEL.Environment {
  /// Reads an expression and finds its names, without checking its types.
  ///
  /// - Throws: The first fault of the syntax.
  package func resolved(_ text: String) throws(CEL.Fault) -> CEL.Expression {
    CEL.Resolver.resolve(try CEL.Parser.parse(text, hasMacros: hasMacros), in: self)
  }

  /// Reads an expression, finds its names and checks its types.
  ///
  /// - Throws: The first fault, from left to right, with its offset in the text.
  package func checked(_ text: String) throws(CEL.Fault) -> CEL.Checked {
    try CEL.Checker.check(try resolved(text), in: self)
  }
}
