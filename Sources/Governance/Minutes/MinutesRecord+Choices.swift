import Plugins
import Values

/// What is to be said of a choice among several options, and of who stood aside from a consensus.
extension MinutesRecord {
  /// The counts, one after the other, and the option that was chosen.
  static func said(_ selection: Selection, _ facts: Resolution) -> [String: Failure.Value] {
    let counts = selection.counts.enumerated().map { index, results in
      let votes = results.map { "\($0.option.text) \($0.votes)" }.joined(separator: ", ")
      return selection.counts.count > 1 ? "(\(index + 1)) \(votes)" : votes
    }
    let ballots = selection.rankings.reduce(0) { $0 + $1.ballots }
    let counted = (selection.counts.last ?? []).reduce(0) { $0 + $1.votes }
    return [
      "way": .text(selection.way.rawValue), "counts": .text(counts.joined(separator: "; ")),
      "abstain": .int(facts.tally?.abstaining ?? 0), "exhausted": .int(ballots - counted),
      "is_chosen": .text(selection.chosen == nil ? "no" : "yes"),
      "chosen": .text(selection.chosen?.text ?? ""), "n_tied": .int(selection.tied.count),
      "tied": .list(selection.tied.map(\.text)),
      "broken": .text(
        selection.drawing != nil ? "lot" : selection.chairChoice != nil ? "chair" : "no"),
      "seed": .text(selection.drawing?.seed ?? ""),
    ]
  }

  /// Who did not object and who stood aside; nothing where nobody stood aside.
  func consent(of resolution: Recorded<Resolution>, at id: String) -> Statement? {
    let conduct = resolution.facts.conduct
    guard !conduct.aside.isEmpty else { return nil }
    return Statement(
      "consent", at: "\(id).consent",
      [
        "aside": .members(conduct.aside), "n": .int(conduct.noObjection.count),
        "members": .members(conduct.noObjection),
      ], events: [resolution.position])
  }
}
