/// What the vote of each member of a body weighs where a majority asks for shares too.
///
/// Whole numbers of one unit that the network chooses, such as tenths of per mille of a population.
package struct WeightRule: Hashable, Sendable {
  /// The greatest weight of one member, so that the sums stay within what events may carry.
  package static let greatest = 100_000_000

  /// By the codes of members; they go before those of classes.
  package var members: [String: Int]
  /// By the names of classes, for the members that have none of their own.
  package var classes: [String: Int]
  package var clause: Clause

  package init(members: [String: Int], classes: [String: Int], clause: Clause) {
    (self.members, self.classes, self.clause) = (members, classes, clause)
  }

  /// Nil for a member to which the rules give no weight.
  package func weight(of member: String, in memberClass: String?) -> Int? {
    members[member] ?? memberClass.flatMap { classes[$0] }
  }
}

/// A majority of weights, which a matter needs beside that of members.
package struct ShareRule: Hashable, Sendable {
  package var threshold: Threshold
  /// Over the weights: of all members, of those present, or of the votes cast.
  package var base: DecisionRule.Base
  package var clause: Clause

  package init(threshold: Threshold, base: DecisionRule.Base, clause: Clause) {
    (self.threshold, self.base, self.clause) = (threshold, base, clause)
  }
}
