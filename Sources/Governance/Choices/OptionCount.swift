import Plugins
import Values

/// What the rule on a matter makes of a choice among several: the option, or a tie, or none.
struct OptionCount {
  let way: VoteTerms.Choice
  let counts: [[Selection.Result]]
  /// Alone in front, or several that are tied; none where nobody voted.
  let leading: [OptionID]
  /// The leading option against all other ballots, with those that abstained.
  let tally: Tally

  init(_ ballots: OptionBallots, by way: VoteTerms.Choice, _ voting: Tally?) {
    self.way = way
    if way == .ranking {
      let runoff = RunoffCount(ballots.rankings, among: ballots.options)
      (counts, leading) = (runoff.counts, runoff.leading)
    } else {
      let first = ballots.firstChoices
      let most = max(1, first.map(\.votes).max() ?? 0)
      counts = [first]
      leading = first.filter { $0.votes == most }.map(\.option)
    }
    let votes = counts.last?.first { [leading] in $0.option == leading.first }?.votes ?? 0
    tally = Tally(
      entitled: voting?.entitled ?? 0, present: voting?.present,
      represented: voting?.represented ?? 0, proxied: voting?.proxied ?? 0,
      recused: voting?.recused ?? 0, inFavour: votes, against: ballots.valid - votes,
      abstaining: ballots.abstaining)
  }

  /// The ballots all of whose options have left, by the last count; none where each ballot is counted once.
  var exhausted: Int {
    tally.inFavour + tally.against - (counts.last ?? []).reduce(0) { $0 + $1.votes }
  }

  /// Whether the option in front has what the way asks for; of a tie, whether one vote more would do.
  func isEnough(under rule: DecisionRule) -> Bool {
    guard !leading.isEmpty else { return false }
    guard way == .majority else { return true }
    guard let majority = rule.majority(of: tally) else { return false }
    return tally.inFavour + (leading.count > 1 ? 1 : 0) >= majority.needed
  }

  /// How the option came to be chosen, with each count.
  func derivation(under rule: DecisionRule, _ selection: Selection) -> Derivation {
    var inputs = JSON.Fields([
      ("matter", .text(rule.matter)), ("choice", .text(way.rawValue)),
      ("counts", .texts(counts.enumerated().map { Self.words($0.offset, $0.element) })),
      ("valid", .count(tally.inFavour + tally.against)), ("exhausted", .count(exhausted)),
      ("abstain", .count(tally.abstaining)),
      ("tie", .text(rule.tie.rawValue)),
    ])
    if way == .majority, let majority = rule.majority(of: tally) {
      inputs["base_of"] = .text(rule.base.rawValue)
      inputs["base"] = .count(majority.base)
      inputs["needed"] = .count(majority.needed)
    }
    if !selection.tied.isEmpty { inputs["tied"] = .ids(selection.tied) }
    if let drawing = selection.drawing {
      inputs["seed"] = .text(drawing.seed)
      inputs["lot_method"] = .text(drawing.method)
      inputs["tickets"] = .texts(drawing.slips.map { "\($0.option.text)=\($0.digest)" })
    }
    inputs["option"] = .text(selection.chosen?.text ?? "–")
    return Derivation(rule.clause, "choice", inputs, holds: selection.chosen != nil)
  }

  /// `(1) lisbon 5, porto 4`.
  private static func words(_ index: Int, _ results: [Selection.Result]) -> String {
    "(\(index + 1)) "
      + results.map { "\($0.option.text) \($0.votes)" }.joined(separator: ", ")
  }
}
