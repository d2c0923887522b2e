import Governance
import Plugins
import TestKit
import Testing
import Values

/// Votes of public life under rules of five kinds, with the result that each documents.
@Suite struct VoteVectorsTests {
  /// `more than half of votes cast` and so on, as five columns of each row.
  private static func rules() throws -> [DecisionRule] {
    func rule(
      _ strictness: Threshold.Strictness, _ above: Int, _ below: Int, _ base: DecisionRule.Base,
      _ abstentions: DecisionRule.Abstentions
    ) throws -> DecisionRule {
      DecisionRule(
        matter: "default", method: .vote,
        threshold: Threshold(strictness, try #require(Fraction(above, below))), base: base,
        abstentions: abstentions, tie: .rejected, clause: Clause(id: "d", source: .assumption))
    }
    return [
      try rule(.moreThan, 1, 2, .votesCast, .ignored),
      try rule(.moreThan, 1, 2, .votesCast, .counted),
      try rule(.atLeast, 2, 3, .votesCast, .ignored), try rule(.moreThan, 1, 2, .present, .counted),
      try rule(.moreThan, 1, 2, .allMembers, .counted),
    ]
  }

  /// Twenty members, of whom as many are in the room as voted.
  @Test(arguments: [
    ([0, 0, 12], [false, false, false, false, false]),
    ([7, 7, 0], [false, false, false, false, false]),
    ([8, 4, 3], [true, true, true, true, false]),
    ([10, 5, 0], [true, true, true, true, false]),
    ([11, 4, 0], [true, true, true, true, true]),
    ([7, 6, 2], [true, false, false, false, false]),
    ([0, 0, 0], [false, false, false, false, false]),
  ])
  func `Each vote has the documented result under each of five rules`(
    _ votes: [Int], _ results: [Bool]
  ) throws {
    let tally = Tally(
      entitled: 20, present: votes.reduce(0, +), inFavour: votes[0], against: votes[1],
      abstaining: votes[2])
    #expect(try Self.rules().map { $0.majority(of: tally)?.holds == true } == results)
  }

  @Test(arguments: [(42, 22, 28), (43, 22, 29)])
  func `Of forty-two and of forty-three, half and two thirds are these`(
    _ row: (entitled: Int, half: Int, twoThirds: Int)
  ) {
    #expect(Threshold(.moreThan, .half).needed(of: row.entitled) == row.half)
    #expect(Threshold(.atLeast, .twoThirds).needed(of: row.entitled) == row.twoThirds)
  }

  @Test func `More than twice as many for as against is more than two thirds without abstentions`()
    throws
  {
    let rule = DecisionRule(
      matter: "default", method: .vote, threshold: Threshold(.moreThan, .twoThirds),
      base: .votesCast, abstentions: .ignored, tie: .rejected,
      clause: Clause(id: "d", source: .assumption))
    for inFavour in 0...30 {
      for against in 0...15 {
        let tally = Tally(
          entitled: 60, present: 60, inFavour: inFavour, against: against, abstaining: 15)
        #expect(rule.majority(of: tally)?.holds == (inFavour > 2 * against))
      }
    }
  }

  @Test func `One who was absent and now abstains changes only the bases that the rule says`()
    throws
  {
    let absent = Tally(entitled: 20, present: 15, inFavour: 8, against: 7)
    let abstaining = Tally(entitled: 20, present: 16, inFavour: 8, against: 7, abstaining: 1)
    let bases = try Self.rules().map { rule in
      [absent, abstaining].map { rule.majority(of: $0)?.base }
    }
    #expect(bases == [[15, 15], [15, 16], [15, 15], [15, 16], [20, 20]])
    #expect(absent.absent == 5 && abstaining.absent == 4)
  }
}
