package import Plugins
package import Values

/// Adds an action to a drafted programme; an adopted one is amended by a deliberation.
package struct AddAction: ActCommand {
  package static let kind = ActKind(
    "programme", "add",
    fields: [
      .subject("programme", .id("programme")), .required("title", .text),
      .optional("owner", .text), .optional("due", .day), .optional("objective", .int),
    ])

  let programme: ProgrammeID
  let title: String
  let owner: String?
  let due: Day?
  let objective: Int?

  package init(_ input: ActInput) throws(Failure) {
    programme = try input.id("programme")
    title = try input.text("title")
    owner = try input.optional("owner", ActInput.text)
    due = try input.optional("due", ActInput.day)
    objective = try input.optional("objective", ActInput.int)
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(programme))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try ProgrammeChecks.standing(programme, in: ledger)
    if let objective { try ProgrammeChecks.objective(objective, of: found) }
    let action = ActionAddition(
      number: found.nextAction, title: title, owner: owner, due: due, objective: objective)
    return Decision(
      [PlannedEvent(ProgrammeEvent.added(action), to: programme, effective: occasion.day)],
      objections: ProgrammeChecks.undecided(found, under: rules),
      notes: ProgrammeChecks.dueAfterEnd(due, of: found))
  }
}
