/// A ranking counted by instant runoff: the option with the fewest first places leaves until one has more than half.
///
/// Each ballot counts for the first of its options that is left; one without any counts no more. Of several options
/// with the fewest, those leave that had the fewest in the count before, and so on backwards; those that are equal
/// in every count leave together. Where that would leave none, all of them are tied.
///
/// Source: docs/decisions/0026-one-way-for-each-kind-of-vote.md.
struct RunoffCount {
  /// One after the other, each with the options that were left, in the order given.
  private(set) var counts: [[Selection.Result]] = []
  /// The option that was chosen alone; several where they are tied; none where nobody voted.
  private(set) var leading: [OptionID] = []

  init(_ ballots: [Selection.Ranking], among options: [OptionID]) {
    var left = options
    while !left.isEmpty {
      let results = left.map { option in
        Selection.Result(option, votes: Self.votes(for: option, in: ballots, among: left))
      }
      counts.append(results)
      let total = results.reduce(0) { $0 + $1.votes }
      guard total > 0 else { return }
      if let best = results.first(where: { $0.votes > total - $0.votes }) {
        leading = [best.option]
        return
      }
      let last = last(of: results)
      guard last.count < left.count else {
        leading = left
        return
      }
      left.removeAll { last.contains($0) }
    }
  }

  private static func votes(
    for option: OptionID, in ballots: [Selection.Ranking], among left: [OptionID]
  ) -> Int {
    ballots.reduce(0) { sum, ballot in
      ballot.order.first { left.contains($0) } == option ? sum + ballot.ballots : sum
    }
  }

  /// Those that leave, by this count and those before it.
  private func last(of results: [Selection.Result]) -> [OptionID] {
    var last = results.map(\.option)
    for count in counts.reversed() where last.count > 1 {
      let votes = count.filter { last.contains($0.option) }
      let fewest = votes.map(\.votes).min() ?? 0
      last = votes.filter { $0.votes == fewest }.map(\.option)
    }
    return last
  }
}
