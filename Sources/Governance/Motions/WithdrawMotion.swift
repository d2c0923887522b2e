package import Plugins
package import Values

/// Takes a motion back, where the rules let one in its state be taken back; or an amendment to it, at any time.
package struct WithdrawMotion: ActCommand {
  package static let kind = ActKind(
    "motion", "withdraw",
    fields: [
      .subject("motion", .id("motion")), .optional("amendment", .int), .optional("reason", .text),
    ])

  let motion: MotionID
  let amendment: Int?
  let reason: String?

  package init(_ input: ActInput) throws(Failure) {
    motion = try input.id("motion")
    amendment = try input.optional("amendment", ActInput.int)
    reason = try input.optional("reason", ActInput.text)
  }

  package var proceeding: EntityKey? { EntityKey(motion) }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(motion))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (found, stage) = try MotionChecks.open(motion, in: ledger, on: occasion)
    if let amendment {
      let open = try AmendmentChecks.open(amendment, of: found)
      let withdrawal = AmendmentWithdrawal(
        on: occasion.effective, number: open.number, reason: reason)
      return Decision([
        PlannedEvent(
          MotionEvent.amendmentWithdrawn(withdrawal), to: motion, effective: occasion.day)
      ])
    }
    let rule = try MotionChecks.rule(under: rules)
    guard let way = rule.ways(from: stage.state, on: .withdrawal).first else {
      throw Refusal(
        .motionNotWithdrawable, ["motion": .text(motion.text), "state": .text(stage.state)],
        clause: rule.clause, ways: [Note("decide-motion", ["motion": .text(motion.text)])])
    }
    let step = MotionStep(way, of: found, from: stage, under: rule)
    return step.decision(on: occasion, reason: reason) { .withdrawn($0) }
  }
}

extension RefusalCode {
  static let motionNotWithdrawable = RefusalCode("motion-not-withdrawable")
}
