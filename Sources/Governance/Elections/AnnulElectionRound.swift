package import Plugins
package import Values

/// Records that the last round of an election does not count: annulled by the chair while its meeting sits, later
/// by the body that elects.
///
/// Both the round and its annulment stay; the next vote takes its place, and its number. Only the last round is
/// annulled, since later ones rest on those before; an election that was closed after it is open again.
package struct AnnulElectionRound: ActCommand {
  package static let kind = ActKind(
    "election", "annul",
    fields: [
      .subject("election", .id("election")), .required("reason", .text),
      .optional("by", .id("deliberation")),
    ])

  let election: ElectionID
  let reason: String
  let by: DeliberationID?

  package init(_ input: ActInput) throws(Failure) {
    election = try input.id("election")
    reason = try input.text("reason")
    by = input.has("by") ? try input.id("by") : nil
  }

  package var proceeding: EntityKey? { EntityKey(election) }

  package func needs(under rules: Rules) -> [Need] {
    [
      .one(EntityKey(election)), .all(category: Meeting.category), .all(category: Board.category),
    ] + (by.map { [.one(EntityKey($0))] } ?? [])
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (found, opening) = try ElectionChecks.election(election, in: ledger, on: occasion)
    guard let round = found.rounds.last else {
      throw Refusal(
        .roundNone, ["election": .text(election.text)],
        ways: [Note("explain-it", ["id": .text(election.text)])])
    }
    try checkNotSeated(in: ledger)
    if let by {
      try check(by, electing: opening.by, in: ledger)
    } else if !occasion.isTakenOver {
      try checkSits(round.facts, electing: opening.by, in: ledger)
    }
    let annulment = RoundAnnulment(
      round: round.facts.number, on: occasion.effective, reason: reason, deliberation: by)
    let isReopened = found.closing != nil
    return Decision(
      [PlannedEvent(ElectionEvent.annulled(annulment), to: election, effective: occasion.day)],
      notes: isReopened ? [Note("election-reopened", ["election": .text(election.text)])] : [])
  }

  /// Those who were elected have not taken their seats by it.
  private func checkNotSeated(in ledger: Ledger) throws(Refusal) {
    let seated = ledger.all(Board.self).flatMap(\.compositions)
      .first { $0.seating.election == election.text }
    guard let seated else { return }
    throw Refusal(
      .electionSeated, ["election": .text(election.text)],
      ways: [Note("correct-event", MeetingChecks.at(seated.position))])
  }

  private func check(
    _ by: DeliberationID, electing body: String, in ledger: Ledger
  ) throws(Refusal) {
    let decision = try AdoptionChecks.adopted(by, in: ledger)
    guard decision.body != body else { return }
    throw Refusal(
      .annulledByOtherBody,
      [
        "deliberation": .text(election.text), "by": .text(by.text), "body": .text(body),
        "other": .text(decision.body ?? ""),
      ], ways: [Note("decide-annulment", ["body": .text(body)])])
  }

  /// The chair may annul a round only as long as those who voted are still there to repeat it.
  private func checkSits(
    _ round: ElectionRound, electing body: String, in ledger: Ledger
  ) throws(Refusal) {
    guard ledger[round.meeting]?.stage != .open else { return }
    throw Refusal(
      .roundAnnulmentLate,
      [
        "election": .text(election.text), "round": .int(round.number),
        "meeting": .text(round.meeting.text),
      ], ways: [Note("decide-annulment", ["body": .text(body)])])
  }
}

extension RefusalCode {
  static let roundNone = RefusalCode("round-none")
  static let electionSeated = RefusalCode("election-seated")
  static let roundAnnulmentLate = RefusalCode("round-annulment-late")
}
