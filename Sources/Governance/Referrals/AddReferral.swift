package import Plugins
package import Values

/// A body hands an item to another one, upwards as the rules let it; it stands on the next agenda there by itself.
package struct AddReferral: ActCommand {
  package static let kind = ActKind(
    "referral", "add",
    fields: [
      .newcomer("referral", .id("referral")), .required("title", .text),
      .required("from", .id("sender")), .required("to", .id("body")),
      .optional("asks", .choice(ReferralMaking.Asked.allCases.map(\.rawValue))),
      .optional("text", .text), .optional("paper", .texts),
      .optional("session", .choice(ItemAddition.Session.allCases.map(\.rawValue))),
      .optional("by", .id("deliberation")),
    ])

  let referral: ReferralID
  let title: String
  let from: String
  let to: String
  let asks: ReferralMaking.Asked
  let text: String?
  let papers: [Paper]
  let session: ItemAddition.Session
  let deliberation: DeliberationID?

  package init(_ input: ActInput) throws(Failure) {
    referral = try input.id("referral")
    title = try input.text("title")
    from = try input.text("from")
    to = try input.text("to")
    asks = try input.has("asks") ? input.choice("asks") : .decision
    text = try input.optional("text", ActInput.text)
    papers = try input.papers("paper")
    session = try input.has("session") ? input.choice("session") : .open
    deliberation = try input.has("by") ? input.id("by") : nil
  }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(referral))] + ReferralChecks.needs
      + (deliberation.map { [.one(EntityKey($0))] } ?? [])
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    try checkNew(in: ledger)
    let isSubgroup = try ReferralChecks.isSubgroup(from, in: ledger, under: rules)
    let route = try ReferralRoute(from: from, isSubgroup: isSubgroup, to: to, under: rules)
    let making = ReferralEvent.made(
      ReferralMaking(
        on: occasion.effective, title: title, from: from, to: to, asks: asks, text: text,
        papers: papers, session: session, deliberation: deliberation))
    var decision = Decision(
      [PlannedEvent(making, to: referral, effective: occasion.day)],
      derivations: [route.derivation], objections: route.objections)
    decision.objections += try ReferralChecks.objections(
      toSending: referral, by: deliberation, of: from, in: ledger, under: rules)
    decision.objections += SubgroupChecks.objections(
      toUsing: from, on: occasion.day, in: ledger, under: rules)
    var made = Referral(id: referral)
    made.evolve(with: making, at: Mark(position: 0, effective: occasion.day))
    decision.place(ReferralAgenda.join(made, in: ledger, under: rules, on: occasion))
    return decision
  }

  private func checkNew(in ledger: Ledger) throws(Refusal) {
    guard let making = ledger[referral]?.making else { return }
    throw Refusal(
      .referralMadeAlready,
      ["referral": .text(referral.text), "from": .text(making.facts.from)],
      ways: [
        Note("choose-another-id"), Note("hand-on", ["referral": .text(referral.text)]),
      ])
  }
}

extension RefusalCode {
  static let referralMadeAlready = RefusalCode("referral-made-already")
}
