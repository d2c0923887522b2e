import Governance
import Plugins
import TestKit
import Testing
import Values

/// Sums of weights, held to exact fractions by chance.
@Suite struct ShareLawTests {
  private static let codes = ["AT", "BE", "BG", "CZ", "DE", "DK", "EE", "ES", "FI", "FR"]

  private func rule(
    _ threshold: Threshold, _ base: DecisionRule.Base, _ abstentions: DecisionRule.Abstentions,
    _ recusal: VoteTerms.Recusal
  ) -> DecisionRule {
    let clause = Clause(id: "d", source: .assumption)
    return DecisionRule(
      matter: "default", method: .vote, threshold: Threshold(.moreThan, .half), base: .votesCast,
      abstentions: abstentions, tie: .rejected,
      terms: VoteTerms(
        recusal: recusal, shares: ShareRule(threshold: threshold, base: base, clause: clause)),
      clause: clause)
  }

  @Test(arguments: UInt64(1)...15)
  func `A majority of shares is what cross multiplication of the weights says`(
    _ seed: UInt64
  ) throws {
    var random = Seeded(seed: seed)
    let ids = try Self.codes.map { try #require(MemberID($0)) }
    for _ in 1...40 {
      let most = [3, 1_000, WeightRule.greatest].randomElement(using: &random) ?? 3
      let weights = Dictionary(
        uniqueKeysWithValues: ids.map { ($0, Int.random(in: 0...most, using: &random)) })
      let votes = ids.compactMap { id in
        Resolution.Vote.allCases.randomElement(using: &random).map {
          Resolution.Cast(member: id, vote: $0)
        }
      }
      let names = votes.filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
      let aside = names.filter { $0.vote == .recused }.map(\.member)
      let present = Set(names.map(\.member))
      let count = ShareCount(
        names, aside: aside, of: Electorate(ids), present: present, proxied: []
      ) { weights[$0] }
      func sum(_ members: [MemberID]) -> Int { members.reduce(0) { $0 + (weights[$1] ?? 0) } }
      func sum(_ vote: Resolution.Vote) -> Int {
        sum(names.filter { $0.vote == vote }.map(\.member))
      }
      let fraction = try #require(
        [(1, 2), (13, 20), (2, 3), (999, 1_000)].compactMap { Fraction($0.0, $0.1) }
          .randomElement(using: &random))
      for recusal in [VoteTerms.Recusal.stays, .leavesBase] {
        let out = recusal == .stays ? 0 : sum(aside)
        let wholes = [sum(ids) - out, sum(Array(present)) - out, sum(.for) + sum(.against)]
        for (base, whole) in zip(DecisionRule.Base.allCases, wholes) {
          let majority = rule(Threshold(.atLeast, fraction), base, .ignored, recusal)
            .shareMajority(of: count.tally)
          let holds =
            fraction.denominator * sum(.for) >= fraction.numerator * whole && sum(.for) > 0
          #expect(majority?.base == whole && majority?.holds == holds)
        }
      }
    }
  }

  @Test func `The greatest weights of very many members are summed without harm`() throws {
    let ids = (0..<5_000).compactMap { MemberID("M\($0)") }
    let count = ShareCount(
      ids.map { Resolution.Cast(member: $0, vote: .for) }, aside: [], of: Electorate(ids),
      present: nil, proxied: []
    ) { _ in WeightRule.greatest }
    let rule = rule(
      Threshold(.moreThan, try #require(Fraction(999, 1_000))), .allMembers, .counted, .stays)
    let majority = rule.shareMajority(of: count.tally)
    #expect(count.tally.inFavour == 500_000_000_000)
    #expect(majority?.needed == 499_500_000_001 && majority?.holds == true)
  }

  @Test func `A rule that asks for no shares has no majority of them`() {
    var plain = rule(Threshold(.moreThan, .half), .present, .counted, .stays)
    plain.terms.shares = nil
    #expect(plain.shareMajority(of: Tally(entitled: 1, present: 1, inFavour: 1, against: 0)) == nil)
  }

  @Test func `A member without a weight counts as nothing and is named`() throws {
    let ids = try ["AT", "BE"].map { try #require(MemberID($0)) }
    let count = ShareCount(
      ids.map { Resolution.Cast(member: $0, vote: .for) }, aside: [], of: Electorate(ids),
      present: Set(ids), proxied: []
    ) { $0.text == "AT" ? 4 : nil }
    #expect(count.unweighed == [ids[1]] && count.tally.inFavour == 4)
    #expect(count.weights.map(\.weight) == [4, 0])
  }
}
