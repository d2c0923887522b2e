import Plugins
import Values

/// What the acts on minutes ask of the state.
enum MinutesChecks {
  /// The meeting with its minutes, which may be empty.
  static func minutes(
    of id: MeetingID, in ledger: Ledger
  ) throws(Refusal) -> (meeting: Meeting, minutes: Minutes) {
    let meeting = try MeetingChecks.meeting(id, in: ledger)
    try MeetingChecks.check(meeting, isIn: [.open, .closed, .held])
    let minutes = MinutesID(sharedWith: id)
    return (meeting, ledger[minutes] ?? Minutes(id: minutes))
  }

  /// Refuses what changes minutes that are approved: only a corrigendum is possible then.
  static func checkNotApproved(_ minutes: Minutes) throws(Refusal) {
    guard let approval = minutes.approval else { return }
    throw Refusal(
      .minutesApproved, ["meeting": .text(minutes.id.text), "day": .day(approval.mark.effective)],
      ways: [Note("correct-minutes", ["meeting": .text(minutes.id.text)])])
  }

  /// The newest version; `minutes-not-drafted` when there is none.
  static func content(of minutes: Minutes, version: Int? = nil) throws(Refusal) -> MinutesContent {
    guard let content = minutes.content(ofVersion: version) else {
      throw Refusal(
        .minutesNotDrafted, ["meeting": .text(minutes.id.text)],
        ways: [Note("draft-minutes", ["meeting": .text(minutes.id.text)])])
    }
    return content
  }

  /// The circulation that counts; `minutes-not-circulated` when nobody has seen the minutes yet.
  static func circulation(of minutes: Minutes) throws(Refusal) -> Circulation {
    guard let circulation = minutes.circulation else {
      throw Refusal(
        .minutesNotCirculated, ["meeting": .text(minutes.id.text)],
        ways: [Note("circulate-minutes", ["meeting": .text(minutes.id.text)])])
    }
    return circulation.facts
  }

  /// Refuses a place that no statement and no paragraph of a version has.
  static func check(
    _ place: String, in content: MinutesContent, of minutes: Minutes
  ) throws(Refusal) {
    guard !content.places.contains(place) else { return }
    throw Refusal(
      .minutesPlaceUnknown, ["place": .text(place), "meeting": .text(minutes.id.text)],
      ways: [Note("see-minutes", ["meeting": .text(minutes.id.text)])])
  }
}

extension RefusalCode {
  static let minutesApproved = RefusalCode("minutes-approved")
  static let minutesNotDrafted = RefusalCode("minutes-not-drafted")
  static let minutesNotCirculated = RefusalCode("minutes-not-circulated")
  static let minutesPlaceUnknown = RefusalCode("minutes-place-unknown", exit: .notFound)
}
