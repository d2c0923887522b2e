import Governance
import Plugins
import TestKit
import Testing
import Values

/// The numbers of a vote when somebody stands aside, held to exact fractions and to their sum.
@Suite struct RecusedBaseTests {
  private static let fractions: [Fraction] = [(1, 2), (2, 3), (3, 5), (13, 20), (1, 1)]
    .compactMap { Fraction($0.0, $0.1) }

  private func rule(
    _ threshold: Threshold, _ base: DecisionRule.Base, _ recusal: VoteTerms.Recusal
  ) -> DecisionRule {
    DecisionRule(
      matter: "default", method: .vote, threshold: threshold, base: base, abstentions: .counted,
      tie: .rejected, terms: VoteTerms(recusal: recusal),
      clause: Clause(id: "d", source: .assumption))
  }

  /// Everybody entitled is one of six: for, against, abstaining, aside, in the room without a vote, absent.
  private func tally(_ random: inout Seeded) -> Tally {
    let counts = (0..<6).map { _ in Int.random(in: 0...9, using: &random) }
    return Tally(
      entitled: counts.reduce(0, +), present: counts.prefix(5).reduce(0, +), recused: counts[3],
      inFavour: counts[0], against: counts[1], abstaining: counts[2])
  }

  @Test(arguments: UInt64(1)...20)
  func `The base is what is left, and the majority what cross multiplication says`(
    _ seed: UInt64
  ) throws {
    var random = Seeded(seed: seed)
    for _ in 1...50 {
      let tally = tally(&random)
      let fraction = try #require(Self.fractions.randomElement(using: &random))
      for recusal in VoteTerms.Recusal.allCases {
        let aside = recusal == .stays ? 0 : tally.recused
        for base in DecisionRule.Base.allCases {
          let whole =
            switch base {
            case .allMembers: tally.entitled - aside
            case .present: (tally.present ?? 0) - aside
            case .votesCast: tally.inFavour + tally.against + tally.abstaining
            }
          let more = rule(Threshold(.moreThan, fraction), base, recusal).majority(of: tally)
          let least = rule(Threshold(.atLeast, fraction), base, recusal).majority(of: tally)
          let (left, right) = (fraction.denominator * tally.inFavour, fraction.numerator * whole)
          #expect(more?.base == whole && least?.base == whole)
          #expect(more?.holds == (left > right))
          #expect(least?.holds == (left >= right && tally.inFavour > 0))
        }
      }
    }
  }

  @Test(arguments: UInt64(31)...40)
  func `The six counts sum to those entitled`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 1...100 {
      let tally = tally(&random)
      let sum =
        tally.inFavour + tally.against + tally.abstaining + tally.recused
        + (tally.notVoting ?? -1) + (tally.absent ?? -1)
      #expect(sum == tally.entitled)
    }
  }

  @Test func `Nobody left in a base adopts nothing, and no base is less than none`() {
    for base in DecisionRule.Base.allCases {
      let rule = rule(Threshold(.atLeast, .half), base, .leavesBase)
      let majority = rule.majority(
        of: Tally(entitled: 0, present: 1, recused: 2, inFavour: 0, against: 0))
      #expect(majority?.base == 0 && majority?.needed == 1 && majority?.holds == false)
    }
  }

  @Test func `To stand aside is no abstention: it leaves a base that an abstention stays in`() {
    let rule = rule(Threshold(.moreThan, .half), .present, .leavesBase)
    let aside = Tally(entitled: 5, present: 5, recused: 2, inFavour: 2, against: 1)
    let abstaining = Tally(entitled: 5, present: 5, inFavour: 2, against: 1, abstaining: 2)
    #expect(rule.majority(of: aside)?.holds == true)
    #expect(rule.majority(of: abstaining)?.holds == false)
  }
}
