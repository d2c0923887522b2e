package import Plugins
package import Values

/// Takes an item off the agenda, with those below it; the record keeps it.
package struct WithdrawItem: ActCommand {
  package static let kind = ActKind(
    "agenda", "withdraw",
    fields: [
      .subject("item", .id("agenda")), .required("meeting", .id("meeting")),
      .required("reason", .text),
    ])

  let item: ItemID
  let meeting: MeetingID
  let reason: String

  package init(_ input: ActInput) throws(Failure) {
    item = try input.id("item")
    meeting = try input.id("meeting")
    reason = try input.text("reason")
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(meeting)), .one(EntityKey(AgendaID(sharedWith: meeting)))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let agenda = try AgendaChecks.agenda(of: meeting, in: ledger, on: occasion).agenda
    let found = try AgendaChecks.item(item, of: agenda)
    if let taking = found.takings.last {
      throw Refusal(
        .itemTaken,
        ["item": .text(item.text), "deliberation": .text(taking.facts.deliberation.text)],
        ways: [Note("correct-event", MeetingChecks.at(taking.position))])
    }
    let withdrawal = ItemWithdrawal(
      meeting: meeting, item: item, on: occasion.effective, reason: reason)
    return Decision([
      PlannedEvent(AgendaEvent.withdrawn(withdrawal), to: agenda.id, effective: occasion.day)
    ])
  }
}

extension RefusalCode {
  static let itemTaken = RefusalCode("item-taken")
}
