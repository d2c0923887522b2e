package import Plugins
package import Values

/// Records that a body adopted a drafted programme by a deliberation.
package struct AdoptProgramme: ActCommand {
  package static let kind = ActKind(
    "programme", "adopt",
    fields: [
      .subject("programme", .id("programme")), .required("by", .id("deliberation")),
    ])

  let programme: ProgrammeID
  let deliberation: DeliberationID

  package init(_ input: ActInput) throws(Failure) {
    programme = try input.id("programme")
    deliberation = try input.id("by")
  }

  package var proceeding: EntityKey? { EntityKey(programme) }

  package func needs(under rules: Rules) -> [Need] {
    [.all(category: Programme.category), .one(EntityKey(deliberation))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try ProgrammeChecks.standing(programme, in: ledger)
    if let adoption = found.adoption { throw ProgrammeChecks.adopted(programme, by: adoption) }
    let adopted = try AdoptionChecks.adopted(
      deliberation, in: ledger, deciding: [programme.text])
    let objection = rules.programme.flatMap { rule in
      AdoptionChecks.objection(
        to: adopted, body: rule.adoptedBy, matter: rule.matter, clause: rule.clause,
        under: rules)
    }
    let adoption = ProgrammeAdoption(on: occasion.effective, deliberation: deliberation)
    return Decision(
      [PlannedEvent(ProgrammeEvent.adopted(adoption), to: programme, effective: occasion.day)],
      objections: objection.map { [$0] } ?? [],
      notes: found.draft.map { draft in
        ProgrammeChecks.overlaps(draft.facts, but: programme, in: ledger)
      } ?? [])
  }
}

extension RefusalCode {
  static let programmeAdoptedAlready = RefusalCode("programme-adopted-already")
}
