package import Plugins
package import Values

/// Closes an agenda to items that would be in time; later ones need what the rule for late items asks.
package struct FreezeAgenda: ActCommand {
  package static let kind = ActKind(
    "agenda", "freeze", fields: [.subject("meeting", .id("meeting"))])

  let meeting: MeetingID

  package init(_ input: ActInput) throws(Failure) { meeting = try input.id("meeting") }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(meeting)), .one(EntityKey(AgendaID(sharedWith: meeting)))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let agenda = try AgendaChecks.agenda(of: meeting, in: ledger, on: occasion).agenda
    if let former = agenda.freezing {
      throw Refusal(
        .agendaFrozenAlready, ["meeting": .text(meeting.text), "day": .day(former.mark.effective)],
        ways: [Note("correct-event", MeetingChecks.at(former.position))])
    }
    let freezing = Freezing(meeting: meeting, on: occasion.effective)
    return Decision([
      PlannedEvent(AgendaEvent.frozen(freezing), to: agenda.id, effective: occasion.day)
    ])
  }
}

extension RefusalCode {
  static let agendaFrozenAlready = RefusalCode("agenda-frozen-already")
}
