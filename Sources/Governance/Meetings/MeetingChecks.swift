import Plugins
import Values

/// What the acts on meetings ask of the rules and of the state alike.
enum MeetingChecks {
  /// The meeting, when it has a history; `meeting-unknown` otherwise.
  static func meeting(_ id: MeetingID, in ledger: Ledger) throws(Refusal) -> Meeting {
    guard let meeting = ledger[id], meeting.plan != nil else {
      throw Refusal(
        .meetingUnknown, ["meeting": .text(id.text)],
        ways: [Note("see-list", ["noun": .text("meeting")])])
    }
    return meeting
  }

  /// Refuses what cannot be done to a meeting in its stage, unless the stage is one of those given.
  static func check(_ meeting: Meeting, isIn stages: Set<Meeting.Stage>) throws(Refusal) {
    guard !stages.contains(meeting.stage) else { return }
    let values: [String: Failure.Value] = ["meeting": .text(meeting.id.text)]
    switch meeting.stage {
    case .planned, .convened:
      throw Refusal(.meetingNotOpen, values, ways: [Note("open-meeting", values)])
    case .open: throw Refusal(.meetingOpenAlready, values, ways: [Note("close-meeting", values)])
    case .closed, .held:
      let end = meeting.closing?.position ?? meeting.holding?.position
      throw Refusal(.meetingClosedAlready, values, ways: [Note("correct-event", at(end))])
    case .cancelled:
      throw Refusal(
        .meetingCancelledAlready, values,
        ways: [Note("plan-another", ["series": .text(meeting.series ?? "")])])
    }
  }

  /// Refuses a last day before the first one.
  static func check(from: PartialDay, until: PartialDay) throws(Refusal) {
    guard until.last < from.first else { return }
    throw Refusal(
      .meetingEndsBefore,
      ["from": .known(from), "until": .known(until)],
      ways: [Note("give-later-end", ["from": .text(from.description)])])
  }

  /// The values of a way out that names an event; empty words where no event is behind it.
  static func at(_ position: Int64?) -> [String: Failure.Value] {
    ["position": .text(position.map { String($0) } ?? "")]
  }

  /// The values of a way out that writes how a meeting is moved; the day as a command takes it.
  static func moving(_ meeting: MeetingID, to day: Day) -> [String: Failure.Value] {
    ["meeting": .text(meeting.text), "day": .text(day.description)]
  }

  static func series(_ id: SeriesID, under rules: Rules) throws(Refusal) -> Series {
    guard let series = rules.series(id.text) else {
      throw Refusal(
        .seriesUnknown, ["series": .text(id.text)],
        ways: [Note("use-one-of", ["known": .list(rules.series.map(\.id))])])
    }
    return series
  }

  /// The rule of a meeting's series, and the body that meets in it; nil when the rules in force have neither.
  static func body(of meeting: Meeting, under rules: Rules) -> Body? {
    meeting.series.flatMap(rules.series).flatMap { rules.body($0.body) }?
      .called(to: meeting)
  }
}

extension RefusalCode {
  static let meetingUnknown = RefusalCode("meeting-unknown", exit: .notFound)
  static let meetingNotOpen = RefusalCode("meeting-not-open")
  static let meetingOpenAlready = RefusalCode("meeting-open-already")
  static let meetingClosedAlready = RefusalCode("meeting-closed-already")
  static let meetingCancelledAlready = RefusalCode("meeting-cancelled-already")
  static let seriesUnknown = RefusalCode("series-unknown", exit: .notFound)
}
