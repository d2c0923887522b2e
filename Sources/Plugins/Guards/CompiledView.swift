package import Values

/// A view of the network's own, made ready for the events of one type.
package struct CompiledView: Sendable {
  package let name: String
  let key: CompiledExpression
  /// In the order of their names.
  let columns: [(name: String, expression: CompiledExpression)]

  /// What an event of the type brings to the view.
  ///
  /// A value that cannot be told is null, so that the event shows all the same.
  ///
  /// - Parameter scope: What is known of the event; definitions are kept in it.
  /// - Returns: The key of its row, and the columns that it fills.
  package func entry(in scope: inout ExpressionScope) -> ViewEntry {
    var values: [JSON.Fields.Member] = []
    for column in columns {
      values.append(.init(name: column.name, value: Self.told(column.expression, &scope)))
    }
    return ViewEntry(
      view: name, key: Self.told(key, &scope), values: JSON.Fields(distinct: values))
  }

  private static func told(_ expression: CompiledExpression, _ scope: inout ExpressionScope) -> JSON
  {
    do throws(CEL.EvaluationError) {
      return JSON(shown: try scope.value(of: expression)) ?? .null
    } catch {
      return .null
    }
  }
}

/// What one event brings to a view of the network's own.
package struct ViewEntry: Hashable, Sendable {
  package let view: String
  /// Names a row; null when the event does not tell it.
  package let key: JSON
  /// The columns that events of its type fill.
  package let values: JSON.Fields

  package init(view: String, key: JSON, values: JSON.Fields) {
    (self.view, self.key, self.values) = (view, key, values)
  }
}

extension JSON {
  /// A value as a row shows it: a moment at which a day begins is that day, another one is an instant, in UTC.
  ///
  /// Nil for what no row can show.
  init?(shown value: CEL.Value) {
    switch value {
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .uint(let number): self = Int64(exactly: number).map { .int($0) } ?? .text("\(number)")
    case .string(let text): self = .text(text)
    case .timestamp(let moment):
      let instant = moment.instant
      let isDay = Instant(startOf: instant.day) == instant
      self = .text(isDay ? instant.day.description : instant.description)
    case .list(let items): self = .list(items.map { JSON(shown: $0) ?? .null })
    case .optional(let content): self = content.flatMap { JSON(shown: $0) } ?? .null
    case .null: self = .null
    case .double, .bytes, .duration, .map, .record, .type: return nil
    }
  }
}
