internal import Values

/// Reads the ways in which a condition can be met, or not be met.
struct ConditionReader {
  let rules: Rules
  let environment: RuleEnvironment
  /// The type of event that the condition looks at.
  let type: String

  /// Definitions are followed no deeper; rules that were loaded have no cycle.
  private static let deepest = 20

  /// - Parameters:
  ///   - text: The condition.
  ///   - isMet: False for the ways in which it is false.
  /// - Returns: `unknown` for a text that cannot be read, which is told elsewhere.
  func ways(of text: ExpressionText, isMet: Bool = true) -> Ways {
    if let constant = constant(text) { return constant == isMet ? .always : .never }
    return ways(of: text, isMet, depth: 0)
  }

  /// What it comes to when nothing of the event is known; nil when that cannot be told.
  ///
  /// An answer that needs nothing of the event is the answer for every event.
  private func constant(_ text: ExpressionText) -> Bool? {
    guard let compiled = try? environment.compiled(text, on: type) else { return nil }
    var scope = ExpressionScope(CEL.Activation())
    guard case .bool(let answer)? = try? scope.value(of: compiled) else { return nil }
    return answer
  }

  private func ways(of text: ExpressionText, _ isMet: Bool, depth: Int) -> Ways {
    guard depth < Self.deepest, let checked = try? environment.checked(text, on: type) else {
      return .unknown
    }
    return ways(of: checked.expression, isMet, checked.kinds, depth)
  }

  private func ways(
    of expression: CEL.Expression, _ isMet: Bool, _ kinds: [Int: CEL.Kind], _ depth: Int
  ) -> Ways {
    let read = { (part: CEL.Expression, isMet: Bool) in self.ways(of: part, isMet, kinds, depth) }
    switch expression.shape {
    case .literal(.bool(let truth)): return truth == isMet ? .always : .never
    case .name(let name):
      guard let definition = rules.definitions.first(where: { $0.name == name }) else { break }
      return ways(of: definition.expression, isMet, depth: depth + 1)
    case .call(let function, target: nil, let parts):
      switch (CEL.Operator(rawValue: function), parts.count) {
      case (.not, 1): return read(parts[0], !isMet)
      case (.and, 2), (.or, 2):
        let (left, right) = (read(parts[0], isMet), read(parts[1], isMet))
        return (function == CEL.Operator.and.rawValue) == isMet ? left.and(right) : left.or(right)
      case (.conditional, 3):
        let yes = read(parts[0], true).and(read(parts[1], isMet))
        return yes.or(read(parts[0], false).and(read(parts[2], isMet)))
      case (let relation?, 2):
        if let ways = Comparison(relation, parts, kinds)?.ways(isMet) { return ways }
      default: break
      }
    default: break
    }
    return Ways(.truth(expression.text, isMet))
  }
}

/// A comparison of a part of the event with constants, or of two parts.
private struct Comparison {
  private let relation: CEL.Operator
  private let part: CEL.Expression
  private let other: CEL.Expression
  private let isNumber: Bool

  private static let mirrored: [CEL.Operator: CEL.Operator] = [
    .less: .greater, .greater: .less, .lessOrEqual: .greaterOrEqual, .greaterOrEqual: .lessOrEqual,
    .equal: .equal, .notEqual: .notEqual,
  ]

  init?(_ relation: CEL.Operator, _ parts: [CEL.Expression], _ kinds: [Int: CEL.Kind]) {
    if relation == .isIn {
      (self.relation, part, other) = (relation, parts[0], parts[1])
    } else {
      guard let mirror = Self.mirrored[relation] else { return nil }
      let isTurned = parts[0].constant != nil && parts[1].constant == nil
      self.relation = isTurned ? mirror : relation
      (part, other) = isTurned ? (parts[1], parts[0]) : (parts[0], parts[1])
    }
    isNumber = kinds[part.id] == .int
  }

  func ways(_ isMet: Bool) -> Ways? {
    let name = part.text
    switch (relation, other.constant) {
    case (.isIn, _):
      guard let words = other.words else { return nil }
      return Ways(isMet ? .among(name, words) : .notAmong(name, words))
    case (.equal, .string(let word)?), (.notEqual, .string(let word)?):
      let isSame = (relation == .equal) == isMet
      return Ways(isSame ? .among(name, [word]) : .notAmong(name, [word]))
    case (.equal, .bool(let truth)?), (.notEqual, .bool(let truth)?):
      return Ways(.truth(name, ((relation == .equal) == isMet) == truth))
    case (_, .int(let number)?):
      guard isNumber, let ways = numbers(name, number, isMet) else { return nil }
      return part.isSize ? ways.and(Ways(.within(name, 0 ... .max))) : ways
    case (_, nil): return between(name, other.text, isMet)
    default: return nil
    }
  }

  private func numbers(_ name: String, _ number: Int64, _ isMet: Bool) -> Ways? {
    let (below, above) = (number == .min ? nil : number - 1, number == .max ? nil : number + 1)
    func up(to most: Int64?) -> Ways { most.map { Ways(.within(name, .min...$0)) } ?? .never }
    func from(_ least: Int64?) -> Ways { least.map { Ways(.within(name, $0 ... .max)) } ?? .never }
    switch relation {
    case .less: return isMet ? up(to: below) : from(number)
    case .lessOrEqual: return isMet ? up(to: number) : from(above)
    case .greater: return isMet ? from(above) : up(to: number)
    case .greaterOrEqual: return isMet ? from(number) : up(to: below)
    case .equal, .notEqual:
      let isSame = (relation == .equal) == isMet
      return Ways(isSame ? .within(name, number...number) : .except(name, number))
    default: return nil
    }
  }

  /// Of two parts: every relation is a truth of one of three texts.
  private func between(_ left: String, _ right: String, _ isMet: Bool) -> Ways? {
    switch relation {
    case .less: Ways(.truth("\(left) < \(right)", isMet))
    case .greaterOrEqual: Ways(.truth("\(left) < \(right)", !isMet))
    case .greater: Ways(.truth("\(right) < \(left)", isMet))
    case .lessOrEqual: Ways(.truth("\(right) < \(left)", !isMet))
    case .equal: Ways(.truth("\(min(left, right)) == \(max(left, right))", isMet))
    case .notEqual: Ways(.truth("\(min(left, right)) == \(max(left, right))", !isMet))
    default: nil
    }
  }
}

extension CEL.Expression {
  fileprivate var constant: CEL.Literal? {
    switch shape {
    case .literal(let literal): return literal
    case .call(CEL.Operator.negate.rawValue, target: nil, let parts):
      guard case .literal(.int(let number))? = parts.first?.shape, number != .min else {
        return nil
      }
      return .int(-number)
    default: return nil
    }
  }

  /// Whether it is how long something is, which is never less than nothing.
  fileprivate var isSize: Bool {
    if case .call("size", _, _) = shape { true } else { false }
  }

  /// The words of a list of constants; nil for any other.
  fileprivate var words: Set<String>? {
    guard case .list(let elements) = shape else { return nil }
    var words: Set<String> = []
    for element in elements {
      guard !element.isOptional, case .string(let word)? = element.value.constant else {
        return nil
      }
      words.insert(word)
    }
    return words
  }
}
