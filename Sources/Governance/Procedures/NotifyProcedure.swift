package import Plugins
package import Values

/// Records the proof that members were told of a procedure; the last one may start its time.
package struct NotifyProcedure: ActCommand {
  package static let tellsMoments = true

  package static let kind = ActKind(
    "procedure", "notify",
    fields: [
      .subject("procedure", .id("procedure")), .optional("members", .ids("member")),
      .optional("way", .text), .optional("proof", .text), .optional("time", .time),
    ])

  let procedure: ProcedureID
  /// Empty for all who have no notice yet.
  let members: [MemberID]
  let way: String?
  let proof: String?
  let time: TimeOfDay?

  package init(_ input: ActInput) throws(Failure) {
    procedure = try input.id("procedure")
    members = try input.ids("members")
    way = try input.optional("way", ActInput.text)
    proof = try input.optional("proof", ActInput.digest)
    time = try input.optional("time", ActInput.time)
  }

  package var proceeding: EntityKey? { EntityKey(procedure) }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(procedure))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let file = try ProcedureFile(procedure, at: time, in: ledger, under: rules, on: occasion)
    try file.checkOngoing()
    for member in members { try file.checkAddressee(member) }
    let notice = ProcedureNotice(
      members: try told(in: file), at: file.moment, way: way, proof: proof)
    var decision = Decision([file.event(.notified(notice), on: occasion)])
    guard file.procedure.clock == nil else { return decision }
    var start = ProcedureStart(file)
    start.add(notice)
    start.decide(
      procedure, in: file.zone, on: occasion.day, by: rules.calendar.days, into: &decision)
    return decision
  }

  private func told(in file: ProcedureFile) throws(Refusal) -> [MemberID] {
    guard members.isEmpty else { return members }
    let known = Set(file.procedure.notified)
    let rest = file.opening.addressees.filter { !known.contains($0) }
    guard rest.isEmpty else { return rest }
    throw Refusal(
      .allNotified, ["procedure": .text(procedure.text)],
      ways: [Note("explain-it", ["id": .text(procedure.text)])])
  }
}

extension RefusalCode {
  static let allNotified = RefusalCode("all-notified")
}
