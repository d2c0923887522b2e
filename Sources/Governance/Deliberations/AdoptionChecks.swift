import Plugins
import Values

/// What an act that rests on a deliberation asks of it.
enum AdoptionChecks {
  /// The deliberation, when it was adopted and decided on what the act is about.
  ///
  /// - Parameters:
  ///   - id: Of the deliberation that the act cites.
  ///   - ledger: Where it is looked up.
  ///   - things: Ids of what the act is about; one that says what it decides has to say each of them.
  ///   - body: A body that it may say instead of whoever is named to it.
  /// - Returns: What the act rests on.
  /// - Throws: `deliberation-unknown`, `deliberation-not-adopted` and its like, which no rule can mend, or
  ///   `deliberation-decides-other`.
  static func adopted(
    _ id: DeliberationID, in ledger: Ledger, deciding things: [String] = [],
    orOn body: String? = nil
  ) throws(Refusal) -> Deliberation {
    guard let deliberation = ledger[id], let outcome = deliberation.outcome else {
      throw Refusal(
        .deliberationUnknown, ["deliberation": .text(id.text)],
        ways: [Note("see-list", ["noun": .text("deliberation")])])
    }
    guard outcome == .adopted else {
      throw Refusal(
        .deliberationNotAdopted,
        ["deliberation": .text(id.text), "outcome": .text(outcome.rawValue)],
        ways: [Note("record-adoption", ["deliberation": .text(id.text)])])
    }
    if let ended = deliberation.status.flatMap({ Self.ended[$0] }) {
      throw Refusal(
        ended, ["deliberation": .text(id.text)],
        ways: [Note("name-standing", ["noun": .text("deliberation")])])
    }
    try check(deliberation, decides: things, orOn: body)
    return deliberation
  }

  /// A deliberation that says what it decides is not cited for anything else.
  private static func check(
    _ deliberation: Deliberation, decides things: [String], orOn body: String?
  ) throws(Refusal) {
    let decides = deliberation.resolution?.facts.circumstances.decides ?? []
    let missing = things.filter { !decides.contains($0) }
    guard !decides.isEmpty, !missing.isEmpty, body.map(decides.contains) != true else { return }
    throw Refusal(
      .deliberationDecidesOther,
      [
        "deliberation": .text(deliberation.id.text), "decides": .list(decides),
        "wanted": .list(missing),
      ], ways: [Note("decide-this", ["wanted": .list(missing)])])
  }

  /// On what counts no longer nothing new can rest.
  private static let ended: [Deliberation.Status: RefusalCode] = [
    .annulled: .deliberationAnnulled, .repealed: .deliberationRepealed,
  ]

  /// What a rule has against a deliberation of another body or on another kind of matter.
  ///
  /// Matters are the same when one rule decides them: where the rules say nothing of a programme, one that
  /// was decided as `programme` was decided by the rule `default`, as the rules ask for.
  static func objection(
    to deliberation: Deliberation, body: String, matter: String, clause: Clause, under rules: Rules
  ) -> Refusal? {
    let deciding = { (matter: String) in rules.body(body)?.decision(on: matter)?.matter ?? matter }
    let isFit =
      deliberation.body == body
      && deliberation.matter.map { deciding($0) == deciding(matter) } ?? false
    guard !isFit else { return nil }
    return Refusal(
      .deliberationUnfit,
      [
        "deliberation": .text(deliberation.id.text), "body": .text(deliberation.body ?? ""),
        "matter": .text(deliberation.matter ?? ""), "needed_body": .text(body),
        "needed_matter": .text(matter),
      ], clause: clause,
      ways: [Note("decide-in-body", ["body": .text(body), "matter": .text(matter)])])
  }
}

extension RefusalCode {
  static let deliberationUnknown = RefusalCode("deliberation-unknown", exit: .notFound)
  static let deliberationNotAdopted = RefusalCode("deliberation-not-adopted")
  static let deliberationDecidesOther = RefusalCode("deliberation-decides-other")
  static let deliberationUnfit = RefusalCode("deliberation-unfit")
}
