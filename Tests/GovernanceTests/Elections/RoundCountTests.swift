import Plugins
import TestKit
import Testing
import Values

@testable import Governance

/// What the rules make of the votes of one round: worked examples, each with the outcome that the page documents.
@Suite struct RoundCountTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let name: String
    /// Most votes first: `PT=7 ES=6`.
    let votes: String
    let places: Int
    /// Nil for a round in which the most votes elect.
    var needed: Int?
    var tie = DecisionRule.Tie.secondRound
    var next = BallotRule.Next.all
    var quotas: [SeatQuota] = []
    var seated = ""
    /// Whom a lot or the chair puts first; empty where nothing breaks a tie.
    var order = ""
    let elected: String
    let goesOn: String
    var tied = ""
    var vacant = 0

    var testDescription: String { name }
  }

  static let majorities = [
    Example(
      name: "all seats in the first round", votes: "PT=7 ES=6 FR=3", places: 2, needed: 5,
      elected: "PT ES", goesOn: ""),
    Example(
      name: "one has the majority, the others go on", votes: "PT=7 ES=4 FR=3", places: 2,
      needed: 5, elected: "PT", goesOn: "ES FR"),
    Example(
      name: "nobody has it", votes: "PT=4 ES=4 FR=3", places: 1, needed: 5, elected: "",
      goesOn: "PT ES FR"),
    Example(
      name: "more have it than there are seats: the most votes", votes: "PT=8 ES=7 FR=6",
      places: 2, needed: 5, elected: "PT ES", goesOn: ""),
    Example(
      name: "the most votes elect, with few of them", votes: "PT=2 ES=1 FR=0", places: 2,
      elected: "PT ES", goesOn: ""),
    Example(
      name: "nobody is elected without a vote", votes: "PT=2 ES=0 FR=0", places: 2, elected: "PT",
      goesOn: "ES FR"),
    Example(
      name: "fewer candidates than seats", votes: "PT=7 ES=6", places: 3, needed: 5,
      elected: "PT ES", goesOn: ""),
    Example(
      name: "as many candidates as seats, one short of the majority", votes: "PT=7 ES=4",
      places: 2, needed: 5, elected: "PT", goesOn: "ES"),
  ]

  static let ties = [
    Example(
      name: "both fit, so that it is no tie", votes: "PT=4 ES=4 FR=1", places: 2, elected: "PT ES",
      goesOn: ""),
    Example(
      name: "a further round among those tied", votes: "PT=4 ES=3 FR=3 IT=1", places: 2,
      elected: "PT", goesOn: "ES FR", tied: "ES FR"),
    Example(
      name: "the tied seats stay vacant", votes: "PT=4 ES=3 FR=3 IT=1", places: 2, tie: .rejected,
      elected: "PT", goesOn: "", tied: "ES FR", vacant: 1),
    Example(
      name: "a lot", votes: "PT=4 ES=3 FR=3 IT=1", places: 2, tie: .lot, order: "FR ES",
      elected: "PT FR", goesOn: "", tied: "ES FR"),
    Example(
      name: "the chair", votes: "PT=4 ES=3 FR=3 IT=1", places: 2, tie: .chairDecides, order: "ES",
      elected: "PT ES", goesOn: "", tied: "ES FR"),
    Example(
      name: "three for two seats", votes: "PT=3 ES=3 FR=3", places: 2, tie: .lot, order: "FR PT ES",
      elected: "FR PT", goesOn: "", tied: "PT ES FR"),
    Example(
      name: "above the majority, at the edge of the seats", votes: "PT=7 ES=6 FR=6 IT=2",
      places: 2, needed: 5, elected: "PT", goesOn: "ES FR", tied: "ES FR"),
    Example(
      name: "below the majority it decides nothing", votes: "PT=7 ES=3 FR=3", places: 2, needed: 5,
      elected: "PT", goesOn: "ES FR"),
  ]

  static let goingOn = [
    Example(
      name: "twice as many as seats are left", votes: "PT=4 ES=3 FR=2 IT=1", places: 1, needed: 5,
      next: .double, elected: "", goesOn: "PT ES"),
    Example(
      name: "and whoever has as many votes as the last of them", votes: "PT=4 ES=3 FR=3 IT=1",
      places: 1, needed: 5, next: .double, elected: "", goesOn: "PT ES FR"),
    Example(
      name: "everybody but the last", votes: "PT=4 ES=3 FR=2 IT=1", places: 1, needed: 5,
      next: .withoutLast, elected: "", goesOn: "PT ES FR"),
    Example(
      name: "two last ones leave together", votes: "PT=4 ES=3 FR=1 IT=1", places: 1, needed: 5,
      next: .withoutLast, elected: "", goesOn: "PT ES"),
    Example(
      name: "nobody leaves where too few would be left", votes: "PT=4 ES=3 FR=3", places: 2,
      needed: 5, next: .withoutLast, elected: "", goesOn: "PT ES FR"),
    Example(
      name: "nobody leaves where all have as many", votes: "PT=3 ES=3 FR=3", places: 1, needed: 5,
      next: .withoutLast, elected: "", goesOn: "PT ES FR"),
  ]

  private static let north = SeatQuota("north", "FI,SE", 1, 2)
  private static let south = SeatQuota("south", "ES,IT,PT", 0, 2)

  static let regions = [
    Example(
      name: "a region that has its most is passed over", votes: "PT=7 ES=6 IT=5 FR=4", places: 3,
      quotas: [south], elected: "PT ES FR", goesOn: ""),
    Example(
      name: "a seat is kept for a region that lacks one", votes: "PT=7 FR=6 NL=5 SE=2", places: 3,
      quotas: [north], elected: "PT FR SE", goesOn: ""),
    Example(
      name: "and waits for it to reach the majority", votes: "PT=7 ES=6 FR=5 SE=2", places: 3,
      needed: 5, quotas: [north], elected: "PT ES", goesOn: "FR SE"),
    Example(
      name: "whoever keeps a seat counts for the region", votes: "PT=7 FR=6 NL=5 SE=2", places: 2,
      quotas: [north], seated: "FI", elected: "PT FR", goesOn: ""),
    Example(
      name: "a region of which nobody stands keeps no seat", votes: "PT=7 FR=6 NL=5", places: 3,
      quotas: [north], elected: "PT FR NL", goesOn: ""),
    Example(
      name: "seats that cannot meet all regions go to these, by votes", votes: "NL=7 SE=3 PT=2",
      places: 1, quotas: [SeatQuota("north", "FI,SE", 1), SeatQuota("south", "ES,PT", 1)],
      elected: "SE", goesOn: ""),
    Example(
      name: "of a tie the one whose region lacks is elected", votes: "FR=4 SE=4 NL=2", places: 1,
      quotas: [north], elected: "SE", goesOn: ""),
    Example(
      name: "a tie within a region that has one place left", votes: "PT=5 ES=4 IT=4 FR=2",
      places: 3, quotas: [south], elected: "PT", goesOn: "ES IT FR", tied: "ES IT"),
    Example(
      name: "the same, drawn by lot", votes: "PT=5 ES=4 IT=4 FR=2", places: 3, tie: .lot,
      quotas: [south], order: "IT ES", elected: "PT IT FR", goesOn: "", tied: "ES IT"),
    Example(
      name: "a region that lacks keeps its best beside those who go on",
      votes: "PT=4 ES=3 FR=2 FI=1 SE=0", places: 1, needed: 5, next: .double, quotas: [north],
      elected: "", goesOn: "PT ES FI"),
  ]

  private func outcome(_ example: Example) -> RoundOutcome {
    let results = example.votes.split(separator: " ").compactMap { text in
      let sides = text.split(separator: "=")
      return MemberID(sides[0]).map { ElectionRound.Result($0, votes: Int(sides[1]) ?? -1) }
    }
    let rule = BallotRule(
      threshold: Threshold(.moreThan, .half), base: .votesCast, abstentions: .ignored,
      next: example.next, tie: example.tie, quotas: example.quotas,
      clause: Clause(id: "ballot", source: .assumption))
    let plan = SeatPlan(
      places: example.places, seated: Given.members(example.seated),
      standing: results.map(\.member), quotas: example.quotas)
    let order = Given.members(example.order)
    return RoundCount(results, needed: example.needed, filling: plan, under: rule) { tied in
      order.isEmpty ? nil : order.filter { tied.contains($0) }
    }.outcome
  }

  @Test(arguments: majorities + ties + goingOn + regions)
  func `A round gives the documented outcome`(_ example: Example) {
    let outcome = outcome(example)
    #expect(outcome.elected == Given.members(example.elected))
    #expect(outcome.next == Given.members(example.goesOn))
    #expect(outcome.tied == Given.members(example.tied))
    #expect(outcome.vacant == example.vacant)
  }

  @Test func `Who waits for a kept seat goes on without having been voted on`() {
    let plan = SeatPlan(
      places: 1, seated: [], standing: Given.members("FR SE"), quotas: [Self.north])
    #expect(Given.members("FR SE").map(plan.hasRoom) == [false, true])
    let rule = BallotRule(
      threshold: Threshold(.moreThan, .half), base: .votesCast, abstentions: .ignored, tie: .lot,
      clause: Clause(id: "ballot", source: .assumption))
    let results = Given.members("SE").map { ElectionRound.Result($0, votes: 1) }
    let count = RoundCount(results, needed: 5, filling: plan, under: rule) { _ in nil }
    #expect(count.outcome.next == Given.members("FR SE"))
    #expect(count.outcome.elected == [])
  }
}
