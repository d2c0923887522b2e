package import Plugins
package import Values

/// Sends the invitation to a meeting, with the notice that the rules ask for.
package struct ConveneMeeting: ActCommand {
  package static let kind = ActKind(
    "meeting", "convene",
    fields: [
      .subject("meeting", .id("meeting")), .optional("agenda", .texts),
      .optional("urgent", .flag), .optional("reason", .text),
      .optional("second-call-of", .id("meeting")),
    ])

  let meeting: MeetingID
  let agenda: [String]
  let isUrgent: Bool
  let reason: String?
  let former: MeetingID?

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    agenda = try input.texts("agenda")
    isUrgent = try input.flag("urgent")
    reason = try input.optional("reason", ActInput.text)
    former = try input.has("second-call-of") ? input.id("second-call-of") : nil
  }

  package func needs(under rules: Rules) -> [Need] {
    guard former != nil else { return [.one(EntityKey(meeting))] }
    return [Meeting.category, Member.category, Board.category].map { .all(category: $0) }
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try MeetingChecks.meeting(meeting, in: ledger)
    try check(found)
    let second = try former.map { former throws(Refusal) in
      try SecondCall(after: former, for: found, in: ledger, under: rules, on: occasion)
    }
    let convocation = Convocation(
      on: occasion.effective, agenda: agenda, isUrgent: isUrgent, reason: reason,
      secondCallOf: former)
    var decision = Decision([
      PlannedEvent(MeetingEvent.convened(convocation), to: meeting, effective: occasion.day)
    ])
    let opening = try firstDay(of: found, on: occasion)
    second?.decide(opening: opening, into: &decision)
    if let opening {
      try checkPast(opening, on: occasion)
      if let rule = found.series.flatMap(rules.series)?.notice {
        let answer = NoticeAnswer(
          rule, for: meeting, toldOn: occasion.day, opening: opening, isUrgent: isUrgent)
        decision.derivations.append(answer.derivation)
        decision.objections += answer.objections
      }
    } else {
      decision.notes.append(Note("notice-unknown", ["meeting": .text(meeting.text)]))
    }
    return decision
  }

  /// A meeting is convened once: whoever got the first invitation relies on it.
  private func check(_ found: Meeting) throws(Refusal) {
    if found.stage == .convened {
      throw Refusal(
        .meetingConvenedAlready, ["meeting": .text(meeting.text)],
        ways: [
          Note("correct-event", MeetingChecks.at(found.convocation?.position)),
          Note("cancel-meeting", ["meeting": .text(meeting.text)]),
        ])
    }
    try MeetingChecks.check(found, isIn: [.planned])
  }

  /// The first day, to the day; nil when a past that is taken over does not know it.
  private func firstDay(of found: Meeting, on occasion: Occasion) throws(Refusal) -> Day? {
    if let from = found.from, from.precision == .day, occasion.effective.precision == .day {
      return from.first
    }
    guard occasion.isTakenOver else {
      throw Refusal(
        .meetingDayUnknown, ["meeting": .text(meeting.text)],
        ways: [Note("correct-event", MeetingChecks.at(found.plan?.position))])
    }
    return nil
  }

  private func checkPast(_ opening: Day, on occasion: Occasion) throws(Refusal) {
    guard !occasion.isTakenOver, opening < occasion.day else { return }
    throw Refusal(
      .meetingInThePast, ["from": .day(opening), "day": .day(occasion.day)],
      ways: [Note("give-effective-day", ["from": .text(opening.description)])])
  }
}

extension RefusalCode {
  static let meetingConvenedAlready = RefusalCode("meeting-convened-already")
  static let meetingDayUnknown = RefusalCode("meeting-day-unknown")
}
