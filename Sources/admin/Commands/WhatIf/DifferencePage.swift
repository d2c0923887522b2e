internal import EventStore
internal import Governance
internal import Publishing
internal import Values

/// Tells which acts other rules would have decided otherwise, with both explanations.
struct DifferencePage {
  private let catalogue: Catalogue
  private let versions: RulesVersions

  init(_ catalogue: Catalogue, versions: RulesVersions) {
    self.catalogue = catalogue
    self.versions = versions
  }

  /// `deliberation record D-1, 14 December 2026: adopted -> rejected`.
  func line(of difference: ActDifference) -> String {
    catalogue.text(
      "simulate.\(difference.kind.rawValue)",
      [
        "act": .text(difference.act), "subject": .text(difference.subject),
        "day": .day(difference.effective), "before": outcome(difference.before),
        "after": outcome(difference.after),
      ])
  }

  /// The line, and how each version came to its answer.
  func text(of difference: ActDifference) -> [String] {
    [line(of: difference)]
      + explanation(of: difference.before, "simulate.before", notes: [])
      + explanation(of: difference.after, "simulate.after", notes: difference.notes)
  }

  private func explanation(of judged: Judged, _ key: String, notes: [Note]) -> [String] {
    let page = RefusalPage(catalogue, basis: versions.basis(of: judged.rules.digest))
    let head = "  " + catalogue.text(key, ["rules": .text(judged.rules.text)])
    let refusals = judged.reasons.refusals.flatMap { refusal in
      page.text(of: refusal).split(separator: "\n").map { "    " + $0 }
    }
    let derivations = judged.isRefused ? [] : judged.reasons.derivations
    return [head] + derivations.map { "    \(page.text(of: $0)) [\($0.rule)]" }
      + notes.map { "    " + page.text(of: $0) } + refusals
  }

  /// `adopted` for `deliberation.adopted`, where the reader's language has a word for it.
  private func outcome(_ judged: Judged) -> Failure.Value {
    let names = judged.events.map { event in
      let word = event.split(separator: ".").last.map { String($0) } ?? event
      return catalogue.template("term.\(word)").map { _ in catalogue.text("term.\(word)") } ?? event
    }
    return .list(names)
  }
}
