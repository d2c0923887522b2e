package import Plugins
package import Values

/// Records that a vote does not count: annulled by the chair while its meeting sits, later by the body.
///
/// Both the vote and its annulment stay; the vote that is taken in its place names it with `repeats`.
package struct AnnulDeliberation: ActCommand {
  package static let kind = ActKind(
    "deliberation", "annul",
    fields: [
      .subject("deliberation", .id("deliberation")), .required("reason", .text),
      .optional("by", .id("deliberation")),
    ])

  let deliberation: DeliberationID
  let reason: String
  let by: DeliberationID?

  package init(_ input: ActInput) throws(Failure) {
    deliberation = try input.id("deliberation")
    reason = try input.text("reason")
    by = input.has("by") ? try input.id("by") : nil
  }

  package func needs(under rules: Rules) -> [Need] {
    [
      .one(EntityKey(deliberation)), .all(category: Meeting.category),
      .all(category: Motion.category),
    ] + ReferralReopening.needs
      + (by.map { [.one(EntityKey($0))] } ?? [])
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try DeliberationChecks.decided(deliberation, in: ledger)
    if found.annulment != nil {
      throw Refusal(
        .deliberationAnnulled, ["deliberation": .text(deliberation.text)],
        ways: [Note("repeat-vote", ["deliberation": .text(deliberation.text)])])
    }
    if let by {
      try check(found, annulledBy: by, in: ledger)
    } else if !occasion.isTakenOver {
      try checkSits(found, in: ledger)
    }
    let annulment = Annulment(reason: reason, deliberation: by)
    let reopened = try MotionReopening.events(annulling: found, in: ledger, on: occasion)
    var decision = Decision(
      [
        PlannedEvent(
          DeliberationEvent.annulled(annulment), to: deliberation, effective: occasion.day)
      ] + reopened)
    ReferralReopening.reopen(
      after: found, in: ledger, under: rules, on: occasion, into: &decision)
    return decision
  }

  private func check(
    _ found: Deliberation, annulledBy by: DeliberationID, in ledger: Ledger
  ) throws(Refusal) {
    guard by != deliberation else {
      throw Refusal(
        .deliberationOwnChange, ["deliberation": .text(by.text)],
        ways: [Note("see-list", ["noun": .text("deliberation")])])
    }
    let decision = try AdoptionChecks.adopted(by, in: ledger)
    guard let body = found.body, decision.body != body else { return }
    throw Refusal(
      .annulledByOtherBody,
      [
        "deliberation": .text(deliberation.text), "by": .text(by.text), "body": .text(body),
        "other": .text(decision.body ?? ""),
      ], ways: [Note("decide-annulment", ["body": .text(body)])])
  }

  /// The chair may annul a vote only as long as those who voted are still there to repeat it.
  private func checkSits(_ found: Deliberation, in ledger: Ledger) throws(Refusal) {
    guard let id = found.meeting, ledger[id]?.stage != .open else { return }
    throw Refusal(
      .annulmentTooLate,
      ["deliberation": .text(deliberation.text), "meeting": .text(id.text)],
      ways: [Note("decide-annulment", ["body": .text(found.body ?? "")])])
  }
}

extension RefusalCode {
  static let annulledByOtherBody = RefusalCode("annulled-by-other-body")
  static let annulmentTooLate = RefusalCode("annulment-too-late")
}
