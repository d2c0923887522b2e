extension FormatKeys {
  /// The keys of a second call.
  static let meetings = """
    governance.bodies.*.quorum.second_call | object | What holds at a second meeting, called since the first one had no quorum.
    governance.bodies.*.quorum.second_call.after | period? | How long after the first day of the first meeting the second one begins at the earliest.
    governance.bodies.*.quorum.second_call.more_than | fraction? | More than this fraction must be present at the second meeting.
    governance.bodies.*.quorum.second_call.at_least | fraction? | At least this fraction must be present at the second meeting.
    governance.bodies.*.quorum.second_call.quorum | choice none | The second meeting needs no quorum.
    governance.bodies.*.quorum.second_call.source | source | Where this comes from.
    governance.bodies.*.quorum.second_call.id | text | What decisions cite.

    """
}
