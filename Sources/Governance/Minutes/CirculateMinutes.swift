package import Plugins
package import Values

/// Sends the newest version round; the time for comments begins.
package struct CirculateMinutes: ActCommand {
  package static let kind = ActKind(
    "minutes", "circulate",
    fields: [.subject("meeting", .id("meeting")), .optional("wording", .texts)])

  let meeting: MeetingID
  let texts: [Wording]

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    texts = try input.papers("wording").map { Wording(language: $0.name, digest: $0.digest) }
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [.all(category: Meeting.category), .all(category: Agenda.category)]
      + MinutesRecord.needs(of: meeting)
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (found, minutes) = try MinutesChecks.minutes(of: meeting, in: ledger)
    try MinutesChecks.checkNotApproved(minutes)
    let content = try MinutesChecks.content(of: minutes)
    try check(minutes)
    let rule = found.series.flatMap(rules.series)?.minutes
    let circulation = Circulation(
      meeting: meeting, on: occasion.effective, version: minutes.version, digest: content.digest,
      until: rule.map { occasion.day + $0.comments }, isSilence: rule?.approval == .silence,
      texts: texts)
    var decision = Decision([
      PlannedEvent(MinutesEvent.circulated(circulation), to: minutes.id, effective: occasion.day)
    ])
    if let rule { decision.derivations = [rule.derivation(circulatedOn: occasion.day)] }
    let age = MinutesAge(
      of: minutes, version: minutes.version,
      against: MinutesRecord(of: found, in: ledger, under: rules)
    ).values(meeting)
    if let age { decision.notes.append(Note("minutes-outdated", age)) }
    if rule?.approval != .silence {
      let next = NextAgenda(toApprove: found, in: ledger, under: rules, on: occasion)
      decision.events += [next.event].compactMap(\.self)
      decision.notes += [next.note].compactMap(\.self)
    }
    return decision
  }

  private func check(_ minutes: Minutes) throws(Refusal) {
    guard let last = minutes.circulation, last.facts.version == minutes.version else { return }
    throw Refusal(
      .minutesCirculatedAlready,
      ["meeting": .text(meeting.text), "version": .int(minutes.version)],
      ways: [Note("approve-minutes", ["meeting": .text(meeting.text)])])
  }
}

extension MinutesRule {
  /// How long minutes are open to comments; the last day belongs to it.
  func derivation(circulatedOn day: Day) -> Derivation {
    Derivation(
      clause, "comments",
      JSON.Fields([
        ("circulated_on", .text(day.description)), ("period", .text(comments.description)),
        ("last_day", .text((day + comments).description)), ("approval", .text(approval.rawValue)),
      ]), holds: true)
  }
}

extension RefusalCode {
  static let minutesCirculatedAlready = RefusalCode("minutes-circulated-already")
}
