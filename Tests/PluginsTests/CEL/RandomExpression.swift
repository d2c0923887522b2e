import Plugins
import TestKit

/// Trees as the parser can make them, drawn from a seed; ids and places are all 0.
struct RandomExpression {
  private var generator: Seeded

  init(seed: UInt64) { generator = Seeded(seed: seed) }

  mutating func tree(depth: Int) -> CEL.Expression {
    guard depth > 0, number(10) > 0 else { return leaf() }
    let under = depth - 1
    switch number(12) {
    case 0, 1: return infix(under)
    case 2:
      return node(
        .call("_?_:_", target: nil, [tree(depth: under), tree(depth: under), tree(depth: under)]))
    case 3: return prefix(under)
    case 4: return node(.select(tree(depth: under), field: field(), isOptional: number(3) == 0))
    case 5:
      return node(
        .call(
          number(2) == 0 ? "_[_]" : "_[?_]", target: nil, [tree(depth: under), tree(depth: under)]))
    case 6: return call(under)
    case 7: return node(.list((0..<number(4)).map { _ in element(under) }))
    case 8: return node(.map((0..<number(3)).map { _ in entry(under) }))
    case 9: return comprehension(under)
    case 10: return node(.has(tree(depth: under), field: field()))
    default: return number(2) == 0 ? optional(under) : bind(under)
    }
  }

  private mutating func number(_ below: Int) -> Int { Int.random(in: 0..<below, using: &generator) }

  private mutating func pick<T>(_ choices: [T], or other: T) -> T {
    choices.randomElement(using: &generator) ?? other
  }

  private func node(_ shape: CEL.Expression.Shape) -> CEL.Expression {
    CEL.Expression(id: 0, offset: 0, shape)
  }

  private mutating func leaf() -> CEL.Expression {
    switch number(10) {
    case 0: node(.literal(.null))
    case 1: node(.literal(.bool(number(2) == 0)))
    case 2: node(.literal(.int(pick([0, 1, -1, .max, .min, 42], or: 7))))
    case 3: node(.literal(.uint(pick([0, 9, .max], or: 1))))
    case 4: node(.literal(.double(pick([0.0, -0.5, 1e300, 1e-7, 3.25, 100], or: 1))))
    case 5: node(.literal(.string(pick(["", "a'b", "\\n\n", "é日\u{1}", "\"q\""], or: "x"))))
    case 6: node(.literal(.bytes(pick([[], [0, 255, 39, 92], Array("ab".utf8)], or: [1]))))
    case 7: node(.name(".\(pick(["a", "b"], or: "c"))"))
    default: node(.name(pick(["a", "b", "members", "m"], or: "x")))
    }
  }

  private mutating func field() -> String {
    pick(["f", "id", "a-b", "x.y", "in", "if", "true", "1a", "a b/c"], or: "g")
  }

  private mutating func infix(_ depth: Int) -> CEL.Expression {
    let function = pick(
      ["_||_", "_&&_", "_==_", "_!=_", "_<_", "_>=_", "@in", "_+_", "_-_", "_*_", "_/_", "_%_"],
      or: "_>_")
    return node(.call(function, target: nil, [tree(depth: depth), tree(depth: depth)]))
  }

  private mutating func prefix(_ depth: Int) -> CEL.Expression {
    node(.call(number(2) == 0 ? "!_" : "-_", target: nil, [tree(depth: depth)]))
  }

  private mutating func call(_ depth: Int) -> CEL.Expression {
    let arguments = (0..<number(3)).map { _ in tree(depth: depth) }
    let target = number(2) == 0 ? tree(depth: depth) : nil
    return node(.call(pick(["f", "size", "matches"], or: "g"), target: target, arguments))
  }

  private mutating func element(_ depth: Int) -> CEL.Expression.Element {
    CEL.Expression.Element(tree(depth: depth), isOptional: number(4) == 0)
  }

  private mutating func entry(_ depth: Int) -> CEL.Expression.Entry {
    CEL.Expression.Entry(tree(depth: depth), tree(depth: depth), isOptional: number(4) == 0)
  }

  private mutating func comprehension(_ depth: Int) -> CEL.Expression {
    let hasTwo = number(2) == 0
    let conditions: [CEL.Comprehension.Form] =
      [.all, .exists, .existsOne] + (hasTwo ? [] : [.filter])
    let results: [CEL.Comprehension.Form] =
      [.map] + (hasTwo ? [.transformMap, .transformMapEntry] : [])
    let hasResult = number(2) == 0
    let hasCondition = !hasResult || number(2) == 0
    let made = CEL.Comprehension(
      hasResult ? pick(results, or: .map) : pick(conditions, or: .all), over: tree(depth: depth),
      variables: hasTwo ? ["i", "x"] : ["x"], condition: hasCondition ? tree(depth: depth) : nil,
      result: hasResult ? tree(depth: depth) : nil)
    return node(.comprehension(made))
  }

  private mutating func bind(_ depth: Int) -> CEL.Expression {
    node(.bind("x", tree(depth: depth), tree(depth: depth)))
  }

  /// What `optMap` and `optFlatMap` become.
  private mutating func optional(_ depth: Int) -> CEL.Expression {
    let held = node(.name("@optional"))
    let value = node(.call("value", target: held, []))
    let bound = node(.bind("x", value, tree(depth: depth)))
    let wrapped = number(2) == 0 ? bound : node(.call("optional.of", target: nil, [bound]))
    let none = node(.call("optional.none", target: nil, []))
    let isThere = node(.call("hasValue", target: held, []))
    let choice = node(.call("_?_:_", target: nil, [isThere, wrapped, none]))
    return node(.bind("@optional", tree(depth: depth), choice))
  }
}
