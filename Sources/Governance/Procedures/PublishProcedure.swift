package import Plugins
package import Values

/// Records that what a procedure adopted was issued, or announced at a meeting.
package struct PublishProcedure: ActCommand {
  package static let tellsMoments = true

  package static let kind = ActKind(
    "procedure", "publish",
    fields: [
      .subject("procedure", .id("procedure")), .optional("meeting", .id("meeting")),
      .optional("identifier", .text), .optional("time", .time),
    ])

  let procedure: ProcedureID
  let meeting: MeetingID?
  let identifier: String?
  let time: TimeOfDay?

  package init(_ input: ActInput) throws(Failure) {
    procedure = try input.id("procedure")
    meeting = try input.has("meeting") ? input.id("meeting") : nil
    identifier = try input.optional("identifier", ActInput.text)
    time = try input.optional("time", ActInput.time)
  }

  package var proceeding: EntityKey? { EntityKey(procedure) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(procedure))] + (meeting.map { [.one(EntityKey($0))] } ?? [])
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let file = try ProcedureFile(procedure, at: time, in: ledger, under: rules, on: occasion)
    if let meeting { _ = try MeetingChecks.meeting(meeting, in: ledger) }
    let values: [String: Failure.Value] = ["procedure": .text(procedure.text)]
    let explain = Note("explain-it", ["id": .text(procedure.text)])
    guard file.procedure.stage == .adopted else {
      throw Refusal(.procedureNotAdopted, values, ways: [explain, Note("record-expiry")])
    }
    guard file.procedure.publication == nil else {
      throw Refusal(.procedurePublished, values, ways: [explain])
    }
    let publication = ProcedurePublication(
      at: file.moment, meeting: meeting, identifier: identifier)
    return Decision([file.event(.published(publication), on: occasion)])
  }
}

extension RefusalCode {
  static let procedureNotAdopted = RefusalCode("procedure-not-adopted")
  static let procedurePublished = RefusalCode("procedure-published")
}
