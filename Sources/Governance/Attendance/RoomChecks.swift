import Plugins
import Values

/// What the acts on those who attend ask of the state of a meeting.
enum RoomChecks {
  /// The stages in which somebody attends: an open meeting; of a past, any that was not cancelled.
  ///
  /// - Parameters:
  ///   - occasion: Of the act.
  ///   - before: Whether the act makes sense before the opening too.
  /// - Returns: Stages for `MeetingChecks.check`.
  static func stages(of occasion: Occasion, before: Bool = false) -> Set<Meeting.Stage> {
    if occasion.isTakenOver { return [.planned, .convened, .open, .closed, .held] }
    return before ? [.planned, .convened, .open] : [.open]
  }

  /// Nobody attends over a link where the meeting is in one place and has none.
  static func checkLink(of found: Meeting) throws(Refusal) {
    guard found.format == .inPerson else { return }
    let values: [String: Failure.Value] = ["meeting": .text(found.id.text)]
    throw Refusal(.remoteNotOffered, values, ways: [Note("make-hybrid", values)])
  }

  /// Refuses a moment that is surely before another one of the same meeting.
  ///
  /// - Parameters:
  ///   - moment: Of the act.
  ///   - earlier: What it cannot be before; the first that it is before is named.
  ///   - code: Of the refusal, whose values are `member` and `came`.
  ///   - name: Of whoever comes, goes or moves.
  ///   - position: Of the event that may be wrong.
  /// - Throws: The refusal.
  static func check(
    _ moment: LocalMoment, isNotBefore earlier: [LocalMoment?], _ code: RefusalCode,
    of name: String, correcting position: Int64?
  ) throws(Refusal) {
    guard let former = earlier.compactMap(\.self).first(where: { moment.isBefore($0) }) else {
      return
    }
    throw Refusal(
      code, ["member": .text(name), "came": .text(former.text)],
      ways: [
        Note("give-later-moment", ["moment": .text(former.text)]),
        Note("correct-event", MeetingChecks.at(position)),
      ])
  }
}

extension RefusalCode {
  static let remoteNotOffered = RefusalCode("remote-not-offered")
}
