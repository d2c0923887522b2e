import Values

/// How one decision hangs together with others: votes that were taken again, and what it changes or ends.
///
/// What others did to it, `MinutesRecord` says where it tells what became of it.
package struct DecisionTies {
  private let deliberation: Deliberation
  private let others: [Deliberation]

  /// - Parameters:
  ///   - deliberation: The one whose extract is written.
  ///   - all: Of the network, those of other meetings and of procedures too; in any order.
  package init(_ deliberation: Deliberation, among all: [Deliberation]) {
    self.deliberation = deliberation
    others = all.filter { $0.id != deliberation.id && $0.outcome != nil }
      .sorted { ($0.position ?? 0, $0.id) < ($1.position ?? 0, $1.id) }
  }

  /// One sentence for each tie, in reading order; empty for a decision that stands alone.
  package var statements: [Statement] {
    [former].compactMap(\.self) + again + others.flatMap(changes)
  }

  private var id: String { deliberation.id.text }

  // MARK: - Votes taken again

  /// The annulled vote in whose place this one was taken, with what it had brought.
  private var former: Statement? {
    guard let repeated = deliberation.resolution?.facts.circumstances.repeats,
      let vote = others.first(where: { $0.id == repeated })
    else { return nil }
    let stands = deliberation.annulment == nil
    return Statement(
      "former-vote", at: "\(id).former",
      Self.vote(vote).merging(
        ["this": .text(id), "stands": .text(stands ? "yes" : "no")]) { $1 },
      events: [vote.position, vote.annulment?.position])
  }

  /// The votes that were taken in the place of this one; that there was none, where it was annulled.
  private var again: [Statement] {
    guard deliberation.annulment != nil else { return [] }
    let votes = others.filter { $0.resolution?.facts.circumstances.repeats == deliberation.id }
    guard !votes.isEmpty else {
      return [
        Statement(
          "not-repeated", at: "\(id).again", ["deliberation": .text(id)],
          events: [deliberation.annulment?.position])
      ]
    }
    return votes.map { vote in
      let stands = vote.annulment == nil
      return Statement(
        "repeated", at: "\(id).again.\(vote.id.text)",
        Self.vote(vote).merging(["stands": .text(stands ? "yes" : "no")]) { $1 },
        events: [vote.position])
    }
  }

  /// What a vote brought, by the names under which both sentences quote it.
  private static func vote(_ vote: Deliberation) -> [String: Failure.Value] {
    let tally = vote.resolution?.facts.tally
    return named(vote).merging([
      "counted": .text(tally == nil ? "no" : "yes"), "for": .int(tally?.inFavour ?? 0),
      "against": .int(tally?.against ?? 0), "abstain": .int(tally?.abstaining ?? 0),
      "outcome": .text(vote.outcome?.rawValue ?? "other"),
    ]) { $1 }
  }

  private static func named(_ other: Deliberation) -> [String: Failure.Value] {
    [
      "deliberation": .text(other.id.text), "title": .text(other.title ?? ""),
      "decided": other.day.map(Failure.Value.day) ?? .text(""),
    ]
  }

  // MARK: - What it does to others

  private func changes(_ other: Deliberation) -> [Statement] {
    let amendments = other.amendments.filter { $0.facts.deliberation == deliberation.id }
    let repeal = other.repeal.flatMap { $0.facts.deliberation == deliberation.id ? $0.mark : nil }
    let annulment = other.annulment.flatMap {
      $0.facts.deliberation == deliberation.id ? $0.mark : nil
    }
    let amends = amendments.flatMap { amendment in
      [change("amends", other, amendment.mark)] + MinutesRecord.words(of: amendment, id)
    }
    return amends
      + [
        repeal.map { change("repeals", other, $0) },
        annulment.map { change("annuls", other, $0) },
      ].compactMap(\.self)
  }

  private func change(_ code: String, _ other: Deliberation, _ mark: Mark) -> Statement {
    Statement(
      code, at: "\(id).\(code).\(mark.position)",
      Self.named(other).merging(["on": .day(mark.effective)]) { $1 }, events: [mark.position])
  }
}
