internal import Values

/// One way to change an expression, to see whether a worked case notices.
struct ExpressionChange: Hashable {
  /// What is changed; the raw value is that of a mutant.
  enum Kind: String, CaseIterable {
    case comparison, connective, negation, quantifier
    /// One side of a connective stands alone.
    case part
    case number, strictness, fraction, period
  }

  let kind: Kind
  let expression: CEL.Expression
}

extension CEL.Expression {
  /// This expression with one of its nodes changed, in reading order; none twice.
  ///
  /// Changed are connectives, comparisons, `all` and `exists`, whole numbers, and the fractions and periods of
  /// the governance functions. The tree's depth is bounded by the parser.
  var changes: [ExpressionChange] {
    var seen: Set<String> = [text]
    return everyChange.filter { seen.insert($0.expression.text).inserted }
  }

  private var everyChange: [ExpressionChange] {
    ownChanges + changedParts
  }

  // MARK: - This node

  private var ownChanges: [ExpressionChange] {
    switch shape {
    case .call(let function, target: nil, let arguments):
      Self.changes(of: function, arguments).map { kind, shape in
        ExpressionChange(kind: kind, expression: shape.map { with($0) } ?? arguments[0])
      } + operands(of: function, arguments) + texts(of: function, arguments)
    case .literal(.int(let number)):
      [number.addingReportingOverflow(1), number.subtractingReportingOverflow(1)]
        .filter { !$0.overflow }.map {
          ExpressionChange(kind: .number, expression: with(.literal(.int($0.partialValue))))
        }
    case .comprehension(let loop) where loop.form == .all || loop.form == .exists:
      [
        ExpressionChange(
          kind: .quantifier,
          expression: with(.comprehension(loop.with(loop.form == .all ? .exists : .all))))
      ]
    default: []
    }
  }

  private func with(_ shape: Shape) -> CEL.Expression {
    CEL.Expression(id: id, offset: offset, shape)
  }

  /// Other functions in the place of one; nil stands for its operand alone.
  private static func changes(
    of function: String, _ arguments: [CEL.Expression]
  ) -> [(kind: ExpressionChange.Kind, shape: Shape?)] {
    func call(_ other: CEL.Operator) -> Shape { .call(other.rawValue, target: nil, arguments) }
    return switch CEL.Operator(rawValue: function) {
    case .less: [(.comparison, call(.lessOrEqual)), (.comparison, call(.greaterOrEqual))]
    case .lessOrEqual: [(.comparison, call(.less)), (.comparison, call(.greater))]
    case .greater: [(.comparison, call(.greaterOrEqual)), (.comparison, call(.lessOrEqual))]
    case .greaterOrEqual: [(.comparison, call(.greater)), (.comparison, call(.less))]
    case .equal: [(.comparison, call(.notEqual))]
    case .notEqual: [(.comparison, call(.equal))]
    case .and: [(.connective, call(.or))]
    case .or: [(.connective, call(.and))]
    case .not: arguments.count == 1 ? [(.negation, nil)] : []
    default:
      switch function {
      case "atLeast": [(.strictness, .call("moreThan", target: nil, arguments))]
      case "moreThan": [(.strictness, .call("atLeast", target: nil, arguments))]
      default: []
      }
    }
  }

  /// Each side of a connective alone.
  private func operands(of function: String, _ arguments: [CEL.Expression]) -> [ExpressionChange] {
    switch CEL.Operator(rawValue: function) {
    case .and, .or: arguments.map { ExpressionChange(kind: .part, expression: $0) }
    default: []
    }
  }

  /// Another fraction, or another period, where the function takes one.
  private func texts(of function: String, _ arguments: [CEL.Expression]) -> [ExpressionChange] {
    guard arguments.count > 1, case .literal(.string(let text)) = arguments[1].shape else {
      return []
    }
    let kind: ExpressionChange.Kind
    let others: [String]
    switch function {
    case "atLeast", "moreThan":
      (kind, others) = (.fraction, Fraction(text)?.neighbours.map(\.description) ?? [])
    case "addPeriod":
      (kind, others) = (.period, Period(text)?.neighbours.map(\.description) ?? [])
    default: return []
    }
    return others.map { other in
      var changed = arguments
      changed[1] = arguments[1].with(.literal(.string(other)))
      return ExpressionChange(
        kind: kind, expression: with(.call(function, target: nil, changed)))
    }
  }

  // MARK: - The nodes below

  private var changedParts: [ExpressionChange] {
    switch shape {
    case .literal, .name, .message: []
    case .select(let operand, let field, let isOptional):
      wrapping(operand) { .select($0, field: field, isOptional: isOptional) }
    case .has(let operand, let field): wrapping(operand) { .has($0, field: field) }
    case .call(let function, let target, let arguments):
      (target.map { target in
        wrapping(target) { .call(function, target: $0, arguments) }
      } ?? [])
        + arguments.indices.flatMap { index in
          wrapping(arguments[index]) {
            .call(function, target: target, arguments.replacing(index, by: $0))
          }
        }
    case .list(let elements):
      elements.indices.flatMap { index in
        wrapping(elements[index].value) { value in
          .list(
            elements.replacing(index, by: .init(value, isOptional: elements[index].isOptional)))
        }
      }
    case .map(let entries):
      entries.indices.flatMap { index in
        wrapping(entries[index].value) { value in
          let entry = entries[index]
          return .map(
            entries.replacing(index, by: .init(entry.key, value, isOptional: entry.isOptional)))
        }
      }
    case .comprehension(let loop): changedParts(of: loop)
    case .bind(let name, let value, let body):
      wrapping(value) { .bind(name, $0, body) } + wrapping(body) { .bind(name, value, $0) }
    }
  }

  private func changedParts(of loop: CEL.Comprehension) -> [ExpressionChange] {
    wrapping(loop.range) { .comprehension(loop.with(range: $0)) }
      + (loop.condition.map { condition in
        wrapping(condition) { .comprehension(loop.with(condition: $0)) }
      } ?? [])
      + (loop.result.map { result in
        wrapping(result) { .comprehension(loop.with(result: $0)) }
      } ?? [])
  }

  /// This node around each change of one below it.
  private func wrapping(
    _ part: CEL.Expression, _ shape: (CEL.Expression) -> Shape
  ) -> [ExpressionChange] {
    part.everyChange.map {
      ExpressionChange(kind: $0.kind, expression: with(shape($0.expression)))
    }
  }
}

extension CEL.Comprehension {
  fileprivate func with(
    _ form: Form? = nil, range: CEL.Expression? = nil, condition: CEL.Expression? = nil,
    result: CEL.Expression? = nil
  ) -> CEL.Comprehension {
    CEL.Comprehension(
      form ?? self.form, over: range ?? self.range, variables: variables,
      condition: condition ?? self.condition, result: result ?? self.result)
  }
}

extension Array {
  fileprivate func replacing(_ index: Int, by element: Element) -> [Element] {
    var copy = self
    copy[index] = element
    return copy
  }
}
