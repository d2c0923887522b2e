package import Plugins
package import Values

/// Records that a member stands behind a motion of another one.
package struct SupportMotion: ActCommand {
  package static let kind = ActKind(
    "motion", "support",
    fields: [.subject("motion", .id("motion")), .required("member", .id("member"))])

  let motion: MotionID
  let member: MemberID

  package init(_ input: ActInput) throws(Failure) {
    motion = try input.id("motion")
    member = try input.id("member")
  }

  package var proceeding: EntityKey? { EntityKey(motion) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(motion)), .one(EntityKey(member))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (found, _) = try MotionChecks.open(motion, in: ledger, on: occasion)
    let values: [String: Failure.Value] = [
      "member": .text(member.text), "motion": .text(motion.text),
    ]
    guard found.proposal?.facts.member != member else {
      throw Refusal(
        .motionOwnSupport, values, ways: [Note("leave-delegation-out", values)])
    }
    guard !found.supporters.contains(member) else {
      throw Refusal(
        .motionSupportedAlready, values, ways: [Note("explain-it", ["id": .text(motion.text)])])
    }
    let support = MotionSupport(on: occasion.effective, member: member)
    return Decision(
      [PlannedEvent(MotionEvent.supported(support), to: motion, effective: occasion.day)],
      objections: [
        try MotionChecks.objection(to: member, in: ledger, under: rules, on: occasion)
      ].compactMap(\.self))
  }
}

extension RefusalCode {
  static let motionOwnSupport = RefusalCode("motion-own-support")
  static let motionSupportedAlready = RefusalCode("motion-supported-already")
}
