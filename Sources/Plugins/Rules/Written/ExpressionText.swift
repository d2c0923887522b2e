package import Values

/// An expression as a plugin writes it, with the way back to its place in the file.
///
/// Two are equal when they say the same, wherever they stand.
package struct ExpressionText: Hashable, Sendable {
  package let text: String
  private let node: Node?

  package init(_ text: String) { (self.text, node) = (text, nil) }

  init(_ node: Node) throws(Failure) { (text, self.node) = (try node.string(), node) }

  /// Where a character of the text stands; nil for rules that come from the log.
  ///
  /// - Parameter offset: Unicode scalars of the text before it.
  /// - Returns: Line and column of the file.
  package func place(at offset: Int) -> Place? { node?.place(at: offset) }

  /// A fault of the expression as a failure with its place.
  package func failure(_ fault: CEL.Fault) -> Failure {
    Failure(fault.code, fault.values, at: place(at: fault.offset))
  }

  package static func == (left: ExpressionText, right: ExpressionText) -> Bool {
    left.text == right.text
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// An expression with a name: a definition, a value that a message quotes, a column of a view.
package struct NamedExpression: Hashable, Sendable {
  package var name: String
  package var expression: ExpressionText

  package init(_ name: String, _ expression: ExpressionText) {
    (self.name, self.expression) = (name, expression)
  }
}
