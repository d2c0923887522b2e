package import Plugins
package import Values

/// Says what an action is to hand over, and by when.
///
/// How an action is carried out is its owner's to say, so that no deliberation is needed.
package struct AddDeliverable: ActCommand {
  package static let kind = ActKind(
    "deliverable", "add",
    fields: [
      .subject("action", .id("action")), .required("title", .text), .optional("due", .day),
    ])

  let action: ActionID
  let title: String
  let due: Day?

  package init(_ input: ActInput) throws(Failure) {
    action = try input.action("action")
    title = try input.text("title")
    due = try input.optional("due", ActInput.day)
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(action.programme))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let programme = try ProgrammeChecks.programme(ofOpen: action, in: ledger)
    let deliverable = DeliverableAddition(
      action: action.number, number: programme.nextDeliverable(of: action.number), title: title,
      due: due)
    return Decision(
      [
        PlannedEvent(
          ProgrammeEvent.deliverable(deliverable), to: programme.id, effective: occasion.day)
      ], notes: ProgrammeChecks.dueAfterEnd(due, of: programme))
  }
}
