/// Which body hands items to which, and whether it must have decided to.
package struct ReferralRule: Hashable, Sendable {
  /// The word that stands for every subgroup among the senders.
  package static let subgroups = "subgroups"

  /// The senders of each receiving body: bodies, or the word for subgroups.
  package var routes: [String: [String]]
  /// Whether the sender names a deliberation of its own.
  package var needsDecision: Bool
  package var clause: Clause

  package init(routes: [String: [String]], needsDecision: Bool = false, clause: Clause) {
    (self.routes, self.needsDecision, self.clause) = (routes, needsDecision, clause)
  }

  /// The bodies to which one may hand items, by name; a subgroup is asked for by the word for all of them.
  package func receivers(of sender: String) -> [String] {
    routes.filter { $0.value.contains(sender) }.keys.sorted()
  }
}

extension Rules {
  /// The rule on items that bodies hand to each other.
  ///
  /// Where the rules say nothing, items go upwards: a subgroup hands them to any body, every other body to a
  /// plenary. That is an assumption and says so.
  package var referralRule: ReferralRule {
    if let referrals { return referrals }
    let bodies = bodies.filter { !$0.isSubgroup }.map { ($0.id, $0.composition == .plenary) }
    let below = bodies.filter { !$0.1 }.map(\.0)
    let routes = bodies.map { id, isPlenary in
      (id, [ReferralRule.subgroups] + (isPlenary ? below : []))
    }
    return ReferralRule(
      routes: Dictionary(routes) { first, _ in first },
      clause: Clause(id: "referrals", source: .assumption))
  }
}
