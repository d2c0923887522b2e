/// Whether a delegation that attends over a link counts as those in the room do.
///
/// A body without such a rule makes no difference between the two: the delegation counts for the quorum and votes.
package struct RemoteRule: Hashable, Sendable {
  package var countsForQuorum: Bool
  package var mayVote: Bool
  package var clause: Clause

  package init(countsForQuorum: Bool, mayVote: Bool, clause: Clause) {
    (self.countsForQuorum, self.mayVote, self.clause) = (countsForQuorum, mayVote, clause)
  }
}
