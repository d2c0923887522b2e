package import Plugins
package import Values

/// Sets how long and how often each delegation speaks on an item, within what the rules allow.
package struct LimitFloor: ActCommand {
  package static let kind = ActKind(
    "floor", "limit",
    fields: [
      .subject("meeting", .id("meeting")), .optional("item", .id("agenda")),
      .optional("minutes", .int), .optional("times", .int),
    ])

  let limit: FloorLimit

  package init(_ input: ActInput) throws(Failure) {
    limit = FloorLimit(
      meeting: try input.id("meeting"), item: try input.has("item") ? input.id("item") : nil,
      minutes: try input.optional("minutes", ActInput.int),
      times: try input.optional("times", ActInput.int))
    if let minutes = limit.minutes, !(1...999).contains(minutes) {
      throw input.malformed("minutes", String(minutes), "form.speaking-limit")
    }
    if let times = limit.times, !(1...99).contains(times) {
      throw input.malformed("times", String(times), "form.speaking-times")
    }
    guard limit.minutes != nil || limit.times != nil else { throw Failure(.limitUnclear) }
  }

  package var proceeding: EntityKey? { EntityKey(limit.meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(limit.meeting)), .one(EntityKey(FloorID(sharedWith: limit.meeting)))]
      + (limit.item == nil ? [] : [.one(EntityKey(AgendaID(sharedWith: limit.meeting)))])
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try MeetingChecks.meeting(limit.meeting, in: ledger)
    try MeetingChecks.check(found, isIn: RoomChecks.stages(of: occasion, before: true))
    try FloorChecks.check(limit.item, of: limit.meeting, in: ledger)
    let rule = found.series.flatMap(rules.series)?.speaking
    let wider: [(given: Int, most: Int)] = [
      (limit.minutes, rule?.minutes), (limit.times, rule?.times),
    ].compactMap { pair in
      guard let given = pair.0, let most = pair.1, given > most else { return nil }
      return (given, most)
    }
    return Decision(
      [
        PlannedEvent(
          FloorEvent.limited(limit), to: FloorID(sharedWith: limit.meeting),
          effective: occasion.day)
      ],
      objections: wider.map { pair in
        Refusal(
          .limitTooWide, ["given": .int(pair.given), "most": .int(pair.most)],
          clause: rule?.clause, ways: [Note("give-limit", ["most": .int(pair.most)])])
      })
  }
}

/// Closes the list of speakers on an item; points of order are raised all the same.
package struct CloseFloor: ActCommand {
  package static let kind = ActKind(
    "floor", "close",
    fields: [
      .subject("meeting", .id("meeting")), .optional("item", .id("agenda")),
      .optional("time", .time),
    ])

  let closing: FloorClosing

  package init(_ input: ActInput) throws(Failure) {
    closing = FloorClosing(
      meeting: try input.id("meeting"), item: try input.has("item") ? input.id("item") : nil,
      time: try input.optional("time", ActInput.time))
  }

  package var proceeding: EntityKey? { EntityKey(closing.meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(closing.meeting)), .one(EntityKey(FloorID(sharedWith: closing.meeting)))]
      + (closing.item == nil ? [] : [.one(EntityKey(AgendaID(sharedWith: closing.meeting)))])
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (_, floor) = try FloorChecks.floor(of: closing.meeting, in: ledger, on: occasion)
    try FloorChecks.check(closing.item, of: closing.meeting, in: ledger)
    if let former = floor.closing(of: closing.item) {
      throw Refusal(
        .speakersClosedAlready, ["meeting": .text(closing.meeting.text)],
        ways: [Note("correct-event", MeetingChecks.at(former.position))])
    }
    return Decision([
      PlannedEvent(FloorEvent.closed(closing), to: floor.id, effective: occasion.day)
    ])
  }
}

extension RefusalCode {
  static let limitTooWide = RefusalCode("limit-too-wide")
  static let speakersClosedAlready = RefusalCode("speakers-closed-already")
}

extension Failure.Code {
  /// A limit of the floor says neither minutes nor times: give one of them.
  package static let limitUnclear = Failure.Code("limit-unclear", exit: .usage)
}
