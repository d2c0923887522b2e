import Governance
import Values

/// Each election with how far it has come, who stands, who was elected, and its rounds.
enum ElectionView: EntityView {
  static let definition = ViewDefinition(
    "election", revision: 2,
    columns: [
      .text("election"), .text("body"), .text("elected_by"), .day("opened_on"), .day("until"),
      .text("stage"), .int("seats"), .list("stays"), .int("round"), .list("candidates"),
      .list("elected"), .int("seats_left"), .int("vacant"), .list("unopposed"), .day("closed_on"),
      .record("rounds"), .record("annulled"),
    ], key: ["election"], order: [.natural("election")])

  static func rows(of election: Election, on day: Day) -> [ViewRow] {
    guard let opening = election.opening else { return [] }
    let facts = opening.facts
    let head: [JSON] = [
      .text(election.id.text), .text(facts.body), .text(facts.by), .orNull(opening.mark.effective),
      .orNull(facts.until), .text(election.stage.rawValue), .orNull(facts.seats),
      .ids(facts.stays), .orNull(election.rounds.count), .ids(election.standing),
    ]
    let closing = election.closing
    let rounds = election.rounds.map(\.facts.data)
    let tail: [JSON] = [
      .ids(election.elected), .orNull(closing == nil ? election.seatsLeft : 0),
      .orNull(closing?.facts.vacant), .ids(closing?.facts.unopposed ?? []),
      .orNull(closing?.mark.effective), rounds.isEmpty ? .null : .list(rounds),
      annulled(election),
    ]
    return [ViewRow(head + tail, event: election.position)]
  }

  /// Each round that does not count, with its votes and why.
  private static func annulled(_ election: Election) -> JSON {
    guard !election.annulled.isEmpty else { return .null }
    return .list(
      election.annulled.map { annulled in
        ["round": annulled.round.facts.data, "annulment": annulled.annulment.facts.data]
      })
  }
}
