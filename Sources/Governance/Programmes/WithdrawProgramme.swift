package import Plugins
package import Values

/// Takes back a programme that was drafted and not adopted.
package struct WithdrawProgramme: ActCommand {
  package static let kind = ActKind(
    "programme", "withdraw",
    fields: [.subject("programme", .id("programme")), .required("reason", .text)])

  let programme: ProgrammeID
  let reason: String

  package init(_ input: ActInput) throws(Failure) {
    programme = try input.id("programme")
    reason = try input.text("reason")
  }

  package var proceeding: EntityKey? { EntityKey(programme) }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(programme))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try ProgrammeChecks.standing(programme, in: ledger)
    if let adoption = found.adoption { throw ProgrammeChecks.adopted(found.id, by: adoption) }
    let withdrawal = ProgrammeWithdrawal(on: occasion.effective, reason: reason)
    return Decision([
      PlannedEvent(ProgrammeEvent.withdrawn(withdrawal), to: programme, effective: occasion.day)
    ])
  }
}

/// A draft of a programme is taken back, and why.
package struct ProgrammeWithdrawal: EventFacts {
  /// The stored name of the event.
  package static let type = "programme.withdrawn"

  package let on: PartialDay
  package let reason: String

  package init(on: PartialDay, reason: String) {
    self.on = on
    self.reason = reason
  }

  package var data: JSON { ["on": .day(on), "reason": .text(reason)] }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    reason = try reader.text("reason")
  }
}
