package import Plugins
package import Values

/// The body that has an item refers it back to the one that handed it over.
package struct ReturnReferral: ActCommand {
  package static let kind = ActKind(
    "referral", "return",
    fields: [
      .subject("referral", .id("referral")), .required("reason", .text),
      .optional("meeting", .id("meeting")), .optional("by", .id("deliberation")),
    ])

  let referral: ReferralID
  let reason: String
  let meeting: MeetingID?
  let deliberation: DeliberationID?

  package init(_ input: ActInput) throws(Failure) {
    referral = try input.id("referral")
    reason = try input.text("reason")
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
    let (holder, below) = try places(of: found)
    _ = try ReferralChecks.isSubgroup(below, in: ledger, under: rules)
    try ReferralChecks.check(meeting, isOf: holder, in: ledger, under: rules)
    let returning = ReferralEvent.returned(
      ReferralHandover(
        on: occasion.effective, from: holder, to: below, text: reason, meeting: meeting,
        deliberation: deliberation))
    var decision = Decision([PlannedEvent(returning, to: referral, effective: occasion.day)])
    if let deliberation {
      let adopted = try AdoptionChecks.adopted(deliberation, in: ledger, deciding: [referral.text])
      decision.objections = BoardChecks.objection(
        to: adopted, of: holder, clause: rules.referralRule.clause)
    }
    decision.events += ReferralAgenda.leave(found, because: reason, in: ledger, on: occasion)
    var next = found
    next.evolve(with: returning, at: Mark(position: 0, effective: occasion.day))
    decision.place(ReferralAgenda.join(next, in: ledger, under: rules, on: occasion))
    return decision
  }

  /// Who has it, and who handed it over.
  ///
  /// - Throws: `referral-at-origin` for what is back where it began.
  private func places(of found: Referral) throws(Refusal) -> (holder: String, below: String) {
    let stack = found.stack
    guard let holder = stack.last, let below = stack.dropLast().last else {
      throw Refusal(
        .referralAtOrigin,
        ["referral": .text(referral.text), "body": .text(found.holder ?? "")],
        ways: [
          Note("hand-on", ["referral": .text(referral.text)]),
          Note("withdraw-referral", ["referral": .text(referral.text)]),
        ])
    }
    return (holder, below)
  }
}

extension RefusalCode {
  static let referralAtOrigin = RefusalCode("referral-at-origin")
}
