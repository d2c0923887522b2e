package import Plugins
package import Values

/// Records the votes of a round; who is elected and who goes on is computed and never typed in.
package struct RecordElectionRound: ActCommand {
  package static let kind = ActKind(
    "election", "vote",
    fields: [.subject("election", .id("election")), .required("meeting", .id("meeting"))]
      + ElectionBallots.fields + [
        .optional("time", .time), .optional("seed", .text), .optional("chosen", .ids("member")),
      ],
    alternatives: [["votes", "ballots", "abstain", "invalid"], ["names"]])

  let election: ElectionID
  let meeting: MeetingID
  let ballots: ElectionBallots
  /// When the vote was taken: from the minute of its revocation a proxy does not count.
  let time: TimeOfDay?
  /// Of the lot that decides between tied candidates; published before the vote.
  let seed: String?
  /// Whom the chair chose among tied candidates.
  let chosen: [MemberID]

  package init(_ input: ActInput) throws(Failure) {
    election = try input.id("election")
    meeting = try input.id("meeting")
    ballots = try ElectionBallots(input)
    time = try input.optional("time", ActInput.time)
    seed = try input.optional("seed", ActInput.seed)
    chosen = try input.ids("chosen")
  }

  package var proceeding: EntityKey? { EntityKey(election) }

  package func needs(under rules: Rules) -> [Need] {
    [
      .one(EntityKey(election)), .one(EntityKey(meeting)), .all(category: Member.category),
      .all(category: Board.category), .all(category: Proxy.category),
    ]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (found, opening) = try ElectionChecks.open(election, in: ledger, on: occasion)
    let (rule, ballot) = try ElectionChecks.rules(of: opening.body, under: rules)
    let chamber = try chamber(electing: opening.by, in: ledger, under: rules, on: occasion)
    let voting = try ElectionVoting(
      self, of: found, electing: rule, in: chamber, ledger, under: rules, on: occasion)
    let count = voting.count(under: ballot, breakingTiesWith: seed, or: chosen)
    try checkBreaking(count, under: ballot)
    let round = voting.round(count, under: ballot, self, on: occasion)
    var decision = Decision([
      PlannedEvent(ElectionEvent.counted(round), to: election, effective: occasion.day)
    ])
    chamber.decideQuorum(
      into: &decision, by: voting.proxies.givers(countedBy: chamber.body.proxies))
    decision.objections += voting.objections(under: ballot) + tieObjections(count, under: ballot)
    decision.derivations += voting.derivations(of: round, under: ballot)
    if let closing = voting.closing(after: round, under: ballot, on: occasion) {
      decision.events.append(
        PlannedEvent(ElectionEvent.closed(closing), to: election, effective: occasion.day))
    }
    return decision
  }

  /// The room of the body that elects.
  private func chamber(
    electing body: String, in ledger: Ledger, under rules: Rules, on occasion: Occasion
  ) throws(Refusal) -> Chamber {
    let chamber = try Chamber(meeting, in: ledger, under: rules, on: occasion)
    guard chamber.body.id == body else {
      throw Refusal(
        .electionElsewhere,
        [
          "election": .text(election.text), "body": .text(body), "other": .text(chamber.body.id),
        ], ways: [Note("vote-in-body", ["body": .text(body)])])
    }
    return chamber
  }

  // MARK: - Ties

  /// What was given to break a tie fits one that there is, in the way that the rule asks for.
  private func checkBreaking(_ count: RoundCount, under ballot: BallotRule) throws(Refusal) {
    guard seed != nil || !chosen.isEmpty else { return }
    let isFit = ballot.tie == .lot ? chosen.isEmpty : ballot.tie == .chairDecides && seed == nil
    guard isFit else {
      throw Refusal(
        .seatTieOtherwise,
        ["election": .text(election.text), "tie": .word("term.\(ballot.tie.rawValue)")],
        clause: ballot.clause, ways: [Note("leave-tie-break-out")])
    }
    guard !count.tied.isEmpty else {
      throw Refusal(
        .seatsWithoutTie, ["election": .text(election.text)],
        ways: [Note("leave-tie-break-out")])
    }
    let isWhole =
      chosen.isEmpty
      || chosen.count == count.brokenPlaces
        && chosen.allSatisfy { count.tied.contains($0) && count.plan.taken.contains($0) }
    guard isWhole else {
      throw Refusal(
        .choiceUnfit,
        [
          "election": .text(election.text), "tied": .list(count.tied.map(\.text)),
          "places": .int(max(count.brokenPlaces, count.openPlaces)),
        ],
        ways: [
          Note(
            "choose-among-tied",
            [
              "tied": .list(count.tied.map(\.text)),
              "places": .int(max(count.brokenPlaces, count.openPlaces)),
            ])
        ])
    }
  }

  /// What an open tie wants where the rule lets a lot or the chair decide.
  private func tieObjections(_ count: RoundCount, under ballot: BallotRule) -> [Refusal] {
    guard !count.openTie.isEmpty, [.lot, .chairDecides].contains(ballot.tie) else { return [] }
    let values: [String: Failure.Value] = [
      "tied": .list(count.openTie.map(\.text)), "places": .int(count.openPlaces),
    ]
    return [
      Refusal(
        .seatTieOpen, values, clause: ballot.clause,
        ways: [
          ballot.tie == .lot ? Note("draw-seats") : Note("choose-among-tied", values)
        ])
    ]
  }
}

extension RefusalCode {
  static let electionElsewhere = RefusalCode("election-elsewhere")
  static let seatTieOtherwise = RefusalCode("seat-tie-otherwise")
  static let seatsWithoutTie = RefusalCode("seats-without-tie")
  static let choiceUnfit = RefusalCode("choice-unfit")
  static let seatTieOpen = RefusalCode("seat-tie-open")
}
