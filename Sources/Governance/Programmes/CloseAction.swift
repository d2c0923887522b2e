package import Plugins
package import Values

/// Closes an action, as done or as given up; an adopted programme gives none up without a deliberation.
package struct CloseAction: ActCommand {
  package static let kind = ActKind(
    "programme", "close",
    fields: [
      .subject("action", .id("action")),
      .required("outcome", .choice(ActionClosing.Outcome.allCases.map(\.rawValue))),
    ])

  let action: ActionID
  let outcome: ActionClosing.Outcome

  package init(_ input: ActInput) throws(Failure) {
    action = try input.action("action")
    outcome = try input.choice("outcome")
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(action.programme))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let programme = try ProgrammeChecks.programme(ofOpen: action, in: ledger)
    let closing = ActionClosing(number: action.number, on: occasion.effective, outcome: outcome)
    return Decision(
      [PlannedEvent(ProgrammeEvent.closed(closing), to: programme.id, effective: occasion.day)],
      objections: outcome == .dropped ? ProgrammeChecks.undecided(programme, under: rules) : [])
  }
}
