package import Plugins
package import Values

/// The body that has an item hands it on to the next one; the item stays the same.
package struct ForwardReferral: ActCommand {
  package static let kind = ActKind(
    "referral", "forward",
    fields: [
      .subject("referral", .id("referral")), .optional("to", .id("body")),
      .optional("text", .text), .optional("paper", .texts), .optional("meeting", .id("meeting")),
      .optional("by", .id("deliberation")),
    ])

  let referral: ReferralID
  let to: String?
  let text: String?
  let papers: [Paper]
  let meeting: MeetingID?
  let deliberation: DeliberationID?

  package init(_ input: ActInput) throws(Failure) {
    referral = try input.id("referral")
    to = try input.optional("to", ActInput.text)
    text = try input.optional("text", ActInput.text)
    papers = try input.papers("paper")
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
    let (found, holder) = try handedOver(in: ledger)
    let isSubgroup = try ReferralChecks.isSubgroup(holder, in: ledger, under: rules)
    let receiver: String =
      if let to { to } else {
        try ReferralRoute.onlyReceiver(of: holder, isSubgroup: isSubgroup, under: rules)
      }
    let route = try ReferralRoute(
      from: holder, isSubgroup: isSubgroup, to: receiver, under: rules)
    try ReferralChecks.check(meeting, isOf: holder, in: ledger, under: rules)
    let forwarding = ReferralEvent.forwarded(
      ReferralHandover(
        on: occasion.effective, from: holder, to: receiver, text: text, papers: papers,
        meeting: meeting, deliberation: deliberation))
    var decision = Decision(
      [PlannedEvent(forwarding, to: referral, effective: occasion.day)],
      derivations: [route.derivation], objections: route.objections)
    decision.objections += try ReferralChecks.objections(
      toSending: referral, by: deliberation, of: holder, in: ledger, under: rules)
    decision.events += ReferralAgenda.leave(
      found, because: text ?? "→ \(receiver)", in: ledger, on: occasion)
    var next = found
    next.evolve(with: forwarding, at: Mark(position: 0, effective: occasion.day))
    decision.place(ReferralAgenda.join(next, in: ledger, under: rules, on: occasion))
    return decision
  }

  /// What is open is handed on, and so is what the body that has it adopted itself.
  private func handedOver(in ledger: Ledger) throws(Refusal) -> (Referral, String) {
    let found = try ReferralChecks.known(referral, in: ledger)
    if let outcome = found.outcome, outcome != .adopted {
      throw ReferralChecks.ended(found, outcome)
    }
    return (found, found.holder ?? "")
  }
}
