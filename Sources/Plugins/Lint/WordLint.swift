package import Values

/// Looks for words in a guard's comparisons that what they are compared with can never be, such as a misspelt one.
struct WordLint {
  private let rules: Rules
  private let environment: RuleEnvironment

  init(_ rules: Rules, _ environment: RuleEnvironment) {
    (self.rules, self.environment) = (rules, environment)
  }

  /// A word that stands beside a part of the event, in `==`, `!=` or `in`.
  private struct Meeting {
    let part: String
    let word: String
    let offset: Int
  }

  /// The words of a guard that none of its types knows, each with the nearest that one does.
  ///
  /// - Returns: `guard-word-unknown` at each word, in reading order; empty where the words of a part are not
  ///   laid down.
  func warnings(of rule: GuardRule) -> [Failure] {
    let domains = rule.on.map { Domains(of: $0, in: rules) }
    return [rule.when, rule.require].compactMap(\.self).flatMap { text in
      meetings(in: text, rule.on).compactMap { unknown($0, in: text, of: rule, domains) }
    }
  }

  private func unknown(
    _ meeting: Meeting, in text: ExpressionText, of rule: GuardRule, _ domains: [Domains]
  ) -> Failure? {
    var known: Set<String> = []
    for domain in domains {
      guard case .words(let words)? = domain[meeting.part] else { return nil }
      known.formUnion(words)
    }
    guard !known.contains(meeting.word) else { return nil }
    let choices = known.sorted()
    return Failure(
      .guardWordUnknown,
      [
        "guard": .text(rule.id), "found": .text(meeting.word), "part": .text(meeting.part),
        "choices": .list(choices),
        "nearest": .text(Nearest.word(to: meeting.word, among: choices) ?? ""),
      ], at: text.place(at: meeting.offset))
  }

  /// The type of the event is a word too, and one rule may speak of many types.
  private func meetings(in text: ExpressionText, _ types: [String]) -> [Meeting] {
    for type in types {
      guard let checked = try? environment.checked(text, on: type) else { continue }
      var found: [Meeting] = []
      Self.collect(checked.expression, into: &found)
      return found.filter { $0.part != "event.type" }
    }
    return []
  }

  private static func collect(_ expression: CEL.Expression, into found: inout [Meeting]) {
    if case .call(let function, target: nil, let parts) = expression.shape, parts.count == 2 {
      add(CEL.Operator(rawValue: function), parts[0], parts[1], into: &found)
    }
    for inner in expression.inner { collect(inner, into: &found) }
  }

  private static func add(
    _ relation: CEL.Operator?, _ left: CEL.Expression, _ right: CEL.Expression,
    into found: inout [Meeting]
  ) {
    switch relation {
    case .equal, .notEqual:
      let isTurned = left.word != nil
      let (part, other) = isTurned ? (right, left) : (left, right)
      guard let word = other.word else { return }
      found.append(Meeting(part: part.text, word: word, offset: other.offset))
    case .isIn:
      guard case .list(let elements) = right.shape else { return }
      for element in elements {
        guard let word = element.value.word else { continue }
        found.append(Meeting(part: left.text, word: word, offset: element.value.offset))
      }
    default: return
    }
  }
}

extension CEL.Expression {
  /// The text of a constant one; nil for any other expression.
  fileprivate var word: String? {
    if case .literal(.string(let word)) = shape { word } else { nil }
  }

  /// The expressions that it is made of, in reading order.
  fileprivate var inner: [CEL.Expression] {
    switch shape {
    case .literal, .name, .message: []
    case .select(let operand, field: _, isOptional: _), .has(let operand, field: _): [operand]
    case .call(_, let target, let arguments): (target.map { [$0] } ?? []) + arguments
    case .list(let elements): elements.map(\.value)
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .comprehension(let comprehension):
      [comprehension.range] + [comprehension.condition, comprehension.result].compactMap(\.self)
    case .bind(_, let value, let body): [value, body]
    }
  }
}

extension Failure.Code {
  package static let guardWordUnknown = Self("guard-word-unknown", exit: .badData)
}
