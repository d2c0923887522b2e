package import Plugins
package import Values

/// Moves a motion into another state, by a way that the rules under which it was put lay down.
package struct MoveMotion: ActCommand {
  package static let kind = ActKind(
    "motion", "move",
    fields: [
      .subject("motion", .id("motion")), .required("to", .id("motion-state")),
      .optional("reason", .text),
    ])

  let motion: MotionID
  let to: String
  let reason: String?

  package init(_ input: ActInput) throws(Failure) {
    motion = try input.id("motion")
    to = try input.text("to")
    reason = try input.optional("reason", ActInput.text)
  }

  package var proceeding: EntityKey? { EntityKey(motion) }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(motion))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let rule = try MotionChecks.rule(under: rules)
    let (found, stage) = try MotionChecks.open(motion, in: ledger, on: occasion)
    let ways = rule.ways(from: stage.state, on: .move)
    guard let way = ways.first(where: { $0.to == to }) else { throw undefined(stage, ways, rule) }
    let step = MotionStep(way, of: found, from: stage, under: rule)
    return step.decision(on: occasion, reason: reason) { .moved($0) }
  }

  /// The refusal of a way that the rules do not have, with those that they have.
  private func undefined(
    _ stage: MotionStage, _ ways: [MotionRule.Transition], _ rule: MotionRule
  ) -> Refusal {
    let possible = ways.map(\.to)
    return Refusal(
      .motionWayUndefined,
      [
        "motion": .text(motion.text), "from": .text(stage.state),
        "to": .text(String(to.prefix(80))),
      ], clause: rule.clause,
      ways: [
        possible.isEmpty
          ? Note("end-motion", ["motion": .text(motion.text)])
          : Note("use-one-of", ["known": .list(possible)])
      ])
  }
}

extension RefusalCode {
  static let motionWayUndefined = RefusalCode("motion-way-undefined")
}
