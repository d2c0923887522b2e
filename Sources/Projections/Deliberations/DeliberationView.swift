import Governance
import Values

/// The register of deliberations, each with the numbers from which its outcome follows.
enum DeliberationView: EntityView {
  static let definition = ViewDefinition(
    "deliberation", revision: 2,
    columns: [
      .text("deliberation"), .text("meeting"), .text("body"), .day("on"), .text("title"),
      .text("matter"), .text("outcome"), .text("method"), .int("for"), .int("against"),
      .int("abstain"), .int("recused"), .int("represented"), .int("present"), .int("entitled"),
      .text("chair_vote"), .record("names"), .record("dissent"), .text("text"), .text("digest"),
      .text("deferred_for"), .text("procedure"),
    ],
    key: ["deliberation"], order: [.ascending("on"), .natural("deliberation")])

  static func rows(of deliberation: Deliberation, on day: Day) -> [ViewRow] {
    guard let outcome = deliberation.outcome else { return [] }
    let head: [JSON] = [
      .text(deliberation.id.text), .orNull(deliberation.meeting?.text),
      .orNull(deliberation.body), .orNull(deliberation.day), .orNull(deliberation.title),
      .orNull(deliberation.matter), .text(outcome.rawValue),
    ]
    let values =
      head + votes(deliberation.resolution?.facts)
      + [
        .orNull(deliberation.deferral?.facts.reason), .orNull(deliberation.procedure?.text),
      ]
    return [ViewRow(values, event: deliberation.position)]
  }

  private static func votes(_ facts: Resolution?) -> [JSON] {
    let tally = facts?.tally
    let data = facts?.data
    return [
      .orNull(facts?.method.rawValue), .orNull(tally?.inFavour), .orNull(tally?.against),
      .orNull(tally?.abstaining), .orNull(tally?.recused), .orNull(tally?.represented),
      .orNull(facts?.present), .orNull(facts?.entitled), data?["chair_vote"] ?? .null,
      data?["names"] ?? .null, data?["dissent"] ?? .null, .orNull(facts?.text),
      .orNull(facts?.digest),
    ]
  }
}
