import Plugins
import Values

/// What the rule on a matter makes of a ballot: the outcome, how it came about, and what stands against it.
struct Ruling {
  var isAdopted: Bool
  /// Of the majority, and of that of weights where the matter asks for one.
  var derivations: [Derivation] = []
  var objections: [Refusal] = []

  /// Judges a vote by the rule of its matter.
  ///
  /// Without a rule, which only a past can get past the objection, more votes for than against adopt.
  init(
    of matter: String, on voting: Voting, chairVote: Majority.ChairVote?
  ) throws(Refusal) {
    guard let rule = voting.rule else {
      self.init(withoutRule: voting.tally, in: voting.chamber)
      return
    }
    if let tally = voting.tally {
      try self.init(rule, tally, voting.shares, chairVote)
    } else {
      self.init(consensusUnder: rule, in: voting.chamber)
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
    let derivation = Derivation(
      rule.clause, "consensus",
      JSON.Fields([
        ("matter", .text(rule.matter)), ("method", .text(rule.method.rawValue)),
        ("entitled", chamber.electorate.map { .count($0.entitled.count) } ?? .null),
        ("present", chamber.present.map { .count($0.count) } ?? .null),
      ]), holds: isAllowed)
    derivations = [derivation]
    if !isAllowed {
      objections = [
        Refusal(
          .voteNeeded, ["matter": .text(rule.matter)], clause: rule.clause, derivation: derivation,
          ways: [Note("record-votes")])
      ]
    }
  }

  private init(
    _ rule: DecisionRule, _ tally: Tally, _ shares: ShareCount?, _ chairVote: Majority.ChairVote?
  ) throws(Refusal) {
    derivations = [
      rule.derivation(of: tally, chairVote: chairVote), shares.flatMap { rule.derivation(of: $0) },
    ].compactMap(\.self)
    guard let majority = rule.majority(of: tally, chairVote: chairVote) else {
      isAdopted = tally.inFavour > 0 && tally.against == 0
      objections = [
        Refusal(
          .consensusNeeded, ["matter": .text(rule.matter)], clause: rule.clause,
          ways: [Note("record-consensus")])
      ]
      return
    }
    let hasShares = shares.flatMap { rule.shareMajority(of: $0.tally) }?.holds != false
    isAdopted = majority.holds && hasShares
    if let objection = try Self.chairObjection(rule, tally, chairVote, hasShares) {
      objections = [objection]
    }
  }

  /// The chair decides ties and nothing else, where the rule lets it; and then it must.
  private static func chairObjection(
    _ rule: DecisionRule, _ tally: Tally, _ chairVote: Majority.ChairVote?, _ hasShares: Bool
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
    guard wouldHold, hasShares, rule.majority(of: tally)?.holds == false else { return nil }
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
