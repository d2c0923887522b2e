package import Plugins
package import Values

/// Records that a member that was named as a candidate stands.
package struct AcceptCandidacy: ActCommand {
  package static let kind = ActKind(
    "election", "accept",
    fields: [.subject("election", .id("election")), .required("member", .id("member"))])

  let election: ElectionID
  let member: MemberID

  package init(_ input: ActInput) throws(Failure) {
    election = try input.id("election")
    member = try input.id("member")
  }

  package var proceeding: EntityKey? { EntityKey(election) }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(election))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (found, _) = try ElectionChecks.open(election, in: ledger, on: occasion)
    try ElectionChecks.checkUnvoted(found)
    let candidacy = try ElectionChecks.candidacy(of: member, in: found)
    guard candidacy.acceptance == nil else {
      throw Refusal(
        .candidateStands, ["member": .text(member.text), "election": .text(election.text)],
        ways: [Note("count-next-round", ["election": .text(election.text)])])
    }
    let step = CandidateStep(on: occasion.effective, member: member)
    return Decision([
      PlannedEvent(ElectionEvent.accepted(step), to: election, effective: occasion.day)
    ])
  }
}

/// Records that a candidate withdraws, before the vote or between two rounds.
package struct WithdrawCandidacy: ActCommand {
  package static let kind = ActKind(
    "election", "withdraw",
    fields: [
      .subject("election", .id("election")), .required("member", .id("member")),
      .optional("reason", .text),
    ])

  let election: ElectionID
  let member: MemberID
  let reason: String?

  package init(_ input: ActInput) throws(Failure) {
    election = try input.id("election")
    member = try input.id("member")
    reason = try input.optional("reason", ActInput.text)
  }

  package var proceeding: EntityKey? { EntityKey(election) }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(election))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (found, opening) = try ElectionChecks.open(election, in: ledger, on: occasion)
    _ = try ElectionChecks.candidacy(of: member, in: found)
    guard !found.elected.contains(member) else {
      throw Refusal(
        .candidateElected,
        [
          "member": .text(member.text), "election": .text(election.text),
          "body": .text(opening.body),
        ], ways: [Note("open-another-election", ["body": .text(opening.body)])])
    }
    let step = CandidateStep(on: occasion.effective, member: member, reason: reason)
    return Decision([
      PlannedEvent(ElectionEvent.withdrawn(step), to: election, effective: occasion.day)
    ])
  }
}

extension RefusalCode {
  static let candidateStands = RefusalCode("candidate-stands")
  static let candidateElected = RefusalCode("candidate-elected")
}
