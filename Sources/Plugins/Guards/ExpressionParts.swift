package import Values

/// A part of a condition and what it came to, so that a reader can follow the answer.
package struct ExpressionPart: Hashable, Sendable {
  /// As it is written, with single quotes.
  package let text: String
  package let value: Failure.Value
}

/// Takes a condition apart at its connectives and comparisons.
enum ExpressionParts {
  /// More than a reader would follow is left out.
  static let most = 12
  /// A longer part is told by its parts alone.
  private static let longest = 160

  /// The parts that were evaluated and have a value that can be told, in reading order, none twice.
  static func of(
    _ expression: CEL.Expression, _ trace: CEL.Trace, _ calendar: CEL.Calendar?
  ) -> [ExpressionPart] {
    var parts: [ExpressionPart] = []
    collect(expression, trace, calendar, into: &parts)
    return parts
  }

  private static func collect(
    _ expression: CEL.Expression, _ trace: CEL.Trace, _ calendar: CEL.Calendar?,
    into parts: inout [ExpressionPart]
  ) {
    if isConnective(expression) {
      for operand in operands(of: expression) { collect(operand, trace, calendar, into: &parts) }
      return
    }
    let inner = operands(of: expression)
    for operand in inner { add(operand, trace, calendar, into: &parts) }
    if inner.isEmpty { add(expression, trace, calendar, into: &parts) }
  }

  private static func add(
    _ expression: CEL.Expression, _ trace: CEL.Trace, _ calendar: CEL.Calendar?,
    into parts: inout [ExpressionPart]
  ) {
    if case .literal = expression.shape { return }
    guard parts.count < most, case .success(let found)? = trace.found[expression.id],
      let value = Failure.Value(scalar: found, in: calendar)
    else { return }
    let text = expression.text
    guard text.utf8.count <= longest, !parts.contains(where: { $0.text == text }) else { return }
    parts.append(ExpressionPart(text: text, value: value))
  }

  private static func isConnective(_ expression: CEL.Expression) -> Bool {
    guard case .call(let function, target: nil, _) = expression.shape else { return false }
    return switch CEL.Operator(rawValue: function) {
    case .and, .or, .not, .conditional: true
    default: false
    }
  }

  /// What a comparison or a call compares; nothing for what is one thing to a reader.
  private static func operands(of expression: CEL.Expression) -> [CEL.Expression] {
    guard case .call(_, let target, let arguments) = expression.shape else { return [] }
    return (target.map { [$0] } ?? []) + arguments
  }
}

extension Failure.Value {
  /// A value as a sentence tells it: a moment as its day in the network's zone.
  package init(_ value: CEL.Value, in calendar: CEL.Calendar?) {
    if case .list(let items) = value {
      self = .list(items.map { Self.text(of: $0, in: calendar) })
    } else {
      self = Failure.Value(scalar: value, in: calendar) ?? .text(value.typeName)
    }
  }

  /// Nil for what no sentence can tell: records, maps, lists.
  init?(scalar value: CEL.Value, in calendar: CEL.Calendar?) {
    switch value {
    case .bool(let flag): self = .word(flag ? "word.yes" : "word.no")
    case .int(let number): self = .int(Int(number))
    case .uint(let number): self = .int(Int(clamping: number))
    case .string(let text): self = .text(text)
    case .timestamp(let moment):
      self = .day((calendar?.zone ?? .utc).day(of: moment.instant))
    case .optional(let content):
      guard let content else {
        self = .word("word.unknown")
        return
      }
      self.init(scalar: content, in: calendar)
    case .null, .double, .bytes, .duration, .list, .map, .record, .type: return nil
    }
  }

  private static func text(of value: CEL.Value, in calendar: CEL.Calendar?) -> String {
    switch Failure.Value(scalar: value, in: calendar) {
    case .text(let text): text
    case .int(let number): String(number)
    case .day(let day): day.description
    case .word(let key): key == "word.yes" ? "true" : "false"
    case .list, .period, nil: value.typeName
    }
  }
}
