import Plugins
import Values

/// One way that a motion takes, with what the rules ask of whoever lets it.
struct MotionStep {
  private let transition: MotionRule.Transition
  private let motion: Motion
  private let from: MotionStage
  private let rule: MotionRule

  init(
    _ transition: MotionRule.Transition, of motion: Motion, from stage: MotionStage,
    under rule: MotionRule
  ) {
    (self.transition, self.motion) = (transition, motion)
    (from, self.rule) = (stage, rule)
  }

  /// The step as an event, and what its clause has against it.
  func decision(
    on occasion: Occasion, reason: String?, as event: (MotionMove) -> MotionEvent
  ) -> Decision {
    let move = MotionMove(
      on: occasion.effective, transition: transition.id, from: from.state,
      supporters: motion.supporters.count, stage: rule.stage(transition.to), reason: reason)
    let derivation = derivation(by: occasion.actor)
    return Decision(
      [PlannedEvent(event(move), to: motion.id, effective: occasion.day)],
      derivations: [derivation],
      objections: [
        entitlement(of: occasion.actor, derivation), support(derivation),
      ].compactMap(\.self))
  }

  private func derivation(by actor: String) -> Derivation {
    let anybody = transition.by.isEmpty
    return Derivation(
      transition.clause, "motion-step",
      JSON.Fields([
        ("transition", .text(transition.id)), ("from", .text(from.state)),
        ("to", .text(transition.to)), ("roles", .texts(anybody ? ["–"] : transition.by)),
        ("actor", .text(actor)), ("supporters", .count(motion.supporters.count)),
        ("needed", .count(transition.supporters)),
      ]),
      holds: (anybody || transition.by.contains(actor))
        && motion.supporters.count >= transition.supporters)
  }

  private func entitlement(of actor: String, _ derivation: Derivation) -> Refusal? {
    guard !transition.by.isEmpty, !transition.by.contains(actor) else { return nil }
    return Refusal(
      .motionNotEntitled,
      [
        "motion": .text(motion.id.text), "to": .text(transition.to), "actor": .text(actor),
        "roles": .list(transition.by),
      ], clause: transition.clause, derivation: derivation,
      ways: [Note("record-as", ["roles": .list(transition.by)])])
  }

  private func support(_ derivation: Derivation) -> Refusal? {
    let found = motion.supporters.count
    guard found < transition.supporters else { return nil }
    return Refusal(
      .motionUnsupported,
      [
        "motion": .text(motion.id.text), "to": .text(transition.to), "found": .int(found),
        "needed": .int(transition.supporters),
      ], clause: transition.clause, derivation: derivation,
      ways: [
        Note(
          "find-supporters",
          ["motion": .text(motion.id.text), "missing": .int(transition.supporters - found)])
      ])
  }
}

extension RefusalCode {
  static let motionNotEntitled = RefusalCode("motion-not-entitled")
  static let motionUnsupported = RefusalCode("motion-unsupported")
}
