extension FormatKeys {
  /// The keys of how a subgroup ends and of what it inherits.
  static let subgroups = """
    governance.subgroups.ends_after | period? | How long after the last day of its mandate a subgroup ends by itself.
    governance.subgroups.terms | object | What a subgroup inherits, and what its terms of reference may set.
    governance.subgroups.terms.inherits | text | The body whose rules hold in a subgroup; without it, the one that creates it.
    governance.subgroups.terms.may_set | list choice quorum notice decides lifetime chair_term | The rules that a subgroup may set for itself; every other one is locked.
    governance.subgroups.terms.chair_term | period? | How long a member coordinates a subgroup.
    governance.subgroups.terms.source | source | Where this comes from.
    governance.subgroups.terms.id | text | What decisions cite.

    """
}
