package import Plugins
package import Values

/// Corrects who hears an item, before the meeting, in it or long after: whatever the audience follows from is derived
/// again.
package struct MarkItem: ActCommand {
  package static let kind = ActKind(
    "agenda", "mark",
    fields: [
      .subject("item", .id("agenda")), .required("meeting", .id("meeting")),
      .required("session", .choice(ItemAddition.Session.allCases.map(\.rawValue))),
      .required("reason", .text),
    ])

  let item: ItemID
  let meeting: MeetingID
  let session: ItemAddition.Session
  let reason: String

  package init(_ input: ActInput) throws(Failure) {
    item = try input.id("item")
    meeting = try input.id("meeting")
    session = try input.choice("session")
    reason = try input.text("reason")
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(meeting)), .one(EntityKey(AgendaID(sharedWith: meeting)))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try MeetingChecks.meeting(meeting, in: ledger)
    try MeetingChecks.check(found, isIn: [.planned, .convened, .open, .closed, .held])
    let id = AgendaID(sharedWith: meeting)
    let agenda = ledger[id] ?? Agenda(id: id)
    let marked = try AgendaChecks.item(item, of: agenda)
    guard marked.session != session else {
      throw Refusal(
        .itemMarkedSo, ["item": .text(item.text), "session": .text(session.rawValue)],
        ways: [Note("see-list", ["noun": .text("agenda")])])
    }
    let marking = ItemMarking(
      meeting: meeting, item: item, on: occasion.effective, session: session, reason: reason)
    var decision = Decision([
      PlannedEvent(AgendaEvent.marked(marking), to: id, effective: occasion.day)
    ])
    if let above = narrower(than: session, above: marked, in: agenda) {
      decision.notes.append(
        Note("item-below-narrower", ["item": .text(item.text), "parent": .text(above.id.text)]))
    }
    return decision
  }

  /// An item above it that fewer hear, so that nobody more hears this one.
  private func narrower(
    than session: ItemAddition.Session, above item: AgendaItem, in agenda: Agenda
  ) -> AgendaItem? {
    var next = item.parent.flatMap { agenda.item($0) }
    for _ in 0..<AgendaChecks.deepest {
      guard let above = next else { return nil }
      if above.session > session { return above }
      next = above.parent.flatMap { agenda.item($0) }
    }
    return nil
  }
}

extension RefusalCode {
  static let itemMarkedSo = RefusalCode("item-marked-so")
}
