package import Plugins
package import Values

/// Closes an action that a meeting or a deliberation gave, with what came of it.
package struct CloseAssignment: ActCommand {
  package static let kind = ActKind(
    "action", "close",
    fields: [
      .subject("action", .id("action")),
      .required("outcome", .choice(ActionClosing.Outcome.allCases.map(\.rawValue))),
      .required("result", .text),
    ])

  let action: AssignmentID
  let outcome: ActionClosing.Outcome
  let result: String

  package init(_ input: ActInput) throws(Failure) {
    action = try input.id("action")
    outcome = try input.choice("outcome")
    result = try input.text("result")
  }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(action)), .all(category: Meeting.category), .all(category: Agenda.category)]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try AssignmentChecks.open(action, in: ledger)
    let closing = AssignmentClosing(on: occasion.effective, outcome: outcome, result: result)
    return Decision(
      [PlannedEvent(AssignmentEvent.closed(closing), to: action, effective: occasion.day)]
        + OpenActions.leave(found, because: result, in: ledger, on: occasion))
  }
}
