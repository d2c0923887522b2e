import Plugins

extension CEL.Expression {
  /// The tree with its brackets, as the tests write it: `(_+_ 1 (_*_ 2 x))`.
  var shown: String {
    switch shape {
    case .literal(let literal): Self.shown(literal)
    case .name(let name): name
    case .select(let operand, let field, let isOptional):
      "(\(isOptional ? ".?" : ".") \(operand.shown) \(field))"
    case .has(let operand, let field): "(has \(operand.shown) \(field))"
    case .call(let function, let target, let arguments):
      Self.shown(target.map { "\($0.shown).\(function)" } ?? function, arguments.map(\.shown))
    case .list(let elements):
      Self.shown("list", elements.map { ($0.isOptional ? "?" : "") + $0.value.shown })
    case .map(let entries):
      Self.shown(
        "map",
        entries.map { ($0.isOptional ? "?" : "") + $0.key.shown + ":" + $0.value.shown })
    case .message(let name): "(message \(name))"
    case .comprehension(let loop):
      Self.shown(
        "\(loop.form)",
        [loop.range.shown, loop.variables.joined(separator: ",")]
          + [loop.condition, loop.result].map { $0?.shown ?? "-" })
    case .bind(let name, let value, let body): "(bind \(name) \(value.shown) \(body.shown))"
    }
  }

  private static func shown(_ head: String, _ parts: [String]) -> String {
    "(\(([head] + parts).joined(separator: " ")))"
  }

  private static func shown(_ literal: CEL.Literal) -> String {
    switch literal {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .uint(let value): "\(value)u"
    case .double(let value): "\(value)"
    case .string(let value): "'\(value)'"
    case .bytes(let value): "\(value)"
    }
  }

  /// Its parts, from left to right.
  var children: [CEL.Expression] {
    switch shape {
    case .literal, .name, .message: []
    case .select(let operand, _, _), .has(let operand, _): [operand]
    case .call(_, let target, let arguments): (target.map { [$0] } ?? []) + arguments
    case .list(let elements): elements.map(\.value)
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .comprehension(let loop):
      [loop.range] + [loop.condition, loop.result].compactMap(\.self)
    case .bind(_, let value, let body): [value, body]
    }
  }

  /// Itself and all below it.
  var nodes: [CEL.Expression] { [self] + children.flatMap(\.nodes) }
}
