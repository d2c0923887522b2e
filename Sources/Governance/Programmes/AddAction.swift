package import Plugins
package import Values

/// Adds an action to a programme, drafted or adopted.
package struct AddAction: ActCommand {
  package static let kind = ActKind(
    "programme", "add",
    fields: [
      .subject("programme", .id("programme")), .required("title", .text),
      .optional("owner", .text), .optional("due", .day),
    ])

  let programme: ProgrammeID
  let title: String
  let owner: String?
  let due: Day?

  package init(_ input: ActInput) throws(Failure) {
    programme = try input.id("programme")
    title = try input.text("title")
    owner = try input.optional("owner", ActInput.text)
    due = try input.optional("due", ActInput.day)
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(programme))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try ProgrammeChecks.standing(programme, in: ledger)
    let action = ActionAddition(number: found.nextAction, title: title, owner: owner, due: due)
    return Decision(
      [PlannedEvent(ProgrammeEvent.added(action), to: programme, effective: occasion.day)],
      notes: notes(found))
  }

  /// An action that is due when its programme is over is a thing that a reader should know.
  private func notes(_ found: Programme) -> [Note] {
    guard let due, let last = found.draft?.facts.until, last < due else { return [] }
    return [Note("action-due-after-end", ["due": .day(due), "until": .day(last)])]
  }
}
