import Plugins
import Values

/// What was given to decide a tie, and what the rule has to say of it.
struct TieBreak {
  let chairVote: Majority.ChairVote?
  let drawing: Resolution.Drawing?
  /// Whether the vote is a second round already, after which a tie adopts nothing.
  let isSecondRound: Bool

  /// For or against, by the chair or by lot; nil where nothing was given.
  var side: Majority.ChairVote? { chairVote ?? drawing?.drawn }

  /// Whether a tie goes to a second round.
  func goesOn(_ tally: Tally, under rule: DecisionRule) -> Bool {
    rule.tie == .secondRound && tally.isTie && !isSecondRound
      && rule.majority(of: tally)?.holds == false
  }

  /// What stands against a tie that was decided in another way than the rule's, or not at all.
  ///
  /// Without enough weights no tie is worth deciding. Throws `chair-vote-without-tie`, `lot-without-tie`, or
  /// `lot-not-provided`, which no rule can mend.
  func objections(
    to tally: Tally, under rule: DecisionRule, _ hasShares: Bool
  ) throws(Refusal) -> [Refusal] {
    try checkTie(tally)
    if drawing != nil, rule.tie != .lot {
      throw Refusal(
        .lotNotProvided, ["matter": .text(rule.matter)], clause: rule.clause,
        ways: [Note("leave-seed-out")])
    }
    if chairVote != nil {
      guard rule.tie != .chairDecides else { return [] }
      return [
        Refusal(
          .chairMayNotDecide, ["matter": .text(rule.matter)], clause: rule.clause,
          ways: [Note("leave-chair-vote-out")])
      ]
    }
    let wouldHold = rule.majority(of: tally, tieBreak: .for)?.holds == true
    let isOpen = wouldHold && hasShares && rule.majority(of: tally)?.holds == false
    guard isOpen, drawing == nil else { return [] }
    return Self.missing(tally, under: rule).map { [$0] } ?? []
  }

  private func checkTie(_ tally: Tally) throws(Refusal) {
    guard !tally.isTie, chairVote != nil || drawing != nil else { return }
    let isChair = chairVote != nil
    throw Refusal(
      isChair ? .chairVoteWithoutTie : .lotWithoutTie,
      ["for": .int(tally.inFavour), "against": .int(tally.against)],
      ways: [Note(isChair ? "leave-chair-vote-out" : "leave-seed-out")])
  }

  /// What a tie wants that one vote more would decide.
  private static func missing(_ tally: Tally, under rule: DecisionRule) -> Refusal? {
    let values: [String: Failure.Value] = [
      "for": .int(tally.inFavour), "against": .int(tally.against),
    ]
    return switch rule.tie {
    case .rejected, .secondRound: nil
    case .chairDecides:
      Refusal(.chairVoteMissing, values, clause: rule.clause, ways: [Note("give-chair-vote")])
    case .lot: Refusal(.lotMissing, values, clause: rule.clause, ways: [Note("draw-lot")])
    }
  }
}

extension RefusalCode {
  static let chairVoteWithoutTie = RefusalCode("chair-vote-without-tie")
  static let chairMayNotDecide = RefusalCode("chair-may-not-decide")
  static let chairVoteMissing = RefusalCode("chair-vote-missing")
  static let lotWithoutTie = RefusalCode("lot-without-tie")
  static let lotNotProvided = RefusalCode("lot-not-provided")
  static let lotMissing = RefusalCode("lot-missing")
}
