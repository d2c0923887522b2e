package import Plugins
import Values

/// What a majority rule makes of a tally: the least number of votes in favour, and whether it is there.
package struct Majority: Hashable, Sendable {
  package enum ChairVote: String, CaseIterable, Sendable {
    case `for`, against
  }

  /// The number that the threshold is a fraction of.
  package let base: Int
  /// The least number of votes in favour; never less than 1, so that nobody's vote decides nothing.
  package let needed: Int
  /// The votes that the rule counts: those cast, without abstentions where it ignores them.
  package let valid: Int
  /// Votes in favour, with the chair's second one when it broke a tie.
  package let inFavour: Int
  package let holds: Bool

  /// Decides a vote; with no vote in favour it never holds, whatever the threshold.
  ///
  /// In a tie the chair's vote or the lot, where the rule lets it decide, is one vote more on its side; the base
  /// stays, so that it cannot stand in for a majority of all members that is not there.
  /// Where the base is those present and nobody knows them, it is all members. Those who stand aside leave
  /// either where the rule lets them; a base is never less than 0.
  package init(
    _ tally: Tally, threshold: Threshold, base: DecisionRule.Base,
    abstentions: DecisionRule.Abstentions, recusal: VoteTerms.Recusal = .stays,
    tieBreak: ChairVote? = nil
  ) {
    valid = abstentions == .counted ? tally.cast : tally.inFavour + tally.against
    let aside = recusal == .stays ? 0 : tally.recused
    switch base {
    case .allMembers: self.base = max(0, tally.entitled - aside)
    case .present:
      self.base = max(0, (tally.present.map { $0 + tally.proxied } ?? tally.entitled) - aside)
    case .votesCast: self.base = valid
    }
    needed = threshold.needed(of: self.base)
    let breaksTie = tally.isTie && tieBreak == .for
    inFavour = tally.inFavour + (breaksTie ? 1 : 0)
    holds = inFavour >= needed
  }
}

extension DecisionRule {
  /// The majority of a vote; nil where consensus is the only method.
  ///
  /// A tie is broken by the chair's vote or by a lot, as the rule says, and by nothing in any other case.
  package func majority(of tally: Tally, tieBreak: Majority.ChairVote? = nil) -> Majority? {
    threshold.map { threshold in
      Majority(
        tally, threshold: threshold, base: base, abstentions: abstentions, recusal: terms.recusal,
        tieBreak: tie == .chairDecides || tie == .lot ? tieBreak : nil)
    }
  }

  /// The vote with every number that its result follows from, in the order in which it is computed.
  package func derivation(
    of tally: Tally, chairVote: Majority.ChairVote?, drawn: Majority.ChairVote? = nil
  ) -> Derivation? {
    guard let threshold, let majority = majority(of: tally, tieBreak: chairVote ?? drawn) else {
      return nil
    }
    var inputs = JSON.Fields([
      ("matter", .text(matter)), ("entitled", .count(tally.entitled)),
      ("present", tally.present.map { .count($0) } ?? .null),
      ("represented", .count(tally.represented)), ("recused", .count(tally.recused)),
      ("for", .count(tally.inFavour)), ("against", .count(tally.against)),
      ("abstain", .count(tally.abstaining)), ("cast", .count(tally.cast)),
      ("abstentions", .text(abstentions.rawValue)), ("valid", .count(majority.valid)),
      ("base_of", .text(base.rawValue)), ("base", .count(majority.base)),
      ("strictness", .text(threshold.strictness.rawValue)),
      ("threshold", .text(threshold.fraction.description)), ("needed", .count(majority.needed)),
      ("tie", .text(tie.rawValue)),
    ])
    if tally.proxied > 0 { inputs["proxied"] = .count(tally.proxied) }
    if terms.recusal != .stays { inputs["recusal"] = .text(terms.recusal.rawValue) }
    inputs["drawn"] = drawn.map { .text($0.rawValue) }
    inputs["chair_vote"] = chairVote.map { .text($0.rawValue) }
    return Derivation(clause, "majority", inputs, holds: majority.holds)
  }
}
