import Governance
import Values

/// The register of deliberations, each with the numbers from which its outcome follows.
enum DeliberationView: EntityView {
  static let definition = ViewDefinition(
    "deliberation", revision: 4,
    columns: [
      .text("deliberation"), .text("meeting"), .text("body"), .day("on"), .text("title"),
      .text("matter"), .text("outcome"), .text("status"), .text("method"), .int("for"),
      .int("against"),
      .int("abstain"), .int("recused"), .int("not_voting"), .int("absent"), .int("represented"),
      .int("present"),
      .int("entitled"),
      .text("chair_vote"), .record("names"), .record("dissent"), .text("text"), .text("digest"),
      .text("basis"), .record("papers"), .text("witness"), .text("repeats"), .text("deferred_for"),
      .text("annulled_for"), .text("changed_by"), .day("changed_on"),
      .text("procedure"), .record("recusals"), .int("proxied"),
      .record("proxies"), .text("time"), .record("shares"), .record("struck"),
      .record("lot"), .text("second_round_of"), .text("motion"), .int("amendment"),
      .list("decides"), .text("chosen"), .record("choice"), .list("aside"), .list("no_objection"),
    ],
    key: ["deliberation"], order: [.ascending("on"), .natural("deliberation")])

  static func rows(of deliberation: Deliberation, on day: Day) -> [ViewRow] {
    guard let outcome = deliberation.outcome else { return [] }
    let head: [JSON] = [
      .text(deliberation.id.text), .orNull(deliberation.meeting?.text),
      .orNull(deliberation.body), .orNull(deliberation.day), .orNull(deliberation.title),
      .orNull(deliberation.matter), .text(outcome.rawValue),
      .orNull(deliberation.status?.rawValue),
    ]
    let subject = deliberation.resolution?.facts.circumstances.subject
    let values =
      head + votes(deliberation.resolution?.facts)
      + [.orNull(deliberation.deferral?.facts.reason)] + fate(deliberation)
      + [.orNull(deliberation.procedure?.text)] + conduct(deliberation.resolution?.facts)
      + [.orNull(subject?.motion.text), .orNull(subject?.amendment)]
      + [.texts(deliberation.resolution?.facts.circumstances.decides ?? [])]
      + choice(deliberation.resolution?.facts)
    return [ViewRow(values, event: deliberation.position)]
  }

  /// What became of it later: why it was annulled, by which deliberation it was annulled, changed or ended, and when.
  private static func fate(_ deliberation: Deliberation) -> [JSON] {
    let amendment = deliberation.amendments.last
    let by =
      deliberation.annulment.map(\.facts.deliberation) ?? deliberation.repeal?.facts.deliberation
      ?? amendment?.facts.deliberation
    let mark = deliberation.annulment?.mark ?? deliberation.repeal?.mark ?? amendment?.mark
    return [
      .orNull(deliberation.annulment?.facts.reason), .orNull(by?.text), .orNull(mark?.effective),
    ]
  }

  private static func conduct(_ facts: Resolution?) -> [JSON] {
    let data = facts?.data
    return [data?["recusals"] ?? .null, .orNull(facts?.tally?.proxied)]
      + ["proxies", "time", "shares", "struck", "lot", "second_round_of"].map { data?[$0] ?? .null }
  }

  /// Which of several options was chosen and how, and the list of a consensus.
  private static func choice(_ facts: Resolution?) -> [JSON] {
    [
      .orNull(facts?.conduct.selection?.chosen?.text), facts?.data["choice"] ?? .null,
      .ids(facts?.conduct.aside ?? []), .ids(facts?.conduct.noObjection ?? []),
    ]
  }

  private static func votes(_ facts: Resolution?) -> [JSON] {
    let tally = facts?.tally
    let data = facts?.data
    return [
      .orNull(facts?.method.rawValue), .orNull(tally?.inFavour), .orNull(tally?.against),
      .orNull(tally?.abstaining), .orNull(tally?.recused), .orNull(tally?.notVoting),
      .orNull(tally?.absent), .orNull(tally?.represented),
      .orNull(facts?.present), .orNull(facts?.entitled), data?["chair_vote"] ?? .null,
      data?["names"] ?? .null, data?["dissent"] ?? .null, .orNull(facts?.text),
      .orNull(facts?.digest), .orNull(facts?.circumstances.basis), data?["papers"] ?? .null,
      .orNull(facts?.circumstances.witness?.text), .orNull(facts?.circumstances.repeats?.text),
    ]
  }
}
