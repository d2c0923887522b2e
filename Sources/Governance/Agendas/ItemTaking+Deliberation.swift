import Values

/// The item of the agenda that a deliberation names.
extension ItemTaking {
  static func needs(_ item: ItemID?, of meeting: MeetingID) -> [Need] {
    item == nil ? [] : [.one(EntityKey(AgendaID(sharedWith: meeting)))]
  }

  /// What is recorded on the agenda; nothing for a deliberation without an item.
  ///
  /// - Throws: `item-unknown` for an item that does not stand on the agenda of the meeting.
  static func events(
    _ item: ItemID?, of meeting: MeetingID, by deliberation: DeliberationID, in ledger: Ledger,
    on occasion: Occasion
  ) throws(Refusal) -> [PlannedEvent] {
    guard let item else { return [] }
    let id = AgendaID(sharedWith: meeting)
    _ = try AgendaChecks.item(item, of: ledger[id] ?? Agenda(id: id))
    let taking = ItemTaking(meeting: meeting, item: item, deliberation: deliberation)
    return [PlannedEvent(AgendaEvent.taken(taking), to: id, effective: occasion.day)]
  }
}
