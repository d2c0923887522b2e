extension FormatKeys {
  /// The keys of a quorum by steps, of a second call and of places at meetings.
  static let meetings = """
    governance.bodies.*.quorum.counted | choice month year | Those entitled are counted on the first day of the month or the year, not on the day itself.
    governance.bodies.*.quorum.steps[] | object | How many must be present, for each number of those entitled.
    governance.bodies.*.quorum.steps[].up_to | int | The most that may be entitled; the last step has none.
    governance.bodies.*.quorum.steps[].members | int | So many members must be present.
    governance.bodies.*.quorum.steps[].more_than | fraction | More than this fraction must be present.
    governance.bodies.*.quorum.steps[].at_least | fraction | At least this fraction must be present.
    governance.bodies.*.quorum.second_call | object | What holds at a second meeting, called since the first one had no quorum.
    governance.bodies.*.quorum.second_call.after | period? | How long after the first day of the first meeting the second one begins at the earliest.
    governance.bodies.*.quorum.second_call.more_than | fraction? | More than this fraction must be present at the second meeting.
    governance.bodies.*.quorum.second_call.at_least | fraction? | At least this fraction must be present at the second meeting.
    governance.bodies.*.quorum.second_call.quorum | choice none | The second meeting needs no quorum.
    governance.bodies.*.quorum.second_call.source | source | Where this comes from.
    governance.bodies.*.quorum.second_call.id | text | What decisions cite.
    governance.series.*.invitations | object | How many places at a meeting each member has.
    governance.series.*.invitations.seats | object | The places by class; a class that is not named has none.
    governance.series.*.invitations.seats.* | int? | How many places each member of the class has.
    governance.series.*.invitations.total | int? | How many places all members have together.
    governance.series.*.invitations.until | period? | How long before the first day of the meeting places are asked for in time.
    governance.series.*.invitations.late | choice accepted refused | What becomes of whoever asks later.
    governance.series.*.invitations.source | source | Where this comes from.
    governance.series.*.invitations.id | text | What decisions cite.

    """
}
