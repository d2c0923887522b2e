package import Plugins
package import Values

/// Changes an adopted programme by a deliberation: actions are added, dropped, changed, or moved to another objective.
///
/// ```
/// admin programme amend programme-1 --by D-7 --add 'Guide on retention' --due programme-1.4=2027-06-30
/// ```
///
/// What is said of a number that the act itself gives, such as the fourth here, belongs to the new action.
package struct AmendProgramme: ActCommand {
  package static let kind = ActKind(
    "programme", "amend",
    fields: [
      .subject("programme", .id("programme")), .required("by", .id("deliberation")),
      .optional("add", .texts), .optional("without", .ids("action")),
      .optional("title", .pairs("action", nil)), .optional("owner", .pairs("action", nil)),
      .optional("due", .pairs("action", nil)), .optional("move", .pairs("action", nil)),
      .optional("objectives", .texts),
    ])

  let programme: ProgrammeID
  let deliberation: DeliberationID
  let wishes: AmendmentWishes

  package init(_ input: ActInput) throws(Failure) {
    programme = try input.id("programme")
    deliberation = try input.id("by")
    wishes = try AmendmentWishes(input)
  }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(programme)), .one(EntityKey(deliberation))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try ProgrammeChecks.programme(programme, in: ledger)
    try check(found)
    let adopted = try AdoptionChecks.adopted(deliberation, in: ledger)
    let amendment = try wishes.amendment(of: found, by: deliberation, on: occasion.effective)
    let objection = rules.programme.flatMap { rule in
      AdoptionChecks.objection(
        to: adopted, body: rule.adoptedBy, matter: rule.matter, clause: rule.clause, under: rules)
    }
    let days = amendment.added.map(\.due) + amendment.changed.map(\.due)
    return Decision(
      [PlannedEvent(ProgrammeEvent.amended(amendment), to: programme, effective: occasion.day)],
      objections: [objection].compactMap(\.self),
      notes: days.compactMap(\.self).flatMap { ProgrammeChecks.dueAfterEnd($0, of: found) })
  }

  /// What was not adopted needs no amendment, and what adopted it, or amended it before, cannot do so again.
  private func check(_ found: Programme) throws(Refusal) {
    let values: [String: Failure.Value] = ["programme": .text(programme.text)]
    guard found.adoption != nil else {
      throw Refusal(
        .programmeNotAdopted, values,
        ways: [Note("change-draft", values), Note("adopt-programme", values)])
    }
    guard !found.deliberations.contains(deliberation) else {
      throw Refusal(
        .programmeDecidedBefore,
        ["programme": .text(programme.text), "deliberation": .text(deliberation.text)],
        ways: [Note("record-another-deliberation")])
    }
  }
}

extension RefusalCode {
  static let programmeNotAdopted = RefusalCode("programme-not-adopted")
  static let programmeDecidedBefore = RefusalCode("programme-decided-before")
}
