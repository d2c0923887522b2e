internal import Values

/// Majorities of weights, which the payload of a decision carries as sums.
extension Expansion {
  /// Whether the weights in favour are enough; nil where the matter asks for none.
  func shares(of rule: DecisionRule, at path: String) -> String? {
    rule.terms.shares.map { shares in
      let aside = rule.terms.recusal == .stays ? "" : " - payload.shares.recused"
      let cast = "payload.shares.for + payload.shares.against"
      let base =
        switch (shares.base, rule.abstentions) {
        case (.allMembers, _): "payload.shares.entitled\(aside)"
        case (.present, _): "payload.shares.present + payload.shares.proxied\(aside)"
        case (.votesCast, .counted): "\(cast) + payload.shares.abstain"
        case (.votesCast, .ignored): cast
        }
      return meets(shares.threshold, at: "\(path).shares", "payload.shares.for", of: base)
    }
  }

  /// Where weights count, it must be known who voted how.
  func shares(of rule: DecisionRule, at part: Part, when applies: String) -> [ExpandedGuard] {
    guard let shares = rule.terms.shares else { return [] }
    let own = Part(path: "\(part.path).shares", clause: shares.clause)
    return [
      own.guarding(
        [shares.threshold.strictness.rawValue, "of"],
        on: Self.deliberations, when: applies,
        "payload.method == 'consensus' || has(payload.shares)")
    ]
  }
}
