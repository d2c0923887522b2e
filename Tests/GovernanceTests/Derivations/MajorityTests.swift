import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct MajorityTests {
  private func rule(
    _ threshold: Threshold, of base: DecisionRule.Base = .allMembers,
    abstentions: DecisionRule.Abstentions = .counted, tie: DecisionRule.Tie = .rejected
  ) -> DecisionRule {
    DecisionRule(
      matter: "default", method: .consensusFirst, threshold: threshold, base: base,
      abstentions: abstentions, tie: tie, clause: Clause(id: "d", source: .assumption))
  }

  private func holds(_ rule: DecisionRule, _ tally: Tally) -> Bool {
    rule.majority(of: tally)?.holds == true
  }

  /// Independent arithmetic: k of n is more than a/b when b·k > a·n.
  @Test(arguments: [(1, 2), (2, 3), (3, 4), (3, 5), (4, 5)])
  func `For every number to 200 the majority is what cross multiplication says`(
    _ parts: (Int, Int)
  ) throws {
    let fraction = try #require(Fraction(parts.0, parts.1))
    let more = rule(Threshold(.moreThan, fraction))
    let least = rule(Threshold(.atLeast, fraction))
    for total in 1...200 {
      for inFavour in 0...total {
        let tally = Tally(
          entitled: total, present: total, inFavour: inFavour, against: total - inFavour)
        #expect(holds(more, tally) == (parts.1 * inFavour > parts.0 * total))
        #expect(holds(least, tally) == (parts.1 * inFavour >= parts.0 * total))
      }
    }
  }

  @Test func `Thirteen of twenty-five are more than half, twelve are not`() {
    let rule = rule(Threshold(.moreThan, .half))
    #expect(holds(rule, Tally(entitled: 25, present: 20, inFavour: 13, against: 7)))
    #expect(!holds(rule, Tally(entitled: 25, present: 20, inFavour: 12, against: 0)))
  }

  @Test(arguments: DecisionRule.Base.allCases, DecisionRule.Abstentions.allCases)
  func `With no vote for and none against nothing is adopted`(
    _ base: DecisionRule.Base, _ abstentions: DecisionRule.Abstentions
  ) throws {
    for strictness in [Threshold.Strictness.moreThan, .atLeast] {
      for fraction in [try #require(Fraction(0, 1)), .half, try #require(Fraction(1, 1))] {
        let rule = rule(
          Threshold(strictness, fraction), of: base, abstentions: abstentions, tie: .chairDecides)
        for abstaining in [0, 5] {
          let tally = Tally(
            entitled: 0, present: 0, inFavour: 0, against: 0, abstaining: abstaining)
          #expect(rule.majority(of: tally, tieBreak: .for)?.holds == false)
        }
      }
    }
  }

  @Test(arguments: [
    (DecisionRule.Base.allMembers, DecisionRule.Abstentions.counted, 25, 13),
    (.allMembers, .ignored, 25, 13), (.present, .counted, 20, 11), (.present, .ignored, 20, 11),
    (.votesCast, .counted, 17, 9), (.votesCast, .ignored, 12, 7),
  ])
  func `The base is the number that the rule names`(
    _ row: (
      base: DecisionRule.Base, abstentions: DecisionRule.Abstentions, number: Int, needed: Int
    )
  ) {
    let rule = rule(Threshold(.moreThan, .half), of: row.base, abstentions: row.abstentions)
    let tally = Tally(
      entitled: 25, present: 20, represented: 2, recused: 1, inFavour: 8, against: 4, abstaining: 5)
    let majority = rule.majority(of: tally)
    #expect(majority?.base == row.number)
    #expect(majority?.needed == row.needed)
    #expect(majority?.valid == (row.abstentions == .counted ? 17 : 12))
  }

  @Test func `The chair's vote breaks a tie where the rule lets it`() {
    let tally = Tally(entitled: 25, present: 20, inFavour: 6, against: 6)
    let letting = rule(Threshold(.moreThan, .half), of: .votesCast, tie: .chairDecides)
    #expect(letting.majority(of: tally, tieBreak: .for)?.holds == true)
    #expect(letting.majority(of: tally, tieBreak: .for)?.inFavour == 7)
    #expect(letting.majority(of: tally, tieBreak: .against)?.holds == false)
    #expect(letting.majority(of: tally)?.holds == false)
    let strict = rule(Threshold(.moreThan, .half), of: .votesCast)
    #expect(strict.majority(of: tally, tieBreak: .for)?.holds == false)
  }

  @Test func `A tie has votes on both sides, one each is enough`() {
    #expect(Tally(entitled: 3, present: 3, inFavour: 1, against: 1).isTie)
    #expect(!Tally(entitled: 3, present: 3, inFavour: 0, against: 0).isTie)
    #expect(!Tally(entitled: 3, present: 3, inFavour: 2, against: 1).isTie)
  }

  @Test func `Who is not counted as absent, recused or abstaining is none of these`() {
    let plain = Tally(entitled: 3, present: 3, inFavour: 2, against: 1)
    #expect([plain.represented, plain.recused, plain.abstaining] == [0, 0, 0])
    #expect(plain.cast == 3)
  }

  @Test func `The chair's vote does not stand in for absent members`() {
    let all = rule(Threshold(.moreThan, .half), tie: .chairDecides)
    let absent = Tally(entitled: 25, present: 20, inFavour: 6, against: 6)
    #expect(all.majority(of: absent, tieBreak: .for)?.holds == false)
    let close = Tally(entitled: 25, present: 24, inFavour: 12, against: 12)
    #expect(all.majority(of: close, tieBreak: .for)?.holds == true)
  }

  @Test func `Without a tie the chair's vote changes nothing`() {
    let rule = rule(Threshold(.moreThan, .half), of: .votesCast, tie: .chairDecides)
    let lost = Tally(entitled: 25, present: 20, inFavour: 5, against: 6)
    #expect(rule.majority(of: lost, tieBreak: .for) == rule.majority(of: lost))
  }

  @Test func `Consensus alone has no majority`() {
    let rule = DecisionRule(
      matter: "admission", method: .consensus, threshold: nil, base: .allMembers,
      abstentions: .ignored, tie: .rejected, clause: Clause(id: "d", source: .assumption))
    let tally = Tally(entitled: 3, present: 3, inFavour: 3, against: 0)
    #expect(rule.majority(of: tally) == nil)
    #expect(rule.derivation(of: tally, chairVote: nil) == nil)
  }

  @Test func `The derivation has every number of the vote`() {
    let tally = Tally(
      entitled: 25, present: 20, represented: 2, recused: 1, inFavour: 9, against: 9, abstaining: 1)
    let derivation = rule(Threshold(.atLeast, .twoThirds), of: .present, tie: .chairDecides)
      .derivation(of: tally, chairVote: .for)
    #expect(derivation?.question == "majority")
    #expect(derivation?.holds == false)
    #expect(
      derivation.map { JSON.object($0.inputs) } == [
        "matter": "default", "entitled": 25, "present": 20, "represented": 2, "recused": 1,
        "for": 9, "against": 9, "abstain": 1, "cast": 19, "abstentions": "counted", "valid": 19,
        "base_of": "present", "base": 20, "strictness": "at_least", "threshold": "2/3",
        "needed": 14, "tie": "chair_decides", "chair_vote": "for",
      ])
  }

  @Test func `A quorum counts those entitled and nobody else`() throws {
    let ids = try ["AT", "BE", "BG", "CZ"].map { try #require(MemberID($0)) }
    let rule = QuorumRule(
      .share(Threshold(.moreThan, .half)), clause: Clause(id: "q", source: .assumption))
    let present = Set(ids.prefix(2) + [try #require(MemberID("NO"))])
    let count = rule.count(of: Electorate(ids), present: present)
    #expect(count == QuorumCount(needed: 3, found: 2, base: 4))
    #expect(!count.holds)
    #expect(count.missing == 1)
    let derivation = rule.derivation(of: Electorate(ids.reversed()), present: present)
    #expect(
      JSON.object(derivation.inputs) == [
        "strictness": "more_than", "threshold": "1/2", "base": 4, "needed": 3, "found": 2,
        "entitled_members": ["AT", "BE", "BG", "CZ"], "present_members": ["AT", "BE"],
      ])
    #expect(!derivation.holds)
    #expect(rule.count(of: Electorate(ids), present: Set(ids)).missing == 0)
  }
}
