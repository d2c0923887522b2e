internal import Values

extension MutationOperator {
  /// Changes of what subgroups inherit and may set.
  static let subgroupTerms: [MutationOperator] = [
    MutationOperator("body", "subgroups.terms", "inherits", otherBodies),
    MutationOperator("key", "subgroups.terms", "may_set") { site, key in
      flipped(SubgroupTermsRule.Key.allCases.map(\.rawValue), site, key)
    },
    MutationOperator("period", "subgroups.terms", "chair_term", otherPeriods),
    MutationOperator("term", "subgroups.terms", "chair_term", without),
  ]
}
