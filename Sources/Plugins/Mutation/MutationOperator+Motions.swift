internal import Values

extension MutationOperator {
  /// The cycle of motions: who may take a way and with how many behind it, and where the text is open.
  static let motions: [MutationOperator] = [
    MutationOperator("roles", "motions.transitions.*", "by", without),
    MutationOperator("number", "motions.transitions.*", "supporters", otherNumbers),
    MutationOperator("support", "motions.transitions.*", "supporters", without),
    MutationOperator("state", "motions.transitions.*", "from") { site, key in
      let states = site.texts(key)
      guard states.count > 1 else { return [] }
      return states.map { state in site.setting(key, to: states.filter { $0 != state }) }
    },
    MutationOperator("amendable", "motions.states.*", "amendable", without),
  ]
}
