package import Plugins
package import Values

/// Records how members vote in a written procedure; a member may vote otherwise until the end.
package struct AnswerProcedure: ActCommand {
  package static let tellsMoments = true

  package static let kind = ActKind(
    "procedure", "answer",
    fields: [
      .subject("procedure", .id("procedure")),
      .required("names", .pairs("member", Resolution.Vote.allCases.map(\.rawValue))),
      .optional("time", .time),
    ])

  let procedure: ProcedureID
  let votes: [Resolution.Cast]
  let time: TimeOfDay?

  package init(_ input: ActInput) throws(Failure) {
    procedure = try input.id("procedure")
    time = try input.optional("time", ActInput.time)
    guard case .names(let names) = try Ballot(input) else { throw Failure(.ballotUnclear) }
    votes = names
  }

  package var proceeding: EntityKey? { EntityKey(procedure) }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(procedure))] }

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
    return Decision(
      votes.map { vote in
        file.event(
          .answered(ProcedureAnswer(member: vote.member, vote: vote.vote, at: file.moment)),
          on: occasion)
      }, derivations: [file.deadline].compactMap(\.self))
  }
}

extension RefusalCode {
  static let silenceTakesNoAnswers = RefusalCode("silence-takes-no-answers")
}
