import Plugins
import Values

/// What the rule on a matter makes of a ballot: the outcome, how it came about, and what stands against it.
struct Ruling {
  var isAdopted: Bool
  var derivation: Derivation?
  var objections: [Refusal] = []

  /// Judges a ballot by the rule of its matter; the tally is nil for a consensus.
  ///
  /// Without a rule, which only a past can get past the objection, more votes for than against adopt.
  init(
    of matter: String, in chamber: Chamber, tally: Tally?, chairVote: Majority.ChairVote?
  ) throws(Refusal) {
    guard let rule = chamber.body.decision(on: matter) else {
      self.init(withoutRule: tally, in: chamber)
      return
    }
    if let tally {
      try self.init(rule, tally, chairVote)
    } else {
      self.init(consensusUnder: rule, in: chamber)
    }
  }

  private init(withoutRule tally: Tally?, in chamber: Chamber) {
    isAdopted = tally.map { $0.inFavour > $0.against } ?? true
    objections = [
      Refusal(
        .bodyDecidesNothing, ["body": .text(chamber.body.id)],
        ways: [Note("defer-matter", ["meeting": .text(chamber.meeting.id.text)])])
    ]
  }

  private init(consensusUnder rule: DecisionRule, in chamber: Chamber) {
    isAdopted = true
    let isAllowed = rule.method != .vote
    derivation = Derivation(
      rule.clause, "consensus",
      JSON.Fields([
        ("matter", .text(rule.matter)), ("method", .text(rule.method.rawValue)),
        ("entitled", chamber.electorate.map { .count($0.entitled.count) } ?? .null),
        ("present", chamber.present.map { .count($0.count) } ?? .null),
      ]), holds: isAllowed)
    if !isAllowed {
      objections = [
        Refusal(
          .voteNeeded, ["matter": .text(rule.matter)], clause: rule.clause, derivation: derivation,
          ways: [Note("record-votes")])
      ]
    }
  }

  private init(
    _ rule: DecisionRule, _ tally: Tally, _ chairVote: Majority.ChairVote?
  ) throws(Refusal) {
    derivation = rule.derivation(of: tally, chairVote: chairVote)
    guard let majority = rule.majority(of: tally, chairVote: chairVote) else {
      isAdopted = tally.inFavour > 0 && tally.against == 0
      objections = [
        Refusal(
          .consensusNeeded, ["matter": .text(rule.matter)], clause: rule.clause,
          ways: [Note("record-consensus")])
      ]
      return
    }
    isAdopted = majority.holds
    if let objection = try Self.chairObjection(rule, tally, chairVote) {
      objections = [objection]
    }
  }

  /// The chair decides ties and nothing else, where the rule lets it; and then it must.
  private static func chairObjection(
    _ rule: DecisionRule, _ tally: Tally, _ chairVote: Majority.ChairVote?
  ) throws(Refusal) -> Refusal? {
    guard chairVote == nil else {
      guard tally.isTie else {
        throw Refusal(
          .chairVoteWithoutTie,
          ["for": .int(tally.inFavour), "against": .int(tally.against)],
          ways: [Note("leave-chair-vote-out")])
      }
      guard rule.tie == .rejected else { return nil }
      return Refusal(
        .chairMayNotDecide, ["matter": .text(rule.matter)], clause: rule.clause,
        ways: [Note("leave-chair-vote-out")])
    }
    let wouldHold = rule.majority(of: tally, chairVote: .for)?.holds == true
    guard wouldHold, rule.majority(of: tally)?.holds == false else { return nil }
    return Refusal(
      .chairVoteMissing, ["for": .int(tally.inFavour), "against": .int(tally.against)],
      clause: rule.clause, ways: [Note("give-chair-vote")])
  }
}

extension RefusalCode {
  static let bodyDecidesNothing = RefusalCode("body-decides-nothing")
  static let voteNeeded = RefusalCode("vote-needed")
  static let consensusNeeded = RefusalCode("consensus-needed")
  static let chairVoteWithoutTie = RefusalCode("chair-vote-without-tie")
  static let chairMayNotDecide = RefusalCode("chair-may-not-decide")
  static let chairVoteMissing = RefusalCode("chair-vote-missing")
}
