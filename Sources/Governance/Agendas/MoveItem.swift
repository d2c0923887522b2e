package import Plugins
package import Values

/// Gives an item another place on the agenda; all numbers follow.
package struct MoveItem: ActCommand {
  package static let kind = ActKind(
    "agenda", "move",
    fields: [
      .subject("item", .id("agenda")), .required("meeting", .id("meeting")),
      .optional("parent", .id("agenda")), .optional("before", .id("agenda")),
    ])

  let item: ItemID
  let meeting: MeetingID
  let parent: ItemID?
  let before: ItemID?

  package init(_ input: ActInput) throws(Failure) {
    item = try input.id("item")
    meeting = try input.id("meeting")
    parent = try input.has("parent") ? input.id("parent") : nil
    before = try input.has("before") ? input.id("before") : nil
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(meeting)), .one(EntityKey(AgendaID(sharedWith: meeting)))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let agenda = try AgendaChecks.agenda(of: meeting, in: ledger, on: occasion).agenda
    _ = try AgendaChecks.item(item, of: agenda)
    let sibling: AgendaItem? =
      if let before { try AgendaChecks.item(before, of: agenda) } else { nil }
    // An item before which another is put says where it stands.
    let place = parent ?? sibling?.parent
    try check(sibling, below: place)
    try AgendaChecks.check(place, of: item, in: agenda)
    let move = ItemMove(
      meeting: meeting, item: item, on: occasion.effective, parent: place, before: before)
    return Decision([
      PlannedEvent(AgendaEvent.moved(move), to: agenda.id, effective: occasion.day)
    ])
  }

  private func check(_ sibling: AgendaItem?, below place: ItemID?) throws(Refusal) {
    guard let sibling else { return }
    guard sibling.id != item, sibling.parent == place else {
      throw Refusal(
        .itemsApart, ["item": .text(item.text), "before": .text(sibling.id.text)],
        ways: [Note("choose-sibling", ["item": .text(item.text)])])
    }
  }
}

extension RefusalCode {
  static let itemsApart = RefusalCode("items-apart", exit: .badData)
}
