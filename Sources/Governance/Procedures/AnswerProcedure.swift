package import Plugins
package import Values

/// Records how members vote in a written procedure; a member may vote otherwise until the end.
///
/// Where it is said who gave a vote, that is the holder of a seat of the member or who acts for it on the day.
package struct AnswerProcedure: ActCommand {
  package static let tellsMoments = true

  package static let kind = ActKind(
    "procedure", "answer",
    fields: [
      .subject("procedure", .id("procedure")),
      .required("names", .pairs("member", Resolution.Vote.allCases.map(\.rawValue))),
      .optional("time", .time), Voters.field,
    ])

  let procedure: ProcedureID
  let votes: [Resolution.Cast]
  let time: TimeOfDay?
  let voters: Voters

  package init(_ input: ActInput) throws(Failure) {
    procedure = try input.id("procedure")
    time = try input.optional("time", ActInput.time)
    guard case .names(let names) = try Ballot(input) else { throw Failure(.ballotUnclear) }
    votes = names
    voters = try Voters(input)
  }

  package var proceeding: EntityKey? { EntityKey(procedure) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(procedure))] + voters.needs
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let file = try ProcedureFile(procedure, at: time, in: ledger, under: rules, on: occasion)
    guard file.rule.kind == .written else {
      throw Refusal(
        .silenceTakesNoAnswers, ["procedure": .text(procedure.text)], clause: file.rule.clause,
        ways: [Note("object-instead", ["procedure": .text(procedure.text)])])
    }
    try file.checkOngoing()
    for vote in votes { try file.checkAddressee(vote.member) }
    var decision = Decision(
      votes.map { file.event(.answered(answer($0, at: file.moment)), on: occasion) },
      derivations: [file.deadline].compactMap(\.self))
    try voters.decide(
      on: .names(votes), in: ledger, under: rules, on: occasion.day, into: &decision)
    return decision
  }

  private func answer(_ vote: Resolution.Cast, at moment: Instant) -> ProcedureAnswer {
    ProcedureAnswer(
      member: vote.member, vote: vote.vote, at: moment,
      person: voters.all.first { $0.member == vote.member }?.person)
  }
}

extension RefusalCode {
  static let silenceTakesNoAnswers = RefusalCode("silence-takes-no-answers")
}
