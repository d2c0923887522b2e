extension CEL.Expression {
  /// The names that an expression takes from outside: variables, and the beginnings of dotted names.
  package var freeNames: Set<String> {
    switch shape {
    case .literal, .message: []
    case .name(let name): [name.hasPrefix(".") ? String(name.dropFirst()) : name]
    case .select(let operand, _, _), .has(let operand, _): operand.freeNames
    case .call(_, let target, let arguments):
      Self.freeNames((target.map { [$0] } ?? []) + arguments)
    case .list(let elements): Self.freeNames(elements.map(\.value))
    case .map(let entries): Self.freeNames(entries.flatMap { [$0.key, $0.value] })
    case .comprehension(let part):
      part.range.freeNames.union(
        Self.freeNames([part.condition, part.result].compactMap(\.self))
          .subtracting(part.variables))
    case .bind(let name, let value, let body):
      value.freeNames.union(body.freeNames.subtracting([name]))
    }
  }

  private static func freeNames(_ parts: [CEL.Expression]) -> Set<String> {
    parts.reduce(into: []) { $0.formUnion($1.freeNames) }
  }
}
