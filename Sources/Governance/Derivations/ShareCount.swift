package import Plugins
import Values

/// The weights of a vote by names, summed as the votes themselves are.
package struct ShareCount: Sendable {
  /// A tally in which each member counts as much as its vote weighs.
  package let tally: Tally
  /// What each member of the electorate weighs, in the order of their ids.
  package let weights: [(member: MemberID, weight: Int)]
  /// Members to which the rules give no weight; they are counted as nothing.
  package let unweighed: [MemberID]

  /// Sums the weights of a vote.
  ///
  /// - Parameters:
  ///   - names: Each member once; only those of the electorate are counted.
  ///   - aside: Those who stand aside.
  ///   - electorate: Who is entitled to vote.
  ///   - present: The delegations in the room; nil where a past does not say.
  ///   - proxied: Members for which a delegation in the room may vote.
  ///   - weight: What a member weighs; nil where the rules do not say.
  package init(
    _ names: [Resolution.Cast], aside: [MemberID], of electorate: Electorate,
    present: Set<MemberID>?, proxied: [MemberID], weight: (MemberID) -> Int?
  ) {
    weights = electorate.entitled.map { ($0, weight($0) ?? 0) }
    unweighed = electorate.entitled.filter { weight($0) == nil }
    let table = Dictionary(weights.map { ($0.member, $0.weight) }) { first, _ in first }
    func sum(_ members: some Sequence<MemberID>) -> Int {
      members.reduce(0) { $0 + (table[$1] ?? 0) }
    }
    func sum(_ vote: Resolution.Vote) -> Int {
      sum(names.filter { $0.vote == vote }.map(\.member))
    }
    tally = Tally(
      entitled: sum(electorate.entitled), present: present.map { sum($0) },
      proxied: sum(proxied), recused: sum(aside), inFavour: sum(.for), against: sum(.against),
      abstaining: sum(.abstain))
  }

  /// `DE=186`, for anybody to sum again.
  var words: [String] { weights.map { "\($0.member.text)=\($0.weight)" } }
}

extension DecisionRule {
  /// The majority of weights; nil where the rule asks for none.
  ///
  /// By the same arithmetic as that of members; nothing breaks a tie of weights.
  package func shareMajority(of shares: Tally) -> Majority? {
    terms.shares.map { rule in
      Majority(
        shares, threshold: rule.threshold, base: rule.base, abstentions: abstentions,
        recusal: terms.recusal)
    }
  }

  /// The majority of weights with every number that its result follows from.
  func derivation(of shares: ShareCount) -> Derivation? {
    guard let rule = terms.shares, let majority = shareMajority(of: shares.tally) else {
      return nil
    }
    let tally = shares.tally
    return Derivation(
      rule.clause, "shares",
      JSON.Fields([
        ("matter", .text(matter)), ("entitled", .count(tally.entitled)),
        ("present", tally.present.map { .count($0) } ?? .null),
        ("proxied", .count(tally.proxied)), ("recused", .count(tally.recused)),
        ("for", .count(tally.inFavour)), ("against", .count(tally.against)),
        ("abstain", .count(tally.abstaining)), ("cast", .count(tally.cast)),
        ("valid", .count(majority.valid)), ("base_of", .text(rule.base.rawValue)),
        ("base", .count(majority.base)),
        ("strictness", .text(rule.threshold.strictness.rawValue)),
        ("threshold", .text(rule.threshold.fraction.description)),
        ("needed", .count(majority.needed)), ("weights", .texts(shares.words)),
      ]), holds: majority.holds)
  }
}
