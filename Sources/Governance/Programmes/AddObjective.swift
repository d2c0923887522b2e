package import Plugins
package import Values

/// Gives a drafted programme an objective, which its actions then serve.
package struct AddObjective: ActCommand {
  package static let kind = ActKind(
    "objective", "add",
    fields: [.subject("programme", .id("programme")), .required("title", .text)])

  let programme: ProgrammeID
  let title: String

  package init(_ input: ActInput) throws(Failure) {
    programme = try input.id("programme")
    title = try input.text("title")
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(programme))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try ProgrammeChecks.programme(programme, in: ledger)
    let objective = ObjectiveAddition(number: found.nextObjective, title: title)
    return Decision(
      [PlannedEvent(ProgrammeEvent.objective(objective), to: programme, effective: occasion.day)],
      objections: ProgrammeChecks.undecided(found, under: rules))
  }
}
