import Governance
import Values

/// Each candidate of an election with who named it, how it stands, and what it got in each round.
enum CandidateView: EntityView {
  static let definition = ViewDefinition(
    "candidate", revision: 1,
    columns: [
      .text("candidate"), .text("election"), .int("place"), .text("member"), .text("proposer"),
      .day("named_on"), .day("accepted_on"), .text("state"), .list("votes"), .int("round"),
      .day("withdrawn_on"), .text("reason"),
    ], key: ["place"], order: [.natural("election"), .ascending("place")])

  static func rows(of election: Election, on day: Day) -> [ViewRow] {
    guard election.opening != nil else { return [] }
    return election.candidacies.enumerated().map { index, candidacy in
      row(candidacy, at: index + 1, of: election)
    }
  }

  private static func row(
    _ candidacy: Candidacy, at place: Int, of election: Election
  ) -> ViewRow {
    let naming = candidacy.naming
    let member = candidacy.member
    let standing = election.standing(of: candidacy)
    let votes = election.rounds.map(\.facts).compactMap { round in
      round.results.first { $0.member == member }.map { "\(round.number): \($0.votes)" }
    }
    let round = election.rounds.map(\.facts).first { $0.elected.contains(member) }?.number
    let values: [JSON] = [
      .text("\(election.id.text).\(member.text)"), .text(election.id.text), .orNull(place),
      .text(member.text), .orNull(naming.facts.proposer?.text), .orNull(naming.mark.effective),
      .orNull(candidacy.acceptance?.mark.effective), .text(standing.rawValue), .texts(votes),
      .orNull(round), .orNull(candidacy.withdrawal?.mark.effective),
      .orNull(candidacy.withdrawal?.facts.reason),
    ]
    return ViewRow(values, event: candidacy.position)
  }
}
