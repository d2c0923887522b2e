package import Values

/// What a subgroup inherits, and which rules its own terms of reference may set instead.
package struct SubgroupTermsRule: Hashable, Sendable {
  /// A rule that terms of reference can set; the raw value is written in plugins.
  package enum Key: String, CaseIterable, Sendable {
    case quorum, notice, decides, lifetime
    case chairTerm = "chair_term"
  }

  /// The body whose rules hold in a subgroup.
  package var inherits: String
  /// The rules that a subgroup may set; every other one is locked.
  package var settable: [Key]
  /// How long a member coordinates; nil where nothing is laid down.
  package var chairTerm: Period?
  package var clause: Clause

  package init(inherits: String, settable: [Key], chairTerm: Period? = nil, clause: Clause) {
    (self.inherits, self.settable) = (inherits, settable)
    (self.chairTerm, self.clause) = (chairTerm, clause)
  }
}

extension SubgroupRule {
  /// What subgroups inherit; where the rules say nothing, the rules of the body that creates them, all locked.
  package var inheritance: SubgroupTermsRule {
    terms ?? SubgroupTermsRule(inherits: createdBy, settable: [], clause: clause)
  }
}

/// The rules that one subgroup set for itself, each with the deliberation that set it as its source.
package struct SubgroupTerms: Hashable, Sendable {
  package var quorum: QuorumRule?
  package var notice: NoticeRule?
  /// On every matter of the subgroup.
  package var decision: DecisionRule?
  package var lifetime: Period?
  package var chairTerm: Period?

  package init(
    quorum: QuorumRule? = nil, notice: NoticeRule? = nil, decision: DecisionRule? = nil,
    lifetime: Period? = nil, chairTerm: Period? = nil
  ) {
    (self.quorum, self.notice, self.decision) = (quorum, notice, decision)
    (self.lifetime, self.chairTerm) = (lifetime, chairTerm)
  }
}

/// Who takes part in a subgroup.
package struct SubgroupSeats: Hashable, Sendable {
  /// A member that takes part, from its first day to its last one.
  package struct Stay: Hashable, Sendable {
    package var member: String
    package var from: Day
    /// The last day, included; nil as long as it has not left.
    package var until: Day?

    package init(member: String, from: Day, until: Day? = nil) {
      (self.member, self.from, self.until) = (member, from, until)
    }
  }

  package var stays: [Stay]
  package var clause: Clause

  package init(stays: [Stay], clause: Clause) { (self.stays, self.clause) = (stays, clause) }

  /// The members that take part on a day, by their codes.
  package func members(on day: Day) -> [String] {
    let there = stays.filter { $0.from <= day && $0.until.map { day <= $0 } != false }
    return Set(there.map(\.member)).sorted()
  }
}
