import Plugins
import Values

/// What the acts on roles ask of the rules.
enum RoleChecks {
  /// The role in the rules.
  ///
  /// - Throws: `role-unknown` with those that the rules have.
  static func rule(_ id: RoleID, under rules: Rules) throws(Refusal) -> RoleRule {
    guard let rule = rules.roles.first(where: { $0.name == id.text }) else {
      throw Refusal(
        .roleUnknown, ["role": .text(id.text)],
        ways: rules.roles.isEmpty
          ? [Note("adopt-rules")]
          : [Note("use-one-of", ["known": .list(rules.roles.map(\.name))])])
    }
    return rule
  }

  /// How the rules fill a role.
  static func derivation(of rule: RoleRule) -> Derivation {
    let isNamed = rule.who?.isNamed == true
    let inputs: [(String, JSON)] = [
      ("acting_role", .text(rule.name)), ("events", .texts(rule.grants)),
    ]
    return Derivation(rule.clause, "role-filled", JSON.Fields(inputs), holds: isNamed)
  }

  /// What a role has against being filled by an act.
  static func objection(to rule: RoleRule) -> Refusal? {
    guard rule.who?.isNamed != true else { return nil }
    return Refusal(
      .roleNotAssigned, ["role": .text(rule.name)], clause: rule.clause,
      derivation: derivation(of: rule),
      ways: [Note("see-role", ["role": .text(rule.name)]), Note("adopt-rules")])
  }
}

extension RefusalCode {
  static let roleUnknown = RefusalCode("role-unknown", exit: .notFound)
  static let roleNotAssigned = RefusalCode("role-not-assigned")
  static let roleHeldAlready = RefusalCode("role-held-already")
  static let roleNotHeld = RefusalCode("role-not-held")
}
