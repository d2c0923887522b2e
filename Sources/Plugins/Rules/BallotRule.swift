import Values

/// How a body votes when it elects: who is elected in a round, who goes on to the next one, what a tie does.
///
/// Source: such rules as those of Eurojust for its president (two thirds in every round) and its vice-presidents (a
/// simple majority after the second round), and of CARIN (a vote only where candidates exceed vacancies).
package struct BallotRule: Hashable, Sendable {
  /// Who goes on to the next round; the raw value is written in plugins.
  package enum Next: String, CaseIterable, Sendable {
    /// Everybody who was not elected.
    case all
    /// Those with the most votes, twice as many as there are seats left.
    case double
    /// Everybody but those with the fewest votes, as long as enough are left for the seats.
    case withoutLast = "without_last"
  }

  package var threshold: Threshold
  package var base: DecisionRule.Base
  /// Whether a ballot that names nobody counts among the votes cast.
  package var abstentions: DecisionRule.Abstentions
  /// After so many rounds the most votes elect; nil where every round asks for the majority.
  package var relativeAfter: Int?
  /// The most rounds of one election; nil for no limit.
  ///
  /// What is not filled then stays vacant.
  package var rounds: Int?
  /// The most names on one ballot; nil for as many as there are seats left.
  package var marks: Int?
  package var next: Next
  package var tie: DecisionRule.Tie
  /// Whether a vote is only held when there are more candidates than seats.
  package var isContestedOnly: Bool
  /// Whether it may be recorded who voted for whom.
  package var isOpen: Bool
  /// In the order of their names; no member belongs to two of them.
  package var quotas: [SeatQuota]
  package var clause: Clause

  package init(
    threshold: Threshold, base: DecisionRule.Base, abstentions: DecisionRule.Abstentions,
    relativeAfter: Int? = nil, rounds: Int? = nil, marks: Int? = nil, next: Next = .all,
    tie: DecisionRule.Tie, isContestedOnly: Bool = false, isOpen: Bool = false,
    quotas: [SeatQuota] = [], clause: Clause
  ) {
    (self.threshold, self.base, self.abstentions) = (threshold, base, abstentions)
    (self.relativeAfter, self.rounds, self.marks) = (relativeAfter, rounds, marks)
    (self.next, self.tie, self.quotas) = (next, tie, quotas)
    (self.isContestedOnly, self.isOpen, self.clause) = (isContestedOnly, isOpen, clause)
  }

  /// Whether a round, counted from 1, asks for the majority; in any other the most votes elect.
  package func asksForMajority(in round: Int) -> Bool { relativeAfter.map { round <= $0 } ?? true }

  /// The most names on one ballot, where so many seats are left.
  package func marks(for places: Int) -> Int { marks ?? places }
}

/// Members that have a least or a greatest number of the seats, such as those of a region.
///
/// The rules name the members, which are states: nothing that is known of a person only, such as its gender, can
/// make a quota here.
package struct SeatQuota: Hashable, Sendable {
  package var name: String
  package var members: [String]
  package var minimum: Int
  /// Nil for no limit.
  package var maximum: Int?
  package var clause: Clause

  package init(name: String, members: [String], minimum: Int, maximum: Int?, clause: Clause) {
    (self.name, self.members) = (name, members)
    (self.minimum, self.maximum, self.clause) = (minimum, maximum, clause)
  }
}
