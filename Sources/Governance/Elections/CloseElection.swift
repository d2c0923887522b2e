package import Plugins
package import Values

/// Ends an election without a further vote: those who stand are elected where no vote is held, or seats stay vacant.
package struct CloseElection: ActCommand {
  package static let kind = ActKind(
    "election", "close", fields: [.subject("election", .id("election"))])

  let election: ElectionID

  package init(_ input: ActInput) throws(Failure) { election = try input.id("election") }

  package var proceeding: EntityKey? { EntityKey(election) }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(election))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (found, opening) = try ElectionChecks.open(election, in: ledger, on: occasion)
    let (_, ballot) = try ElectionChecks.rules(of: opening.body, under: rules)
    let candidates = found.candidates(under: ballot)
    let contest = ballot.contest(among: candidates, for: found, voting: false)
    let unopposed =
      contest.isHeld ? [] : found.plan(under: ballot).filled(in: candidates).taken
    let closing = ElectionClosing(
      on: occasion.effective, elected: found.elected + unopposed,
      vacant: max(0, opening.seats - found.elected.count - unopposed.count), unopposed: unopposed)
    var decision = Decision([
      PlannedEvent(ElectionEvent.closed(closing), to: election, effective: occasion.day)
    ])
    if !candidates.isEmpty { decision.derivations = [contest.derivation] }
    if contest.isHeld {
      decision.objections = [
        Refusal(
          .electionUndecided,
          ["election": .text(election.text), "candidates": .list(candidates.map(\.text))],
          clause: ballot.clause, derivation: contest.derivation,
          ways: [Note("count-next-round", ["election": .text(election.text)])])
      ]
    }
    return decision
  }
}

extension BallotRule {
  /// Whether the candidates have to be voted on, with the numbers from which that follows.
  ///
  /// - Parameters:
  ///   - candidates: Of the next round.
  ///   - election: Whose seats are left.
  ///   - voting: Whether the act is a vote; the derivation holds where it is what the rule asks for.
  /// - Returns: No vote is held on nobody, nor, where the rule says so, on no more candidates than seats.
  func contest(
    among candidates: [MemberID], for election: Election, voting: Bool
  ) -> (isHeld: Bool, derivation: Derivation) {
    let places = election.seatsLeft
    let isHeld = !candidates.isEmpty && !(isContestedOnly && candidates.count <= places)
    return (
      isHeld,
      Derivation(
        clause, "election-contest",
        JSON.Fields([
          ("candidates", .ids(candidates)), ("places", .count(places)),
          ("contested", .bool(isContestedOnly)), ("held", .bool(isHeld)),
        ]), holds: isHeld == voting)
    )
  }
}

extension RefusalCode {
  static let electionUndecided = RefusalCode("election-undecided")
}
