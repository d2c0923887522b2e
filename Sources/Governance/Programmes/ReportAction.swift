package import Plugins
package import Values

/// Records what was done of an action so far.
package struct ReportAction: ActCommand {
  package static let kind = ActKind(
    "programme", "report",
    fields: [.subject("action", .id("action")), .required("text", .text)])

  let action: ActionID
  let text: String

  package init(_ input: ActInput) throws(Failure) {
    action = try input.action("action")
    text = try input.text("text")
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(action.programme))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let programme = try ProgrammeChecks.programme(ofOpen: action, in: ledger)
    let report = ActionReport(number: action.number, on: occasion.effective, text: text)
    return Decision([
      PlannedEvent(ProgrammeEvent.reported(report), to: programme.id, effective: occasion.day)
    ])
  }
}
