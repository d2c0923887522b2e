package import Plugins
package import Values

/// Gives somebody something to do, by a meeting, under one of its items, or by a deliberation.
package struct AssignAction: ActCommand {
  package static let kind = ActKind(
    "action", "assign",
    fields: [
      .subject("title", .text), .required("owner", .text), .required("due", .day),
      .optional("meeting", .id("meeting")), .optional("item", .id("agenda")),
      .optional("by", .id("deliberation")),
    ])

  let title: String
  let owner: String
  let due: Day
  let meeting: MeetingID?
  let item: ItemID?
  let deliberation: DeliberationID?

  package init(_ input: ActInput) throws(Failure) {
    title = try input.text("title")
    owner = try input.text("owner")
    due = try input.day("due")
    meeting = try input.has("meeting") ? input.id("meeting") : nil
    item = try input.has("item") ? input.id("item") : nil
    deliberation = try input.has("by") ? input.id("by") : nil
  }

  package func needs(under rules: Rules) -> [Need] {
    [
      .count(category: Assignment.category), .all(category: Meeting.category),
      .all(category: Agenda.category),
    ] + (deliberation.map { [.one(EntityKey($0))] } ?? [])
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try giver(in: ledger)
    guard occasion.day <= due else {
      throw Refusal(
        .actionDuePast, ["due": .day(due), "day": .day(occasion.day)],
        ways: [Note("give-later-end", ["from": .text(occasion.day.description)])])
    }
    let id = AssignmentID(next: ledger)
    let making = AssignmentMaking(
      title: title, owner: owner, due: due, on: occasion.effective, meeting: found.meeting?.id,
      item: item, deliberation: deliberation, series: series(found, under: rules))
    let joined = OpenActions.join(id, making, in: ledger, under: rules, on: occasion)
    return Decision(
      [PlannedEvent(AssignmentEvent.made(making), to: id, effective: occasion.day)]
        + joined.events, notes: joined.notes)
  }

  private typealias Giver = (meeting: Meeting?, deliberation: Deliberation?)

  /// What gave it: a meeting, with the item that is named on its agenda, or a deliberation that was adopted.
  private func giver(in ledger: Ledger) throws(Refusal) -> Giver {
    guard meeting != nil || deliberation != nil else {
      throw Refusal(.actionWithoutOrigin, ways: [Note("name-origin")])
    }
    let adopted: Deliberation?
    if let deliberation {
      adopted = try AdoptionChecks.adopted(deliberation, in: ledger)
    } else {
      adopted = nil
    }
    guard let meeting = meeting ?? adopted?.meeting else { return (nil, adopted) }
    let found = try MeetingChecks.meeting(meeting, in: ledger)
    if let item {
      let agenda = AgendaID(sharedWith: meeting)
      _ = try AgendaChecks.item(item, of: ledger[agenda] ?? Agenda(id: agenda))
    }
    return (found, adopted)
  }

  /// The series whose next meetings will hear of it: that of the meeting, else the first of the body that decided.
  private func series(_ giver: Giver, under rules: Rules) -> String? {
    giver.meeting?.series
      ?? giver.deliberation?.body.flatMap { body in rules.series.first { $0.body == body }?.id }
  }
}

extension RefusalCode {
  static let actionWithoutOrigin = RefusalCode("action-without-origin", exit: .badData)
  static let actionDuePast = RefusalCode("action-due-past", exit: .badData)
}
