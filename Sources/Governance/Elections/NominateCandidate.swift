package import Plugins
package import Values

/// Names a member as a candidate; it stands when it has accepted, and at once where it names itself.
package struct NominateCandidate: ActCommand {
  package static let kind = ActKind(
    "election", "nominate",
    fields: [
      .subject("election", .id("election")), .required("member", .id("member")),
      .optional("proposer", .id("member")),
    ])

  let election: ElectionID
  let member: MemberID
  let proposer: MemberID?

  package init(_ input: ActInput) throws(Failure) {
    election = try input.id("election")
    member = try input.id("member")
    proposer = input.has("proposer") ? try input.id("proposer") : nil
  }

  package var proceeding: EntityKey? { EntityKey(election) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(election)), .all(category: Member.category)]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (found, opening) = try ElectionChecks.open(election, in: ledger, on: occasion)
    let (rule, _) = try ElectionChecks.rules(of: opening.body, under: rules)
    try ElectionChecks.checkUnvoted(found)
    try check(found, opening, on: occasion.day)
    var decision = Decision(events(on: occasion))
    decision.objections += [
      rule.objection(toStanding: member, in: ledger, under: rules, on: occasion.day)
    ].compactMap(\.self)
    if let proposer, proposer != member {
      decision.objections += [
        try DelegationChecks.objection(
          to: proposer, using: .propose, on: occasion.day, in: ledger, under: rules)
      ].compactMap(\.self)
    }
    return decision
  }

  private func check(_ found: Election, _ opening: ElectionOpening, on day: Day) throws(Refusal) {
    let values: [String: Failure.Value] = [
      "member": .text(member.text), "election": .text(election.text),
    ]
    if let candidacy = found.candidacy(of: member), candidacy.withdrawal == nil {
      throw Refusal(
        .candidateAlready, values,
        ways: candidacy.isStanding
          ? [Note("explain-it", ["id": .text(election.text)])]
          : [Note("accept-candidacy", values)])
    }
    if opening.stays.contains(member) {
      throw Refusal(
        .candidateStays, values, ways: [Note("explain-it", ["id": .text(election.text)])])
    }
    if let until = opening.until, until < day {
      throw Refusal(
        .candidacyLate, values.merging(["until": .day(until)]) { $1 },
        ways: [
          Note("close-election", ["election": .text(election.text)]),
          Note("give-day-before", ["day": .day(until)]),
        ])
    }
  }

  /// Who names itself has accepted.
  private func events(on occasion: Occasion) -> [PlannedEvent] {
    let naming = CandidateNaming(on: occasion.effective, member: member, proposer: proposer)
    let named = PlannedEvent(
      ElectionEvent.nominated(naming), to: election, effective: occasion.day)
    guard proposer == member else { return [named] }
    let step = CandidateStep(on: occasion.effective, member: member)
    return [
      named, PlannedEvent(ElectionEvent.accepted(step), to: election, effective: occasion.day),
    ]
  }
}

extension RefusalCode {
  static let candidateAlready = RefusalCode("candidate-already")
  static let candidateStays = RefusalCode("candidate-stays")
  static let candidacyLate = RefusalCode("candidacy-late")
}
