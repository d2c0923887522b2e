package import Values

/// An approval that the silence of all has brought about and nobody has recorded yet.
///
/// The act is `minutes approve` with the meeting, and counts from the day after the last one for comments.
package struct MinutesDue: Hashable, Sendable {
  package static let act = "minutes approve"

  package let meeting: MeetingID
  /// The first day after the time for comments.
  package let effective: Day

  package var fields: [String: [String]] { ["meeting": [meeting.text]] }

  /// What is due on a day, the earliest first: a pure function of the minutes and the day.
  ///
  /// Minutes that somebody disagreed with, that changed since they were sent round, or that need a
  /// deliberation, are never due.
  package static func due(_ minutes: [Minutes], on day: Day) -> [MinutesDue] {
    let due = minutes.compactMap { minutes -> MinutesDue? in
      guard minutes.approval == nil, let circulation = minutes.circulation?.facts,
        circulation.isSilence, circulation.version == minutes.version,
        minutes.objections.isEmpty, let until = circulation.until, until < day
      else { return nil }
      return MinutesDue(meeting: circulation.meeting, effective: Day(number: until.number + 1))
    }
    return due.sorted { ($0.effective, $0.meeting) < ($1.effective, $1.meeting) }
  }
}
