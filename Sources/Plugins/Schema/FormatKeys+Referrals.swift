extension FormatKeys {
  /// The keys of items that bodies hand to each other.
  static let referrals = """
    governance.referrals | object | Which body hands items to which.
    governance.referrals.to | object | The receiving bodies, by name; a body that is not named receives nothing.
    governance.referrals.to.* | list text | Who hands items to the body: bodies, or subgroups for every subgroup.
    governance.referrals.decided | bool | Whether the sender names a deliberation of its own.
    governance.referrals.source | source | Where this comes from.
    governance.referrals.id | text | What decisions cite.

    """
}
