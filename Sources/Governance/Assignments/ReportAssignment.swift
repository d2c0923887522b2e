package import Plugins
package import Values

/// Records how an action goes that a meeting or a deliberation gave.
package struct ReportAssignment: ActCommand {
  package static let kind = ActKind(
    "action", "report",
    fields: [.subject("action", .id("action")), .required("text", .text)])

  let action: AssignmentID
  let text: String

  package init(_ input: ActInput) throws(Failure) {
    action = try input.id("action")
    text = try input.text("text")
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(action))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    _ = try AssignmentChecks.open(action, in: ledger)
    let report = AssignmentReport(on: occasion.effective, text: text)
    return Decision([
      PlannedEvent(AssignmentEvent.reported(report), to: action, effective: occasion.day)
    ])
  }
}
