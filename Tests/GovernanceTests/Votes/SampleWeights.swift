import Governance
import Plugins
import TestKit
import Testing
import Values

/// Twenty-seven states with weights in tenths of per mille, and a matter that needs members and shares.
enum SampleWeights {
  static let clause = "bodies.plenary.decides.default.shares"

  /// Invented, in the order of their size; they sum to 9997.
  static let weights = [
    "DE": 1859, "FR": 1516, "IT": 1324, "ES": 1062, "PL": 845, "RO": 428, "NL": 395, "BE": 260,
    "CZ": 236, "GR": 236, "SE": 232, "PT": 231, "HU": 217, "AT": 199, "BG": 155, "DK": 131,
    "FI": 123, "SK": 121, "IE": 113, "HR": 86, "LT": 63, "SI": 47, "LV": 42, "EE": 30, "CY": 20,
    "LU": 14, "MT": 12,
  ]

  static let states = weights.keys.sorted()

  /// Fifteen of the twenty-seven, with 5418 of 9997 shares.
  static let fifteen =
    "FR IT ES PL MT LU CY EE LV SI LT HR IE SK FI".split(separator: " ").map { String($0) }

  static func rules(
    _ weights: [String: Int] = weights, classes: [String: Int] = [:],
    base: DecisionRule.Base = .allMembers
  ) throws -> Rules {
    var rules = Rules.sample
    rules.bodies[0].weights = WeightRule(
      members: weights, classes: classes,
      clause: Clause(id: "bodies.plenary.weights", source: .assumption))
    rules.bodies[0].decisions[0].threshold = Threshold(
      .atLeast, try #require(Fraction(11, 20)))
    rules.bodies[0].decisions[0].terms.shares = ShareRule(
      threshold: Threshold(.atLeast, try #require(Fraction(13, 20))), base: base,
      clause: Clause(id: clause, source: .assumption))
    return rules
  }

  /// A roll in which some vote for, and everybody else against.
  static func roll(for inFavour: [String], _ others: String = "against") -> String {
    states.map { "\($0)=\(inFavour.contains($0) ? "for" : others)" }.joined(separator: ",")
  }

  static func given(_ rules: Rules) throws -> Given {
    try Given(rules: rules).admitted(states.joined(separator: " "))
      .open(present: states.joined(separator: " "))
  }
}
