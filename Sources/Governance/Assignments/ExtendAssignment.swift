package import Plugins
package import Values

/// Gives an action more time, with the reason; the former day stays in the record.
package struct ExtendAssignment: ActCommand {
  package static let kind = ActKind(
    "action", "extend",
    fields: [
      .subject("action", .id("action")), .required("until", .day), .required("reason", .text),
    ])

  let action: AssignmentID
  let until: Day
  let reason: String

  package init(_ input: ActInput) throws(Failure) {
    action = try input.id("action")
    until = try input.day("until")
    reason = try input.text("reason")
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(action))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try AssignmentChecks.open(action, in: ledger)
    let due = found.due ?? occasion.day
    guard due < until else {
      throw Refusal(
        .actionNotLater, ["action": .text(action.text), "due": .day(due), "until": .day(until)],
        ways: [Note("give-later-end", ["from": .text(Day(number: due.number + 1).description)])])
    }
    let facts = AssignmentExtension(on: occasion.effective, from: due, due: until, reason: reason)
    return Decision([
      PlannedEvent(AssignmentEvent.extended(facts), to: action, effective: occasion.day)
    ])
  }
}

extension RefusalCode {
  static let actionNotLater = RefusalCode("action-not-later", exit: .badData)
}
