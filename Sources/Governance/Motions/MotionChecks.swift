import Plugins
import Values

/// What the acts on motions ask alike.
enum MotionChecks {
  /// The cycle that the rules lay down.
  ///
  /// - Throws: `motions-unruled` where they lay down none.
  static func rule(under rules: Rules) throws(Refusal) -> MotionRule {
    guard let rule = rules.motions else {
      throw Refusal(.motionsUnruled, ways: [Note("lay-down-motions")])
    }
    return rule
  }

  /// A motion that was put by the day of an act.
  ///
  /// - Throws: `motion-unknown`, or `motion-later` for one that was put only afterwards.
  static func motion(
    _ id: MotionID, in ledger: Ledger, on occasion: Occasion
  ) throws(Refusal) -> Motion {
    guard let motion = ledger[id], let proposal = motion.proposal else {
      throw Refusal(
        .motionUnknown, ["motion": .text(id.text)],
        ways: [Note("see-list", ["noun": .text("motion")])])
    }
    guard proposal.mark.effective <= occasion.effective.last else {
      throw Refusal(
        .motionLater, ["motion": .text(id.text), "day": .day(proposal.mark.effective)],
        ways: [Note("give-later-day", ["day": .day(proposal.mark.effective)])])
    }
    return motion
  }

  /// A motion that has not ended, with where it stands.
  ///
  /// - Throws: `motion-ended` with the state in which it ended.
  static func open(
    _ id: MotionID, in ledger: Ledger, on occasion: Occasion
  ) throws(Refusal) -> (motion: Motion, stage: MotionStage) {
    let motion = try motion(id, in: ledger, on: occasion)
    guard let stage = motion.stage, !stage.isFinal else {
      throw Refusal(
        .motionEnded,
        ["motion": .text(id.text), "state": .text(motion.stage?.state ?? "")],
        ways: [Note("explain-it", ["id": .text(id.text)]), Note("put-anew")])
    }
    return (motion, stage)
  }

  /// What a class without the right to propose has against a member that puts or supports a motion.
  static func objection(
    to member: MemberID, in ledger: Ledger, under rules: Rules, on occasion: Occasion
  ) throws(Refusal) -> Refusal? {
    try DelegationChecks.objection(
      to: member, using: .propose, on: occasion.day, in: ledger, under: rules)
  }
}

extension MotionRule {
  /// A state with what a vote may make of it, as events keep it.
  func stage(_ id: String) -> MotionStage {
    let state = state(id)
    func way(_ trigger: Trigger) -> MotionWay? {
      ways(from: id, on: trigger).first.map { MotionWay($0.id, to: $0.to) }
    }
    return MotionStage(
      id, isFinal: state?.isFinal ?? false, isAmendable: state?.isAmendable ?? false,
      adoption: way(.adoption), rejection: way(.rejection))
  }
}

extension RefusalCode {
  static let motionsUnruled = RefusalCode("motions-unruled")
  static let motionUnknown = RefusalCode("motion-unknown", exit: .notFound)
  static let motionLater = RefusalCode("motion-later", exit: .badData)
  static let motionEnded = RefusalCode("motion-ended")
}
