import Plugins
import Values

/// What the rule on a matter makes of a ballot: the outcome, how it came about, and what stands against it.
struct Ruling {
  var outcome: Deliberation.Outcome
  /// Of the majority, and of that of weights where the matter asks for one.
  var derivations: [Derivation] = []
  var objections: [Refusal] = []

  /// Judges a vote by the rule of its matter.
  ///
  /// Without a rule, which only a past can get past the objection, more votes for than against adopt.
  init(
    of matter: String, on voting: Voting, breaking tie: TieBreak
  ) throws(Refusal) {
    guard let rule = voting.rule else {
      self.init(withoutRule: voting.tally, in: voting.chamber)
      return
    }
    if let tally = voting.tally {
      try self.init(rule, tally, voting.shares, tie)
    } else {
      self.init(consensusUnder: rule, in: voting.chamber)
    }
  }

  private init(withoutRule tally: Tally?, in chamber: Chamber) {
    outcome = tally.map { $0.inFavour > $0.against } ?? true ? .adopted : .rejected
    objections = [
      Refusal(
        .bodyDecidesNothing, ["body": .text(chamber.body.id)],
        ways: [Note("defer-matter", ["meeting": .text(chamber.meeting.id.text)])])
    ]
  }

  private init(consensusUnder rule: DecisionRule, in chamber: Chamber) {
    outcome = .adopted
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
    _ rule: DecisionRule, _ tally: Tally, _ shares: ShareCount?, _ tie: TieBreak
  ) throws(Refusal) {
    derivations = [
      rule.derivation(of: tally, chairVote: tie.chairVote, drawn: tie.drawing?.drawn),
      shares.flatMap { rule.derivation(of: $0) },
    ].compactMap(\.self)
    guard let majority = rule.majority(of: tally, tieBreak: tie.side) else {
      outcome = tally.inFavour > 0 && tally.against == 0 ? .adopted : .rejected
      objections = [
        Refusal(
          .consensusNeeded, ["matter": .text(rule.matter)], clause: rule.clause,
          ways: [Note("record-consensus")])
      ]
      return
    }
    let hasShares = shares.flatMap { rule.shareMajority(of: $0.tally) }?.holds != false
    let goesOn = hasShares && tie.goesOn(tally, under: rule)
    outcome = majority.holds && hasShares ? .adopted : goesOn ? .tied : .rejected
    objections = try tie.objections(to: tally, under: rule, hasShares)
  }
}

extension RefusalCode {
  static let bodyDecidesNothing = RefusalCode("body-decides-nothing")
  static let voteNeeded = RefusalCode("vote-needed")
  static let consensusNeeded = RefusalCode("consensus-needed")
}
