internal import Values

extension MutationOperator {
  /// Changes of how subgroups end, and of what they inherit and may set.
  static let subgroupTerms: [MutationOperator] = [
    MutationOperator("period", "subgroups", "ends_after", otherPeriods),
    MutationOperator("end", "subgroups", "ends_after", without),
    MutationOperator("body", "subgroups.terms", "inherits", otherBodies),
    MutationOperator("key", "subgroups.terms", "may_set") { site, key in
      flipped(SubgroupTermsRule.Key.allCases.map(\.rawValue), site, key)
    },
    MutationOperator("period", "subgroups.terms", "chair_term", otherPeriods),
    MutationOperator("term", "subgroups.terms", "chair_term", without),
  ]
}
