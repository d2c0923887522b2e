import Plugins
import Values

/// The votes of one round: who may vote, for whom, the numbers, and what stands against them.
struct ElectionVoting {
  let election: Election
  let chamber: Chamber
  let proxies: ProxiesInRoom
  let ballots: ElectionBallots
  /// Of the round, in the order in which they were named.
  let candidates: [MemberID]
  /// Most votes first.
  let results: [ElectionRound.Result]
  let numbers: BallotNumbers
  /// From 1.
  let number: Int
  private let votersObjections: [Refusal]

  /// - Throws: `nobody-stands`, `not-candidate` for a vote given to anybody else, `candidate-uncounted`,
  ///   `ballots-do-not-add-up`, and what any vote has against the voters.
  init(
    _ act: RecordElectionRound, of election: Election, electing rule: ElectionRule,
    in chamber: Chamber, _ ledger: Ledger, under rules: Rules, on occasion: Occasion
  ) throws(Refusal) {
    (self.election, self.chamber, ballots) = (election, chamber, act.ballots)
    number = election.rounds.count + 1
    candidates = rule.ballot.map { election.candidates(under: $0) } ?? election.standing
    try Self.check(act.ballots, among: candidates, in: election)
    results = try Self.results(act.ballots, for: candidates)
    proxies = try chamber.proxies(
      on: rule.matter ?? ElectionRule.usualMatter, at: LocalMoment(occasion.day, act.time),
      without: [], in: ledger)
    let count = VoteCount(
      chamber: chamber, ledger: ledger, rules: rules, day: occasion.day, proxies: proxies)
    let ballot = act.ballots.ballot
    votersObjections = try count.tally(of: ballot, without: Recusals([], in: ballot)).objections
    let counts = act.ballots.counts
    numbers = BallotNumbers(
      entitled: chamber.electorate?.entitled.count, present: chamber.present?.count,
      proxied: proxies.counted.count, ballots: counts.ballots, abstaining: counts.abstaining,
      invalid: counts.invalid, marks: results.reduce(0) { $0 + $1.votes })
    try checkNumbers()
  }

  // MARK: - Checks

  private static func check(
    _ ballots: ElectionBallots, among candidates: [MemberID], in election: Election
  ) throws(Refusal) {
    let id = election.id.text
    guard !candidates.isEmpty else {
      throw Refusal(
        .nobodyStands, ["election": .text(id)],
        ways: [
          Note("nominate-first", ["election": .text(id), "member": .text("CODE")]),
          Note("close-election", ["election": .text(id)]),
        ])
    }
    guard let stranger = ballots.named.first(where: { !candidates.contains($0) }) else { return }
    throw Refusal(
      .notCandidate,
      [
        "member": .text(stranger.text), "election": .text(id),
        "candidates": .list(candidates.map(\.text)),
      ],
      ways: [
        Note("count-as-invalid", ["member": .text(stranger.text)]),
        Note("explain-it", ["id": .text(id)]),
      ])
  }

  /// - Throws: `candidate-uncounted` for a candidate of whom nothing was said.
  private static func results(
    _ ballots: ElectionBallots, for candidates: [MemberID]
  ) throws(Refusal) -> [ElectionRound.Result] {
    var results: [ElectionRound.Result] = []
    for (member, votes) in ballots.votes(for: candidates) {
      guard let votes else {
        throw Refusal(
          .candidateUncounted, ["member": .text(member.text)],
          ways: [Note("give-count", ["member": .text(member.text)])])
      }
      results.append(ElectionRound.Result(member, votes: votes))
    }
    return results.enumerated().sorted { left, right in
      (-left.element.votes, left.offset) < (-right.element.votes, right.offset)
    }.map(\.element)
  }

  /// No candidate has more votes than there are ballots that name somebody, and each of these names one or more.
  private func checkNumbers() throws(Refusal) {
    let most = results.first?.votes ?? 0
    guard numbers.valid < 0 || most > numbers.valid || numbers.marks < numbers.valid else { return }
    throw Refusal(
      .ballotsDoNotAddUp,
      [
        "ballots": .int(numbers.ballots), "abstain": .int(numbers.abstaining),
        "invalid": .int(numbers.invalid), "valid": .int(max(0, numbers.valid)),
        "marks": .int(numbers.marks), "most": .int(most),
      ], ways: [Note("count-ballots-again")])
  }

  // MARK: - What stands against the vote

  func objections(under ballot: BallotRule) -> [Refusal] {
    votersObjections
      + [uncontested(ballot), tooManyMarks(ballot), unopen(ballot)].compactMap(\.self)
  }

  private func uncontested(_ ballot: BallotRule) -> Refusal? {
    let contest = ballot.contest(among: candidates, for: election, voting: true)
    guard !contest.isHeld else { return nil }
    return Refusal(
      .electionUncontested,
      [
        "election": .text(election.id.text), "candidates": .list(candidates.map(\.text)),
        "places": .int(election.seatsLeft),
      ], clause: ballot.clause, derivation: contest.derivation,
      ways: [Note("close-election", ["election": .text(election.id.text)])])
  }

  private func tooManyMarks(_ ballot: BallotRule) -> Refusal? {
    let most = ballot.marks(for: election.seatsLeft)
    let (room, isTooMuch) = most.multipliedReportingOverflow(by: numbers.valid)
    let isOver = !isTooMuch && numbers.marks > room
    guard isOver || ballots.marks.contains(where: { $0.candidates.count > most }) else {
      return nil
    }
    return Refusal(
      .tooManyMarks,
      ["marks": .int(numbers.marks), "valid": .int(numbers.valid), "most": .int(most)],
      clause: ballot.clause, ways: [Note("count-over-marked", ["most": .int(most)])])
  }

  private func unopen(_ ballot: BallotRule) -> Refusal? {
    guard !ballots.marks.isEmpty, !ballot.isOpen else { return nil }
    return Refusal(
      .namesNotOpen, ["election": .text(election.id.text)], clause: ballot.clause,
      ways: [Note("count-votes")])
  }
}

extension ElectionRule {
  /// The kind of matter that an election is, where the rules do not say.
  static let usualMatter = "election"
}

extension RefusalCode {
  static let nobodyStands = RefusalCode("nobody-stands")
  static let notCandidate = RefusalCode("not-candidate")
  static let candidateUncounted = RefusalCode("candidate-uncounted", exit: .badData)
  static let ballotsDoNotAddUp = RefusalCode("ballots-do-not-add-up")
  static let electionUncontested = RefusalCode("election-uncontested")
  static let tooManyMarks = RefusalCode("too-many-marks")
  static let namesNotOpen = RefusalCode("names-not-open")
}
