package import Plugins
package import Values

/// Plans the next meeting of a series; in a past that is taken over, any meeting that is known of.
package struct PlanMeeting: ActCommand {
  package static let kind = ActKind(
    "meeting", "plan",
    fields: [
      .subject("series", .id("series")), .optional("from", .partialDay),
      .optional("until", .partialDay), .optional("place", .text),
      .optional("format", .choice(MeetingPlan.Format.allCases.map(\.rawValue))),
      .optional("number", .text), .optional("title", .text), .optional("funder", .text),
      .optional("held", .flag),
    ] + StartChecks.fields)

  /// Which number the meeting gets.
  enum Numbering: Hashable, Sendable {
    case next
    case given(Int)
    /// Nobody knows it any more; it counts as one.
    case unknown
  }

  let series: SeriesID
  let from: PartialDay?
  let until: PartialDay?
  let place: String?
  let format: MeetingPlan.Format?
  let numbering: Numbering
  let title: String?
  let funder: String?
  /// Whether it took place on a day that nobody knows any more; only a past has such meetings.
  let isHeld: Bool
  let starts: TimeOfDay?
  let zone: String?
  let link: String?

  package init(_ input: ActInput) throws(Failure) {
    series = try input.id("series")
    from = try input.optional("from", ActInput.partialDay)
    until = try input.optional("until", ActInput.partialDay)
    place = try input.optional("place", ActInput.text)
    format = try input.has("format") ? input.choice("format") : nil
    title = try input.optional("title", ActInput.text)
    funder = try input.optional("funder", ActInput.text)
    isHeld = try input.flag("held")
    starts = try input.optional("starts", ActInput.time)
    zone = try StartChecks.zone(input)
    link = try StartChecks.link(input)
    numbering = try Self.numbering(input)
  }

  private static func numbering(_ input: ActInput) throws(Failure) -> Numbering {
    guard input.has("number") else { return .next }
    return try input.text("number") == "unknown" ? .unknown : .given(max(0, input.int("number")))
  }

  package func checkWords() throws(Refusal) { try StartChecks.checkKnown(zone) }

  package func needs(under rules: Rules) -> [Need] {
    [
      .one(EntityKey(series)), .all(category: Assignment.category),
      .all(category: Referral.category), .all(category: Subgroup.category),
    ]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let rule = try MeetingChecks.series(series, under: rules)
    try checkDays(on: occasion)
    try StartChecks.check(starts: starts, zone: zone, link: link, format)
    let counter = ledger[series] ?? SeriesCounter(id: series)
    let number = try number(from: counter, on: occasion)
    let id = try identifier(number)
    guard !counter.meetings.contains(id) else {
      throw Refusal(
        .meetingPlannedAlready, ["meeting": .text(id.text)],
        ways: [Note("see-list", ["noun": .text("meeting")])])
    }
    let plan = MeetingPlan(
      series: series.text, number: number, from: from, until: until, place: place, format: format,
      title: title, funder: funder, starts: starts,
      zone: starts == nil ? nil : zone ?? rules.zone, link: link)
    let assignment = NumberAssignment(number: number, meeting: id)
    let holding = PlannedEvent(
      MeetingEvent.held(Holding(by: occasion.effective)), to: id, effective: occasion.day)
    var decision = Decision(
      [
        PlannedEvent(MeetingEvent.planned(plan), to: id, effective: occasion.day),
        PlannedEvent(SeriesEvent.assigned(assignment), to: series, effective: occasion.day),
      ]
        + (isHeld
          ? [holding]
          : OpenActions.joining(id, of: series, in: ledger, on: occasion)
            + ReferralAgenda.joining(id, of: rule.body, in: ledger, on: occasion)),
      notes: notes(number, counter))
    decision.objections = SubgroupChecks.objections(
      toUsing: rule.body, on: from?.first ?? occasion.day, in: ledger, under: rules)
    return decision
  }

  private func checkDays(on occasion: Occasion) throws(Refusal) {
    if let from, let until { try MeetingChecks.check(from: from, until: until) }
    guard !occasion.isTakenOver else { return }
    guard !isHeld else {
      throw Refusal(.meetingHeldNow, ["series": .text(series.text)], ways: [Note("open-and-close")])
    }
    guard let from else {
      throw Refusal(.meetingDayMissing, ways: [Note("give-first-day")])
    }
    guard occasion.day <= from.last else {
      throw Refusal(
        .meetingInThePast, ["from": .known(from), "day": .day(occasion.day)],
        ways: [Note("give-effective-day", ["from": .text(from.description)])])
    }
  }

  /// The number, nil when nobody knows it.
  ///
  /// Only a past that is taken over may choose it: today's counter has no gap.
  private func number(from counter: SeriesCounter, on occasion: Occasion) throws(Refusal) -> Int? {
    switch numbering {
    case .next: return counter.next
    case .unknown where occasion.isTakenOver: return nil
    case .given(let number) where occasion.isTakenOver || number == counter.next:
      guard number > 0, counter.meeting(numbered: number) == nil else {
        throw Refusal(
          .numberTaken, ["number": .int(number), "series": .text(series.text)],
          ways: [Note("leave-number-out", ["next": .int(counter.next)])])
      }
      return number
    case .unknown, .given:
      throw Refusal(
        .numberNotChosen, ["series": .text(series.text), "next": .int(counter.next)],
        ways: [Note("leave-number-out", ["next": .int(counter.next)])])
    }
  }

  /// `plenary-19`; without a number the first day as far as it is known, `annual-2025-11-17`.
  private func identifier(_ number: Int?) throws(Refusal) -> MeetingID {
    let tail = number.map(String.init) ?? from?.description
    guard let tail, let id = MeetingID("\(series.text)-\(tail)") else {
      throw Refusal(.meetingWithoutName, ways: [Note("give-first-day")])
    }
    return id
  }

  /// Numbers that the counter skips, and a number below it that is filled in later.
  private func notes(_ number: Int?, _ counter: SeriesCounter) -> [Note] {
    guard let number, number > counter.next else { return [] }
    return [
      Note(
        "numbers-unknown",
        [
          "series": .text(series.text), "from": .int(counter.next), "to": .int(number - 1),
        ])
    ]
  }
}

extension RefusalCode {
  static let meetingPlannedAlready = RefusalCode("meeting-planned-already")
  static let meetingEndsBefore = RefusalCode("meeting-ends-before", exit: .badData)
  static let meetingHeldNow = RefusalCode("meeting-held-now")
  static let meetingDayMissing = RefusalCode("meeting-day-missing", exit: .badData)
  static let meetingInThePast = RefusalCode("meeting-in-the-past")
  static let meetingWithoutName = RefusalCode("meeting-without-name", exit: .badData)
  static let numberTaken = RefusalCode("number-taken")
  static let numberNotChosen = RefusalCode("number-not-chosen")
}
