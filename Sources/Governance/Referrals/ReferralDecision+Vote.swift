import Plugins
import Values

/// What a vote on an item makes of the referral that the item stands for.
extension ReferralDecision {
  static func needs(_ item: ItemID?) -> [Need] {
    item.map { [.one(EntityKey(ReferralID(sharedWith: $0)))] } ?? []
  }

  /// That a vote settled what another body had handed over; nothing for any other item, without one, or for a
  /// vote that decides on nothing.
  static func settle(
    _ item: ItemID?, of meeting: MeetingID, in body: Body, _ outcome: Deliberation.Outcome,
    by deliberation: DeliberationID, _ ledger: Ledger, on occasion: Occasion,
    into decision: inout Decision
  ) {
    guard let item, let outcome = Outcome(outcome),
      let found = ledger[ReferralID(sharedWith: item)],
      found.isOpen, found.holder == body.id,
      ledger[AgendaID(sharedWith: meeting)]?.item(item)?.addition.facts.refers == found.id
    else { return }
    let facts = ReferralDecision(
      on: occasion.effective, body: body.id, deliberation: deliberation, outcome: outcome,
      meeting: meeting)
    decision.events.append(
      PlannedEvent(ReferralEvent.decided(facts), to: found.id, effective: occasion.day))
    decision.notes.append(
      Note(
        "referral-answered",
        ["referral": .text(found.id.text), "from": .text(found.path.first ?? "")]))
  }
}

extension ReferralReopening {
  static let needs: [Need] = [Referral.category, Agenda.category].map { .all(category: $0) }

  /// That what an annulled vote had settled waits for an answer again, on the agenda of the next meeting where
  /// that of the vote is over; nothing for any other vote.
  static func reopen(
    after vote: Deliberation, in ledger: Ledger, under rules: Rules, on occasion: Occasion,
    into decision: inout Decision
  ) {
    for found in ledger.all(Referral.self) where found.decision?.facts.deliberation == vote.id {
      let facts = ReferralReopening(on: occasion.effective, deliberation: vote.id)
      let event = ReferralEvent.reopened(facts)
      decision.events.append(PlannedEvent(event, to: found.id, effective: occasion.day))
      let stage = found.meeting.flatMap { ledger[$0] }?.stage
      guard stage != .open else { continue }
      let isToCome = stage == .planned || stage == .convened
      var next = found
      next.evolve(with: event, at: Mark(position: 0, effective: occasion.day))
      decision.place(
        ReferralAgenda.join(
          next, but: isToCome ? nil : found.meeting, in: ledger, under: rules, on: occasion))
    }
  }
}
