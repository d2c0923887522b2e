extension CEL.Expression {
  /// The expression as text, with single quotes and no more brackets than it needs.
  ///
  /// Read again it is the same expression, but for ids and places. Macros are written as macros.
  package var text: String { CEL.Printer.text(self, atLeast: 0) }
}

extension CEL {
  /// Writes expressions; brackets are put where an operand binds less tightly than its place asks for.
  enum Printer {
    /// How tightly names, brackets, calls and indices bind: fields and indices may follow them.
    private static let primary = 7
    /// As signs and numbers do.
    private static let signed = 6

    static func text(_ expression: Expression, atLeast least: Int) -> String {
      let text = text(expression)
      return level(expression) < least ? "(\(text))" : text
    }

    /// How tightly an expression binds as it is written.
    private static func level(_ expression: Expression) -> Int {
      switch expression.shape {
      case .literal(.int), .literal(.double): signed
      case .call(let function, target: nil, _): Operator(rawValue: function)?.level ?? primary
      case .literal, .name, .select, .has, .call, .list, .map, .message, .comprehension, .bind:
        primary
      }
    }

    private static func text(_ expression: Expression) -> String {
      switch expression.shape {
      case .literal(let literal): text(of: literal)
      case .name(let name): name
      case .select(let operand, let field, let isOptional):
        receiver(operand) + (isOptional ? ".?" : ".") + name(ofField: field)
      case .has(let operand, let field): "has(\(receiver(operand)).\(name(ofField: field)))"
      case .call(let function, let target, let arguments): call(function, target, arguments)
      case .list(let elements): "[\(elements.map(text(of:)).joined(separator: ", "))]"
      case .map(let entries): "{\(entries.map(text(of:)).joined(separator: ", "))}"
      case .message(let name): "\(name){}"
      case .comprehension(let comprehension): text(of: comprehension)
      case .bind(let name, let value, let body):
        optional(name, value, body) ?? macro("cel.bind", [name], [value, body])
      }
    }

    /// What a point or an index follows: numbers stand in brackets, since `5.f` could be read otherwise.
    private static func receiver(_ expression: Expression) -> String {
      text(expression, atLeast: primary)
    }

    private static func call(
      _ function: String, _ target: Expression?, _ arguments: [Expression]
    ) -> String {
      if let target { return "\(receiver(target)).\(macro(function, [], arguments))" }
      guard let written = Operator(rawValue: function) else {
        return macro(function, [], arguments)
      }
      return text(of: written, over: arguments)
    }

    private static func macro(
      _ name: String, _ variables: [String], _ arguments: [Expression]
    ) -> String {
      let all = variables + arguments.map { text($0, atLeast: 0) }
      return "\(name)(\(all.joined(separator: ", ")))"
    }

    /// From the left: the right operand binds more tightly than its operator.
    private static func text(of written: Operator, over operands: [Expression]) -> String {
      let texts = operands.enumerated().map { place, operand in
        switch written {
        case .conditional: text(operand, atLeast: place == 2 ? 0 : 1)
        case .not, .negate: text(operand, atLeast: repeats(written, operand) ? signed : primary)
        case .index, .optionalIndex: text(operand, atLeast: place == 0 ? primary : 0)
        default: text(operand, atLeast: written.level + (place == 0 ? 0 : 1))
        }
      }
      return written.text(over: texts)
    }

    private static func repeats(_ written: Operator, _ operand: Expression) -> Bool {
      if case .call(written.rawValue, target: nil, _) = operand.shape { true } else { false }
    }

    private static func text(of element: Expression.Element) -> String {
      (element.isOptional ? "?" : "") + text(element.value, atLeast: 0)
    }

    private static func text(of entry: Expression.Entry) -> String {
      let key = (entry.isOptional ? "?" : "") + text(entry.key, atLeast: 0)
      return "\(key): \(text(entry.value, atLeast: 0))"
    }

    private static func text(of comprehension: Comprehension) -> String {
      let parts = [comprehension.condition, comprehension.result].compactMap(\.self)
      let written = macro(comprehension.macro, comprehension.variables, parts)
      return "\(receiver(comprehension.range)).\(written)"
    }

    /// `optMap` and `optFlatMap`, as the parser expands them.
    private static func optional(
      _ name: String, _ target: Expression, _ body: Expression
    ) -> String? {
      guard name == Parser.held, case .call(_, target: nil, let parts) = body.shape,
        parts.count == 3
      else { return nil }
      if case .call(_, target: nil, let wrapped) = parts[1].shape,
        case .bind(let variable, _, let inner)? = wrapped.first?.shape
      {
        return "\(receiver(target)).\(macro("optMap", [variable], [inner]))"
      }
      guard case .bind(let variable, _, let inner) = parts[1].shape else { return nil }
      return "\(receiver(target)).\(macro("optFlatMap", [variable], [inner]))"
    }
  }
}

extension CEL.Comprehension {
  /// The macro that writes it.
  package var macro: String {
    switch (form, variables.count) {
    case (.all, _): "all"
    case (.exists, _): "exists"
    case (.existsOne, 1): "exists_one"
    case (.existsOne, _): "existsOne"
    case (.filter, _): "filter"
    case (.map, 1): "map"
    case (.map, _): "transformList"
    case (.transformMap, _): "transformMap"
    case (.transformMapEntry, _): "transformMapEntry"
    }
  }
}
