import Plugins
import Values

extension BallotRule {
  /// The number that the majority of a round is a fraction of.
  ///
  /// Where it is those present and nobody knows them, it is all members.
  func base(of numbers: BallotNumbers) -> Int {
    switch base {
    case .allMembers: numbers.entitled ?? 0
    case .present: numbers.present.map { $0 + numbers.proxied } ?? numbers.entitled ?? 0
    case .votesCast: numbers.valid + (abstentions == .counted ? numbers.abstaining : 0)
    }
  }

  /// The votes that elect in a round; nil where the most votes do.
  func needed(of base: Int, in round: Int) -> Int? {
    asksForMajority(in: round) ? threshold.needed(of: base) : nil
  }

  /// A round with everything that its outcome follows from, in the order in which it is computed.
  ///
  /// - Parameters:
  ///   - round: As it was counted.
  ///   - election: Before the round.
  ///   - candidates: Of the round, in the order in which they were named.
  /// - Returns: A derivation that holds where every seat was filled.
  func derivation(
    of round: ElectionRound, in election: Election, standing candidates: [MemberID]
  ) -> Derivation {
    let numbers = round.numbers
    var inputs = JSON.Fields([
      ("round", .count(round.number)), ("places", .count(round.places)),
      ("entitled", numbers.entitled.map { .count($0) } ?? .null),
      ("present", numbers.present.map { .count($0) } ?? .null),
      ("ballots", .count(numbers.ballots)), ("abstain", .count(numbers.abstaining)),
      ("invalid", .count(numbers.invalid)), ("valid", .count(numbers.valid)),
      ("abstentions", .text(abstentions.rawValue)), ("base_of", .text(base.rawValue)),
      ("base", .count(round.base)), ("mode", .text(round.needed == nil ? "relative" : "majority")),
      ("strictness", .text(threshold.strictness.rawValue)),
      ("threshold", .text(threshold.fraction.description)),
      ("needed", round.needed.map { .count($0) } ?? .null),
      ("candidates", .ids(candidates)),
      ("votes", .texts(round.results.map { "\($0.member.text)=\($0.votes)" })),
    ])
    if numbers.proxied > 0 { inputs["proxied"] = .count(numbers.proxied) }
    if !quotas.isEmpty {
      inputs["quotas"] = .texts(quotas.map(\.words))
      inputs["seated"] = .ids(election.seated)
      inputs["standing"] = .ids(election.standing)
    }
    add(round, to: &inputs)
    return Derivation(
      clause, "election-round", inputs, holds: round.elected.count == round.places)
  }

  /// What came of it, after what it follows from.
  private func add(_ round: ElectionRound, to inputs: inout JSON.Fields) {
    inputs["tie"] = .text(tie.rawValue)
    if !round.outcome.tied.isEmpty { inputs["tied"] = .ids(round.outcome.tied) }
    if let drawing = round.breaking.drawing {
      inputs["seed"] = .text(drawing.seed)
      inputs["lot_method"] = .text(drawing.method)
      inputs["tickets"] = .texts(drawing.tickets.map { "\($0.member.text)=\($0.digest)" })
    }
    if !round.breaking.chosen.isEmpty { inputs["chosen"] = .ids(round.breaking.chosen) }
    inputs["next_rule"] = .text(next.rawValue)
    inputs["filled"] = .count(round.elected.count)
    inputs["elected"] = .ids(round.elected)
    inputs["going"] = .count(round.next.count)
    inputs["next"] = .ids(round.next)
  }
}

extension SeatQuota {
  /// `north 1-2: FI SE`: the name, the fewest and the most seats, the members.
  var words: String {
    let most = maximum.map { String($0) } ?? "*"
    return "\(name) \(minimum)-\(most): \(members.joined(separator: " "))"
  }
}
