package import Plugins
import Values

/// By which majority a body can adopt rules, under the rules in force.
package struct NeededMajority: Hashable, Sendable {
  package let body: String
  /// The matter under which it is put: `rules`, or what stands in for it.
  package let matter: String
  package let clause: String
  package let method: DecisionRule.Method
  /// Nil where only consensus adopts.
  package let threshold: Threshold?
  package let base: DecisionRule.Base
  /// The votes in favour that it takes today; nil where the base is not all members, or not known.
  package let needed: Int?
  /// Of how many.
  package let of: Int?

  /// The bodies with a rule on the matter of the rules; without one, those that decide anything.
  static func all(under rules: Rules, _ electorates: [String: Int]) -> [NeededMajority] {
    let named = rules.bodies.filter { !$0.isSubgroup }
    let own = named.filter { body in
      body.decisions.contains { $0.matter == AdoptRules.matter }
    }
    let bodies = own.isEmpty ? named : own
    return bodies.compactMap { body in
      body.decision(on: AdoptRules.matter).map { rule in
        NeededMajority(body.id, rule, electorate: electorates[body.id])
      }
    }
  }

  private init(_ body: String, _ rule: DecisionRule, electorate: Int?) {
    self.body = body
    matter = rule.matter
    clause = rule.clause.id
    method = rule.method
    threshold = rule.threshold
    base = rule.base
    of = rule.base == .allMembers ? electorate : nil
    needed = of.flatMap { rule.threshold?.needed(of: $0) }
  }
}
