import Plugins
import Values

/// An amendment that a body votes on.
struct AmendmentVote {
  private let motion: Motion
  private let amendment: Amendment

  /// - Throws: what stands against it: `amendment-unknown`, `amendment-decided`, `amendment-fallen`.
  init(_ number: Int, of motion: Motion) throws(Refusal) {
    self.motion = motion
    amendment = try AmendmentChecks.open(number, of: motion)
  }

  /// The new words; nil for what is only struck.
  var text: String? { amendment.change.text }

  /// What the vote makes of the amendment.
  func events(
    _ isAdopted: Bool, _ tally: Tally?, by deliberation: DeliberationID, on occasion: Occasion
  ) -> [PlannedEvent] {
    let votes = tally.map { tally in
      AmendmentDecision.Votes(
        inFavour: tally.inFavour, against: tally.against, abstaining: tally.abstaining)
    }
    let decision = AmendmentDecision(
      on: occasion.effective, number: amendment.number, deliberation: deliberation,
      isAdopted: isAdopted, votes: votes)
    return [
      PlannedEvent(MotionEvent.amendmentDecided(decision), to: motion.id, effective: occasion.day)
    ]
  }
}
