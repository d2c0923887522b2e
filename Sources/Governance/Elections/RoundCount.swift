import Plugins

/// What the rules make of the votes of a round: who is elected, who goes on, where a tie is left open.
///
/// Seats are filled in the order of votes, as far as the round's number of votes was reached and the quotas let.
/// Among candidates with as many votes as each other, those who get a seat in whatever order are elected; for the
/// others the tie rule decides. A tie that nobody broke ends the round: nobody with fewer votes is elected in it.
struct RoundCount {
  private let results: [ElectionRound.Result]
  private let rule: BallotRule
  private(set) var plan: SeatPlan
  /// Candidates with as many votes as each other of whom not all could get a seat, broken ties first.
  private(set) var tied: [MemberID] = []
  /// How many seats the broken ties were about.
  private(set) var brokenPlaces = 0
  /// The tie that nothing broke, and how many seats it is about.
  private(set) var openTie: [MemberID] = []
  private(set) var openPlaces = 0

  /// - Parameters:
  ///   - results: Most votes first, and of as many votes in the order in which the candidates were named.
  ///   - needed: The votes that elect; nil where the most votes do. With no vote nobody is elected.
  ///   - plan: The seats that are left.
  ///   - rule: How the body votes.
  ///   - order: In which tied candidates get their seats, of those given; nil where nothing breaks a tie.
  init(
    _ results: [ElectionRound.Result], needed: Int?, filling plan: SeatPlan, under rule: BallotRule,
    breakingTies order: ([MemberID]) -> [MemberID]?
  ) {
    self.results = results
    self.rule = rule
    self.plan = plan
    for tier in Self.tiers(results.filter { $0.votes >= max(1, needed ?? 1) }) {
      guard fill(tier, order) else { break }
    }
  }

  /// Gives seats to candidates with as many votes as each other; false where the tie stays open.
  private mutating func fill(_ tier: [MemberID], _ order: ([MemberID]) -> [MemberID]?) -> Bool {
    let able = tier.filter { plan.hasRoom(for: $0) }
    let rank = plan.rank(of: able)
    let safe = able.filter { member in plan.rank(of: able.filter { $0 != member }) < rank }
    for member in safe { plan.take(member) }
    let open = able.filter { !safe.contains($0) }
    guard !open.isEmpty else { return true }
    let places = rank - safe.count
    tied += open
    guard let order = order(open) else {
      (openTie, openPlaces) = (open, places)
      return false
    }
    brokenPlaces += places
    plan = plan.filled(in: order, upTo: places)
    return true
  }

  private static func tiers(_ results: [ElectionRound.Result]) -> [[MemberID]] {
    var tiers: [(votes: Int, members: [MemberID])] = []
    for result in results {
      if tiers.last?.votes == result.votes {
        tiers[tiers.count - 1].members.append(result.member)
      } else {
        tiers.append((result.votes, [result.member]))
      }
    }
    return tiers.map(\.members)
  }

  /// What the round came to; an open tie leaves its seats vacant, or goes to a further round, as the rule says.
  var outcome: RoundOutcome {
    let elected = plan.taken
    let others = results.filter { result in
      !elected.contains(result.member) && !openTie.contains(result.member)
    }
    let places = plan.left - openPlaces
    var next = places > 0 ? Set(goingOn(others, places) + waiting) : []
    if rule.tie != .rejected { next.formUnion(openTie) }
    return RoundOutcome(
      elected: elected, next: plan.standing.filter { next.contains($0) }, tied: tied,
      vacant: rule.tie == .rejected ? openPlaces : 0)
  }

  // MARK: - The next round

  /// Those who were not voted on, since the seats are kept for members of groups that lack them.
  private var waiting: [MemberID] {
    let voted = Set(results.map(\.member))
    return plan.standing.filter { !voted.contains($0) && !plan.isFull(for: $0) }
  }

  /// Who goes on, of those that were neither elected nor tied and whose group is not full.
  ///
  /// A group that lacks seats keeps as many of its own as it lacks, those with the most votes.
  private func goingOn(_ others: [ElectionRound.Result], _ places: Int) -> [MemberID] {
    let able = others.filter { !plan.isFull(for: $0.member) }
    let kept: [ElectionRound.Result]
    switch rule.next {
    case .all: kept = able
    case .double: kept = Self.first(places * 2, of: able)
    case .withoutLast:
      let fewest = able.map(\.votes).min() ?? 0
      let better = able.filter { $0.votes > fewest }
      kept = better.count < places ? able : better
    }
    let needed = plan.lacks.flatMap { lack in
      Self.first(lack.count, of: able.filter { lack.quota.members.contains($0.member.text) })
    }
    return (kept + needed).map(\.member)
  }

  /// The first so many, and whoever has as many votes as the last of them.
  private static func first(
    _ count: Int, of results: [ElectionRound.Result]
  ) -> [ElectionRound.Result] {
    guard count > 0, count < results.count else { return count > 0 ? results : [] }
    return results.filter { $0.votes >= results[count - 1].votes }
  }
}
