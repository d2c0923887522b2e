/// What a rule says of a vote beside its majority.
///
/// Each has a value that stands where the rule says nothing, so that older rules decide as they did.
package struct VoteTerms: Hashable, Sendable {
  /// What a member leaves that stands aside from one matter.
  package enum Recusal: String, CaseIterable, Sendable {
    /// Nothing: it is counted in every base.
    case stays
    /// The base of all members and of those present, for the matter alone.
    case leavesBase = "leaves_base"
    /// The same, and the base and the count of the quorum.
    case leavesBaseAndQuorum = "leaves_base_and_quorum"
  }

  package var recusal: Recusal
  /// The majority of weights that the matter needs too; nil for none.
  package var shares: ShareRule?

  package init(recusal: Recusal = .stays, shares: ShareRule? = nil) {
    (self.recusal, self.shares) = (recusal, shares)
  }
}
