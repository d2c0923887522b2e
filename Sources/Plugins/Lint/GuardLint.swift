package import Values

/// Looks for guards that do nothing, that nothing can pass, and that stand against each other.
///
/// It warns only of what is so for every event: what it does not understand, it takes as possible.
package struct GuardLint {
  private let rules: Rules
  private let environment: RuleEnvironment
  /// Pairs of guards that are compared; a plugin that has more is compared in part.
  private static let mostPairs = 5_000

  private init(_ rules: Rules) {
    self.rules = rules
    environment = RuleEnvironment(rules)
  }

  /// The warnings, each at its guard's place, in the order of the guards.
  ///
  /// `require: false` with a `when` forbids something on purpose and is no reason to warn.
  /// A word that can never be is told in the place of what follows from it.
  ///
  /// - Parameter rules: That were loaded, so that every expression in them can be read.
  /// - Returns: `guard-word-unknown`, `guard-never-applies`, `guard-always-refuses`, `guard-always-holds`,
  ///   `guard-contradicts`, `guard-repeated`.
  package static func warnings(of rules: Rules) -> [Failure] {
    guard !rules.guards.isEmpty else { return [] }
    let lint = GuardLint(rules)
    let read = rules.guards.map { lint.read($0) }
    let words = WordLint(rules, lint.environment)
    let single = read.flatMap { reading in
      let unknown = words.warnings(of: reading.rule)
      return unknown.isEmpty ? [reading.warning].compactMap(\.self) : unknown
    }
    return single + lint.contradictions(among: read) + lint.repetitions()
  }

  /// A guard as each of its types reads it.
  private struct Reading {
    let rule: GuardRule
    let cases: [String: Case]

    /// What a guard demands of the events of one type.
    struct Case {
      let applies: Ways
      let holds: Ways
      let isReached: Bool
      let canHold: Bool
    }

    /// What is so for all of its types.
    var warning: Failure? {
      let guardName: [String: Failure.Value] = ["guard": .text(rule.id)]
      if cases.values.allSatisfy({ !$0.isReached }) {
        return Failure(.guardNeverApplies, guardName, at: rule.when?.place(at: 0))
      }
      let forbids = rule.when != nil && cases.values.allSatisfy(\.holds.isNever)
      if !forbids, cases.values.allSatisfy({ !$0.isReached || !$0.canHold }) {
        return Failure(.guardAlwaysRefuses, guardName, at: rule.require.place(at: 0))
      }
      if cases.values.allSatisfy(\.holds.isAlways) {
        return Failure(.guardAlwaysHolds, guardName, at: rule.require.place(at: 0))
      }
      return nil
    }
  }

  private func read(_ rule: GuardRule) -> Reading {
    let cases = rule.on.map { type in
      let reader = ConditionReader(rules: rules, environment: environment, type: type)
      let domains = Domains(of: type, in: rules)
      let applies = rule.when.map { reader.ways(of: $0) } ?? .always
      let holds = reader.ways(of: rule.require)
      let isReached = applies.isPossible { domains[$0] }
      let canHold = applies.and(holds).isPossible { domains[$0] }
      return (
        type,
        Reading.Case(applies: applies, holds: holds, isReached: isReached, canHold: canHold)
      )
    }
    return Reading(rule: rule, cases: Dictionary(cases) { first, _ in first })
  }

  /// Two guards that can both apply to an event and can never both hold then.
  private func contradictions(among all: [Reading]) -> [Failure] {
    let denying = all.filter { $0.rule.severity == .deny && $0.warning == nil }
    var found: [Failure] = []
    var pairs = 0
    for (index, later) in denying.enumerated() {
      for earlier in denying[..<index] {
        guard let type = later.rule.on.first(where: { earlier.cases[$0] != nil }) else { continue }
        pairs += 1
        guard pairs <= Self.mostPairs else { return found }
        guard contradicts(earlier, later, on: type) else { continue }
        found.append(
          Failure(
            .guardContradicts,
            [
              "guard": .text(later.rule.id), "other": .text(earlier.rule.id),
              "type": .text(type),
            ], at: later.rule.require.place(at: 0)))
      }
    }
    return found
  }

  private func contradicts(_ one: Reading, _ other: Reading, on type: String) -> Bool {
    guard let one = one.cases[type], let other = other.cases[type], one.canHold, other.canHold
    else { return false }
    let domains = Domains(of: type, in: rules)
    let apply = one.applies.and(other.applies)
    guard apply.isPossible({ domains[$0] }) else { return false }
    return !apply.and(one.holds).and(other.holds).isPossible { domains[$0] }
  }

  /// Guards that say of the same events what an earlier one says.
  private func repetitions() -> [Failure] {
    struct Sense: Hashable {
      let on: Set<String>
      let when: String?
      let require: String
      let severity: GuardRule.Severity
    }
    var seen: [Sense: String] = [:]
    return rules.guards.compactMap { rule in
      let sense = Sense(
        on: Set(rule.on), when: rule.when.map(Self.plain), require: Self.plain(rule.require),
        severity: rule.severity)
      guard let earlier = seen[sense] else {
        seen[sense] = rule.id
        return nil
      }
      return Failure(
        .guardRepeated, ["guard": .text(rule.id), "other": .text(earlier)],
        at: rule.require.place(at: 0))
    }
  }

  /// The expression however it is spaced.
  private static func plain(_ text: ExpressionText) -> String {
    (try? CEL.Parser.parse(text.text).text) ?? text.text
  }
}

extension Failure.Code {
  package static let guardAlwaysHolds = Self("guard-always-holds", exit: .badData)
  package static let guardAlwaysRefuses = Self("guard-always-refuses", exit: .badData)
  package static let guardContradicts = Self("guard-contradicts", exit: .badData)
  package static let guardNeverApplies = Self("guard-never-applies", exit: .badData)
  package static let guardRepeated = Self("guard-repeated", exit: .badData)

  /// Every code of this check; the catalogues have texts for each.
  package static let guardLintCodes: [Self] = [
    guardAlwaysHolds, guardAlwaysRefuses, guardContradicts, guardNeverApplies, guardRepeated,
    guardWordUnknown,
  ]
}
