package import Plugins
package import Values

/// The body that has an item answers it: takes note of it, or settles it by a deliberation taken elsewhere.
package struct AnswerReferral: ActCommand {
  package static let kind = ActKind(
    "referral", "answer",
    fields: [
      .subject("referral", .id("referral")), .optional("text", .text),
      .optional("meeting", .id("meeting")), .optional("by", .id("deliberation")),
    ])

  let referral: ReferralID
  let text: String?
  let meeting: MeetingID?
  let deliberation: DeliberationID?

  package init(_ input: ActInput) throws(Failure) {
    referral = try input.id("referral")
    text = try input.optional("text", ActInput.text)
    meeting = try input.has("meeting") ? input.id("meeting") : nil
    deliberation = try input.has("by") ? input.id("by") : nil
  }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(referral))] + ReferralChecks.needs
      + (deliberation.map { [.one(EntityKey($0))] } ?? [])
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try ReferralChecks.open(referral, in: ledger)
    let holder = found.holder ?? ""
    try ReferralChecks.check(meeting, isOf: holder, in: ledger, under: rules)
    var decision = Decision()
    let event: ReferralEvent
    if let deliberation {
      event = try settling(deliberation, holder, in: ledger, under: rules, occasion, &decision)
    } else {
      event = .noted(
        ReferralNoting(on: occasion.effective, body: holder, text: text, meeting: meeting))
    }
    decision.events = [PlannedEvent(event, to: referral, effective: occasion.day)]
    decision.events += ReferralAgenda.leave(
      found, because: text ?? deliberation?.text ?? "→ \(holder)", in: ledger, on: occasion)
    return decision
  }

  /// A deliberation that was adopted or rejected, of the body that has the item.
  private func settling(
    _ id: DeliberationID, _ holder: String, in ledger: Ledger, under rules: Rules,
    _ occasion: Occasion, _ decision: inout Decision
  ) throws(Refusal) -> ReferralEvent {
    let found = try DeliberationChecks.decided(id, in: ledger)
    guard let outcome = found.outcome.flatMap({ ReferralDecision.Outcome($0) }),
      found.annulment == nil
    else {
      throw Refusal(
        .deliberationUndecided, ["deliberation": .text(id.text)],
        ways: [Note("decide-deferred", ["deliberation": .text(id.text)])])
    }
    decision.objections = BoardChecks.objection(
      to: found, of: holder, clause: rules.referralRule.clause)
    return .decided(
      ReferralDecision(
        on: occasion.effective, body: holder, deliberation: id, outcome: outcome,
        meeting: found.meeting))
  }
}
