import Plugins
import Values

extension ElectionVoting {
  /// The number that the majority is a fraction of.
  func base(under ballot: BallotRule) -> Int { ballot.base(of: numbers) }

  /// What the rules make of the votes.
  ///
  /// - Parameters:
  ///   - ballot: How the body votes.
  ///   - seed: Of a lot among tied candidates; nil where none is drawn.
  ///   - chosen: Whom the chair chose among them.
  /// - Returns: The count; a tie that neither breaks stays open.
  func count(
    under ballot: BallotRule, breakingTiesWith seed: String?, or chosen: [MemberID]
  ) -> RoundCount {
    let lot = lot(seed)
    return RoundCount(
      results, needed: ballot.needed(of: base(under: ballot), in: number),
      filling: election.plan(under: ballot), under: ballot
    ) { tied in
      if let lot, ballot.tie == .lot {
        return CandidateDrawing(lot, among: tied).tickets.map(\.member)
      }
      let choice = chosen.filter { tied.contains($0) }
      return choice.isEmpty || ballot.tie != .chairDecides ? nil : choice
    }
  }

  /// One seed gives each round tickets of its own.
  private func lot(_ seed: String?) -> Lot? {
    seed.map { Lot(seed: $0, subject: "\(election.id.text)/\(number)") }
  }

  /// What the log keeps of the round.
  func round(
    _ count: RoundCount, under ballot: BallotRule, _ act: RecordElectionRound, on occasion: Occasion
  ) -> ElectionRound {
    let drawing = lot(act.seed).map { CandidateDrawing($0, among: count.tied) }
    let base = base(under: ballot)
    return ElectionRound(
      number: number, meeting: act.meeting, on: occasion.effective,
      body: election.opening?.facts.body ?? "", time: act.time, numbers: numbers,
      places: election.seatsLeft, base: base, needed: ballot.needed(of: base, in: number),
      results: results,
      names: ballots.marks.map { marks in
        Marks(
          member: marks.member, candidates: marks.candidates,
          by: proxies.holder(for: marks.member))
      }, outcome: count.outcome,
      breaking: SeatTieBreak(seed: act.seed, drawing: drawing, chosen: act.chosen))
  }

  /// How the round came to its outcome, with the proxies that counted.
  func derivations(of round: ElectionRound, under ballot: BallotRule) -> [Derivation] {
    [
      proxies.derivation(under: chamber.body.proxies),
      ballot.derivation(of: round, in: election, standing: candidates),
    ].compactMap(\.self)
  }

  /// The end of the election, where the round was the last one: no seats are left, nobody goes on, or the rules
  /// let no further round.
  func closing(
    after round: ElectionRound, under ballot: BallotRule, on occasion: Occasion
  ) -> ElectionClosing? {
    let elected = election.elected + round.elected
    let left = election.seatsLeft - round.elected.count - round.vacant
    let isLast = ballot.rounds.map { round.number >= $0 } ?? false
    guard left <= 0 || round.next.isEmpty || isLast else { return nil }
    let seats = election.opening?.facts.seats ?? elected.count
    return ElectionClosing(
      on: occasion.effective, elected: elected, vacant: max(0, seats - elected.count))
  }
}
