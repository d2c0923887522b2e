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

  /// What becomes of a second vote of one member in a roll.
  package enum SecondVote: String, CaseIterable, Sendable {
    /// It stands against the ballot; the first one is the member's vote.
    case refused
    /// The last one is the member's vote.
    case replaces
    /// The member has no vote: it is in the room and does not vote.
    case void
  }

  /// How one of several options is chosen.
  package enum Choice: String, CaseIterable, Sendable {
    /// The option with the most votes.
    case plurality
    /// The option that has the majority of the matter.
    case majority
    /// By rankings, the option with the fewest first places leaving one after the other.
    case ranking
  }

  package var recusal: Recusal
  package var secondVote: SecondVote
  /// The majority of weights that the matter needs too; nil for none.
  package var shares: ShareRule?
  /// Nil where nobody chooses among several.
  package var choice: Choice?

  package init(
    recusal: Recusal = .stays, secondVote: SecondVote = .refused, shares: ShareRule? = nil,
    choice: Choice? = nil
  ) {
    (self.recusal, self.secondVote, self.shares) = (recusal, secondVote, shares)
    self.choice = choice
  }
}
