internal import Values

extension MutationOperator {
  /// The second call: how low its quorum is, how long one waits for it, and whether there is one.
  static let secondCalls: [MutationOperator] =
    ["more_than", "at_least"].map { key in
      MutationOperator("fraction", "bodies.*.quorum.second_call", key, otherFractions)
    } + [
      MutationOperator("period", "bodies.*.quorum.second_call", "after", otherPeriods),
      MutationOperator("second-call", "bodies.*.quorum", "second_call", without),
      MutationOperator("number", "series.*.invitations", "total", otherNumbers),
      MutationOperator("limit", "series.*.invitations", "total", without),
      MutationOperator("period", "series.*.invitations", "until", otherPeriods),
      MutationOperator(
        "late", "series.*.invitations", "late",
        others(InvitationRule.Late.allCases.map(\.rawValue))),
    ]
}
