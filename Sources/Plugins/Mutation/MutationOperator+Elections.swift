internal import Values

extension MutationOperator {
  /// How candidates are voted on: the majority, the rounds, the names on a ballot, ties and quotas.
  static let elections: [MutationOperator] =
    ["more_than", "at_least"].map { key in
      MutationOperator("fraction", ballot, key, otherFractions)
    } + [
      MutationOperator("matter", "bodies.*.elected", "matter", without),
      MutationOperator(
        "choice", "bodies.*.decides.*", "choice",
        others(VoteTerms.Choice.allCases.map(\.rawValue))),
      MutationOperator("base", ballot, "of", others(DecisionRule.Base.allCases.map(\.rawValue))),
      MutationOperator(
        "abstentions", ballot, "abstentions",
        others(DecisionRule.Abstentions.allCases.map(\.rawValue))),
      MutationOperator("number", ballot, "relative_after", otherNumbers),
      MutationOperator("limit", ballot, "relative_after", without),
      MutationOperator("number", ballot, "rounds", otherNumbers),
      MutationOperator("limit", ballot, "rounds", without),
      MutationOperator("number", ballot, "marks", otherNumbers),
      MutationOperator("next", ballot, "next", others(BallotRule.Next.allCases.map(\.rawValue))),
      MutationOperator("tie", ballot, "tie", others(DecisionRule.Tie.allCases.map(\.rawValue))),
      MutationOperator("contested", ballot, "contested", without),
      MutationOperator("open", ballot, "open", without),
      MutationOperator("number", ballot + ".quotas.*", "min", otherNumbers),
      MutationOperator("number", ballot + ".quotas.*", "max", otherNumbers),
    ]

  private static let ballot = "bodies.*.elected.ballot"
}
