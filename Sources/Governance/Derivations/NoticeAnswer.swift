import Plugins
import Values

/// What the rule on notice says to a first day of which the members are told on another day.
struct NoticeAnswer {
  let derivation: Derivation
  var objections: [Refusal] = []

  private let rule: NoticeRule
  private let meeting: MeetingID
  private let day: Day
  private let opening: Day
  private let isUrgent: Bool
  /// Whether a meeting that was convened before gets another first day.
  private let isMove: Bool

  init(
    _ rule: NoticeRule, for meeting: MeetingID, toldOn day: Day, opening: Day, isUrgent: Bool,
    isMove: Bool = false
  ) {
    self.rule = rule
    self.meeting = meeting
    self.day = day
    self.opening = opening
    self.isUrgent = isUrgent
    self.isMove = isMove
    derivation = rule.derivation(convenedOn: day, opening: opening, isUrgent: isUrgent)
    if isUrgent, rule.urgent == nil {
      objections = [urgencyUnknown]
    } else if !derivation.holds {
      objections = [tooShort]
    }
  }

  private var urgencyUnknown: Refusal {
    Refusal(
      .urgencyUnknown, ["meeting": .text(meeting.text)], clause: rule.clause,
      derivation: derivation, ways: [earliest])
  }

  private var tooShort: Refusal {
    var ways = [earliest]
    if !isMove {
      let first = rule.earliestMeeting(convenedOn: day, isUrgent: isUrgent)
      ways.append(Note("move-to-day", MeetingChecks.moving(meeting, to: first)))
    }
    if !isUrgent, let urgent = rule.urgent {
      let first = rule.earliestMeeting(convenedOn: day, isUrgent: true)
      ways.append(
        Note(
          isMove ? "urgent-move" : "urgent-notice", ["period": .period(urgent), "day": .day(first)])
      )
    }
    return Refusal(
      .noticeTooShort,
      [
        "meeting": .text(meeting.text), "given": .int(day.days(until: opening)),
        "period": .period(rule.period(isUrgent: isUrgent)), "opening": .day(opening),
        "earliest": .day(rule.earliestMeeting(convenedOn: day, isUrgent: isUrgent)),
        "latest": .day(rule.latestConvocation(for: opening, isUrgent: isUrgent)),
      ], clause: rule.clause, derivation: derivation, ways: ways)
  }

  private var earliest: Note {
    let urgent = isUrgent && rule.urgent != nil
    return Note(
      "earliest-lawful-day",
      ["day": .day(rule.earliestMeeting(convenedOn: day, isUrgent: urgent))])
  }
}

extension RefusalCode {
  static let urgencyUnknown = RefusalCode("urgency-unknown")
  static let noticeTooShort = RefusalCode("notice-too-short")
}
