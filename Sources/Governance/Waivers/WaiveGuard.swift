package import Plugins
package import Values

/// Gives leave to pass a guard that does not hold: for one act, or for every act until a day.
///
/// Those whom the guard's `waiver` names give it: a role by recording the act, a body by a deliberation.
/// Source: reference/rules.md, row 16, "a waiver is an event, needs its role and reason".
package struct WaiveGuard: ActCommand {
  package static let kind = ActKind(
    "guard", "waive",
    fields: [
      .subject("guard", .id("guard")), .optional("adopted-by", .id("deliberation")),
      .optional("reason", .text), .optional("subject", .text), .optional("until", .day),
      .optional("repeats", .flag),
    ])

  let rule: String
  let deliberation: DeliberationID?
  let reason: String?
  let subject: String?
  let until: Day?
  let repeats: Bool

  package init(_ input: ActInput) throws(Failure) {
    rule = try input.text("guard")
    deliberation = input.has("adopted-by") ? try input.id("adopted-by") : nil
    reason = try input.optional("reason", ActInput.text)
    subject = try input.optional("subject", ActInput.text)
    until = try input.optional("until", ActInput.day)
    repeats = try input.flag("repeats")
  }

  package func needs(under rules: Rules) -> [Need] {
    [.count(category: Waiver.category)] + (deliberation.map { [.one(EntityKey($0))] } ?? [])
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let rule = try WaiverChecks.rule(self.rule, under: rules)
    try WaiverChecks.check(until: until, repeats: repeats, of: rule, from: occasion.day)
    let adopted = try deliberation.map { id throws(Refusal) in
      try AdoptionChecks.adopted(id, in: ledger)
    }
    let giver = WaiverGiver(adopted, or: Actor(occasion.actor).name)
    let grant = WaiverGrant(
      rule: rule.id, by: giver.name, deliberation: deliberation, reason: reason, subject: subject,
      from: occasion.effective, until: until, repeats: repeats)
    let derivation = giver.derivation(of: rule)
    return Decision(
      [
        PlannedEvent(
          WaiverEvent.given(grant), to: WaiverID(next: ledger), effective: occasion.day)
      ], derivations: [derivation].compactMap(\.self),
      objections: WaiverChecks.objections(to: grant, of: rule, by: giver, under: rules))
  }
}
