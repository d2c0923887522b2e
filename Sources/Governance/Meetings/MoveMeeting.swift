package import Plugins
package import Values

/// Gives a meeting other days, another place or another title, with the reason; it keeps its number.
///
/// Whoever was invited relies on the first day: a convened meeting that moves it needs the notice of the
/// rules again, counted from the move. An open meeting has begun, so that only its end, place and title
/// can still change.
package struct MoveMeeting: ActCommand {
  package static let kind = ActKind(
    "meeting", "move",
    fields: [
      .subject("meeting", .id("meeting")), .optional("from", .partialDay),
      .optional("until", .partialDay), .optional("place", .text),
      .optional("format", .choice(MeetingPlan.Format.allCases.map(\.rawValue))),
      .optional("title", .text), .required("reason", .text), .optional("urgent", .flag),
    ] + StartChecks.fields)

  let meeting: MeetingID
  let from: PartialDay?
  let until: PartialDay?
  let place: String?
  let format: MeetingPlan.Format?
  let title: String?
  let reason: String
  let isUrgent: Bool
  let starts: TimeOfDay?
  let zone: String?
  let link: String?

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    from = try input.optional("from", ActInput.partialDay)
    until = try input.optional("until", ActInput.partialDay)
    place = try input.optional("place", ActInput.text)
    format = try input.has("format") ? input.choice("format") : nil
    title = try input.optional("title", ActInput.text)
    reason = try input.text("reason")
    isUrgent = try input.flag("urgent")
    starts = try input.optional("starts", ActInput.time)
    zone = try StartChecks.zone(input)
    link = try StartChecks.link(input)
  }

  package func checkWords() throws(Refusal) { try StartChecks.checkKnown(zone) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(meeting)), .all(category: Subgroup.category)]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try MeetingChecks.meeting(meeting, in: ledger)
    let stages: Set<Meeting.Stage> =
      from == nil && starts == nil ? [.planned, .convened, .open] : [.planned, .convened]
    try MeetingChecks.check(found, isIn: stages)
    let move = move(of: found, under: rules, on: occasion)
    var moved = found
    moved.evolve(with: .moved(move), at: Mark(position: .max, effective: occasion.day))
    try checkChange(from: found, to: moved)
    try StartChecks.check(starts: moved.starts, zone: moved.zone, link: link, moved.format)
    try checkDays(of: moved, on: occasion)
    var decision = Decision([
      PlannedEvent(MeetingEvent.moved(move), to: meeting, effective: occasion.day)
    ])
    if found.stage == .convened, found.from != moved.from {
      try askNotice(of: moved, under: rules, on: occasion, into: &decision)
    }
    if let from, let body = MeetingChecks.body(of: moved, under: rules) {
      decision.objections += SubgroupChecks.objections(
        toUsing: body.id, on: from.first, in: ledger, under: rules)
    }
    return decision
  }

  /// A meeting of several days that moves its first day only keeps its length.
  private func move(of found: Meeting, under rules: Rules, on occasion: Occasion) -> Move {
    let isFirstTime = starts != nil && found.zone == nil
    return Move(
      on: occasion.effective, from: from, until: until ?? shiftedEnd(of: found), place: place,
      format: format, title: title, reason: reason, isUrgent: isUrgent, starts: starts,
      zone: zone ?? (isFirstTime ? rules.zone : nil), link: link)
  }

  private func shiftedEnd(of found: Meeting) -> PartialDay? {
    guard let from, let oldFrom = found.from, let oldUntil = found.until, oldFrom != oldUntil,
      [from, oldFrom, oldUntil].allSatisfy({ $0.precision == .day })
    else { return nil }
    return PartialDay(
      Day(number: from.first.number + oldFrom.first.days(until: oldUntil.first)))
  }

  private func checkChange(from found: Meeting, to moved: Meeting) throws(Refusal) {
    let isSame =
      (found.from, found.until, found.place, found.format, found.title)
      == (moved.from, moved.until, moved.place, moved.format, moved.title)
      && (found.starts, found.zone, found.link) == (moved.starts, moved.zone, moved.link)
    guard isSame else { return }
    throw Refusal(
      .nothingMoved, ["meeting": .text(meeting.text)], ways: [Note("give-what-moves")])
  }

  private func checkDays(of moved: Meeting, on occasion: Occasion) throws(Refusal) {
    if let first = moved.from, let last = moved.until {
      try MeetingChecks.check(from: first, until: last)
    }
    if let beginning = moved.beganAt, let last = moved.until, last.last < beginning.day {
      throw Refusal(
        .meetingEndsBefore,
        ["from": .day(beginning.day), "until": .known(last)],
        ways: [Note("give-later-end", ["from": .text(beginning.day.description)])])
    }
    guard !occasion.isTakenOver, let from, from.last < occasion.day else { return }
    throw Refusal(
      .meetingInThePast, ["from": .known(from), "day": .day(occasion.day)],
      ways: [Note("give-effective-day", ["from": .text(from.description)])])
  }

  private func askNotice(
    of moved: Meeting, under rules: Rules, on occasion: Occasion, into decision: inout Decision
  ) throws(Refusal) {
    guard let from = moved.from, from.precision == .day, occasion.effective.precision == .day else {
      guard occasion.isTakenOver else {
        throw Refusal(
          .meetingDayUnknown, ["meeting": .text(meeting.text)], ways: [Note("give-first-day")])
      }
      decision.notes.append(Note("notice-unknown", ["meeting": .text(meeting.text)]))
      return
    }
    guard let rule = moved.series.flatMap(rules.series)?.notice else { return }
    let answer = NoticeAnswer(
      rule, for: meeting, toldOn: occasion.day, opening: from.first, isUrgent: isUrgent,
      isMove: true)
    decision.derivations.append(answer.derivation)
    decision.objections += answer.objections
  }
}

extension RefusalCode {
  static let nothingMoved = RefusalCode("nothing-moved", exit: .badData)
}
