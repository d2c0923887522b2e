package import Plugins
package import Values

/// Records that an output was published, of a meeting or of a period; late or in time is shown and never blocks.
package struct PublishReport: ActCommand {
  package static let kind = ActKind(
    "report", "publish",
    fields: [
      .subject("output", .id("output")), .optional("meeting", .id("meeting")),
      .optional("period-ending", .day), .optional("identifier", .text),
    ])

  let output: OutputID
  let meeting: MeetingID?
  let periodEnding: Day?
  let identifier: String?

  package init(_ input: ActInput) throws(Failure) {
    output = try input.id("output")
    meeting = try input.has("meeting") ? input.id("meeting") : nil
    periodEnding = try input.optional("period-ending", ActInput.day)
    identifier = try input.optional("identifier", ActInput.text)
  }

  package func needs(under rules: Rules) -> [Need] {
    meeting == nil ? [.one(EntityKey(output))] : [.all(category: Meeting.category)]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    guard let rule = rules.outputs.first(where: { $0.id == output.text }) else {
      throw Refusal(
        .outputUnknown, ["output": .text(output.text)],
        ways: rules.outputs.isEmpty
          ? [Note("adopt-rules")]
          : [Note("use-one-of", ["known": .list(rules.outputs.map(\.id))])])
    }
    switch (rule.occasion, meeting, periodEnding) {
    case (.meeting(let series), let meeting?, nil):
      return try decide(rule, of: meeting, in: series, ledger, occasion)
    case (.period, nil, let day?): return try decide(rule, ending: day, ledger, occasion)
    case (.meeting, _, _): throw unclear("give-meeting")
    case (.period, _, _): throw unclear("give-period-ending")
    }
  }

  private func unclear(_ way: String) -> Refusal {
    Refusal(.reportOccasionUnclear, ["output": .text(output.text)], ways: [Note(way)])
  }

  private func decide(
    _ rule: OutputRule, of id: MeetingID, in series: String, _ ledger: Ledger,
    _ occasion: Occasion
  ) throws(Refusal) -> Decision {
    let found = try MeetingChecks.meeting(id, in: ledger)
    guard found.series == series else {
      throw Refusal(
        .reportOfOtherSeries, ["output": .text(output.text), "meeting": .text(id.text)],
        ways: [Note("name-meeting-of-series", ["series": .text(series)])])
    }
    try MeetingChecks.check(
      found,
      isIn: occasion.isTakenOver
        ? [.planned, .convened, .open, .closed, .held] : [.open, .closed, .held])
    try checkNew(found.report(output.text), of: id.text)
    let publication = Publication(
      output: output.text, identifier: identifier ?? name(rule, found, ledger),
      on: occasion.effective)
    let event = PlannedEvent(
      MeetingEvent.reported(publication), to: id, effective: occasion.day)
    return decision(event, rule, lastDay: found.until, occasion)
  }

  private func decide(
    _ rule: OutputRule, ending day: Day, _ ledger: Ledger, _ occasion: Occasion
  ) throws(Refusal) -> Decision {
    let found = ledger[output] ?? Output(id: output)
    try checkNew(found.publication(forPeriodEnding: day), of: day.description)
    let earlier = found.publications.filter { $0.facts.periodEnding?.year == day.year }
    let publication = Publication(
      output: output.text, identifier: identifier ?? "\(day.year)/\(earlier.count + 1)",
      on: occasion.effective, periodEnding: day)
    let event = PlannedEvent(
      OutputEvent.published(publication), to: output, effective: occasion.day)
    return decision(event, rule, lastDay: PartialDay(day), occasion)
  }

  private func checkNew(
    _ former: Recorded<Publication>?, of subject: String
  ) throws(Refusal) {
    guard let former else { return }
    throw Refusal(
      .reportPublishedAlready,
      ["output": .text(output.text), "subject": .text(subject)],
      ways: [Note("correct-event", MeetingChecks.at(former.position))])
  }

  /// The meeting's number, or its place among the year's meetings that were not cancelled: `2025/1`.
  private func name(_ rule: OutputRule, _ found: Meeting, _ ledger: Ledger) -> String {
    guard rule.numbering == .yearOrdinal, let day = found.from?.first else {
      return found.plan?.facts.number.map(String.init) ?? found.id.text
    }
    let earlier = ledger.all(Meeting.self).filter { other in
      guard other.series == found.series, other.stage != .cancelled, let from = other.from?.first
      else { return false }
      return from.year == day.year && from < day
    }
    return "\(day.year)/\(earlier.count + 1)"
  }

  /// With the deadline, when the rule has one and both days are known to the day.
  private func decision(
    _ event: PlannedEvent, _ rule: OutputRule, lastDay: PartialDay?, _ occasion: Occasion
  ) -> Decision {
    let numbered = numbering(of: event)
    guard let lastDay, lastDay.precision == .day, occasion.effective.precision == .day,
      let derivation = rule.derivation(after: lastDay.first, publishedOn: occasion.day)
    else { return Decision([event], notes: numbered) }
    guard !derivation.holds, let due = rule.due(after: lastDay.first) else {
      return Decision([event], derivations: [derivation], notes: numbered)
    }
    let late = Note(
      "report-late", ["due": .day(due), "days": .int(due.days(until: occasion.day))])
    return Decision([event], derivations: [derivation], notes: numbered + [late])
  }

  /// The number that the rule gave; nothing where whoever recorded gave one.
  private func numbering(of event: PlannedEvent) -> [Note] {
    guard identifier == nil, let given = event.event.data["identifier"]?.text else { return [] }
    return [
      Note("report-numbered", ["output": .text(output.text), "identifier": .text(given)])
    ]
  }
}

extension RefusalCode {
  static let outputUnknown = RefusalCode("output-unknown", exit: .notFound)
  static let reportOccasionUnclear = RefusalCode("report-occasion-unclear", exit: .badData)
  static let reportOfOtherSeries = RefusalCode("report-of-other-series", exit: .badData)
  static let reportPublishedAlready = RefusalCode("report-published-already")
}
