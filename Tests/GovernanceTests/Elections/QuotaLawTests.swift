import Plugins
import TestKit
import Testing
import Values

@testable import Governance

/// Filling seats in the order of votes gives the best set of candidates that keeps the quotas, by trying all sets.
@Suite struct QuotaLawTests {
  private static let names = Given.members("CY DK ES FI FR IT NL PT SE")

  struct Situation {
    let places: Int
    let seated: [MemberID]
    let standing: [MemberID]
    let votes: [MemberID: Int]
    let quotas: [SeatQuota]
  }

  /// Groups of chance that have no member in common, seats that are kept, and votes that all differ.
  private static func situation(_ random: inout Seeded) -> Situation {
    let shuffled = names.shuffled(using: &random)
    var groups: [[MemberID]] = [[], [], []]
    for member in shuffled { groups[Int.random(in: 0...2, using: &random)].append(member) }
    let quotas = groups.prefix(2).enumerated().map { index, members in
      let most = Int.random(in: 0...4, using: &random)
      let maximum = most == 0 ? nil : most
      return SeatQuota(
        "g\(index)", members.map(\.text).joined(separator: ","),
        Int.random(in: 0...(maximum ?? 3), using: &random), maximum)
    }
    let seated = Array(shuffled.prefix(Int.random(in: 0...2, using: &random)))
    let standing = names.filter { !seated.contains($0) }
    let votes = Array(1...standing.count).shuffled(using: &random)
    return Situation(
      places: Int.random(in: 1...5, using: &random), seated: seated, standing: standing,
      votes: Dictionary(uniqueKeysWithValues: zip(standing, votes)), quotas: quotas)
  }

  /// How many seats the groups are short of their fewest, counting only those who can be elected at all.
  private static func shortfall(_ set: [MemberID], _ it: Situation) -> Int {
    it.quotas.reduce(0) { sum, quota in
      func of(_ members: [MemberID]) -> Int {
        members.filter { quota.members.contains($0.text) }.count
      }
      return sum + max(0, min(quota.minimum, of(it.seated + it.standing)) - of(it.seated + set))
    }
  }

  private static func keepsMost(_ set: [MemberID], _ it: Situation) -> Bool {
    it.quotas.allSatisfy { quota in
      let added = set.filter { quota.members.contains($0.text) }.count
      let before = it.seated.filter { quota.members.contains($0.text) }.count
      return added == 0 || added + before <= quota.maximum ?? .max
    }
  }

  /// Least shortfall first, then most seats filled, then most votes.
  private static func best(_ it: Situation) -> Set<MemberID> {
    var best: (key: (Int, Int, Int), set: Set<MemberID>) = ((.max, 0, 0), [])
    for bits in 0..<(1 << it.standing.count) {
      let set = it.standing.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element)
      guard set.count <= it.places, keepsMost(set, it) else { continue }
      let votes = set.reduce(0) { $0 + (it.votes[$1] ?? 0) }
      let key = (shortfall(set, it), -set.count, -votes)
      if key < best.key { best = (key, Set(set)) }
    }
    return best.set
  }

  @Test(arguments: UInt64(1)...20)
  func `The order of votes gives the best set that there is`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 1...3 {
      let it = Self.situation(&random)
      let plan = SeatPlan(
        places: it.places, seated: it.seated, standing: it.standing, quotas: it.quotas)
      let order = it.standing.sorted { (it.votes[$0] ?? 0) > (it.votes[$1] ?? 0) }
      let filled = plan.filled(in: order).taken
      #expect(Set(filled) == Self.best(it), "\(it)")
    }
  }

  @Test(arguments: UInt64(101)...110)
  func `As many seats are filled in whatever order candidates are asked`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    let it = Self.situation(&random)
    let plan = SeatPlan(
      places: it.places, seated: it.seated, standing: it.standing, quotas: it.quotas)
    let ranks = (1...12).map { _ in plan.rank(of: it.standing.shuffled(using: &random)) }
    #expect(Set(ranks).count == 1, "\(it)")
  }

  @Test(arguments: UInt64(201)...215)
  func `A tie leaves out nobody who would be elected whatever the lot says`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    let it = Self.situation(&random)
    let results = it.standing.map {
      ElectionRound.Result($0, votes: ((it.votes[$0] ?? 1) + 2) / 3)
    }.sorted { $0.votes > $1.votes }
    let rule = BallotRule(
      threshold: Threshold(.moreThan, .half), base: .votesCast, abstentions: .ignored, tie: .lot,
      quotas: it.quotas, clause: Clause(id: "ballot", source: .assumption))
    let plan = SeatPlan(
      places: it.places, seated: it.seated, standing: it.standing, quotas: it.quotas)
    let open = RoundCount(results, needed: nil, filling: plan, under: rule) { _ in nil }.outcome
    for _ in 1...12 {
      let drawn = RoundCount(results, needed: nil, filling: plan, under: rule) { tied in
        tied.shuffled(using: &random)
      }
      #expect(Set(open.elected).isSubset(of: drawn.outcome.elected), "\(it)")
      #expect(drawn.openTie.isEmpty)
      #expect(drawn.plan.taken.count == plan.rank(of: results.map(\.member)), "\(it)")
    }
  }
}
