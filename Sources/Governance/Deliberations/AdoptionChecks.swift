import Plugins
import Values

/// What an act that rests on a deliberation asks of it.
enum AdoptionChecks {
  /// The deliberation, when it was adopted.
  ///
  /// - Throws: `deliberation-unknown`, or `deliberation-not-adopted`, which no rule can mend.
  static func adopted(_ id: DeliberationID, in ledger: Ledger) throws(Refusal) -> Deliberation {
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
    return deliberation
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
  static let deliberationUnfit = RefusalCode("deliberation-unfit")
}
