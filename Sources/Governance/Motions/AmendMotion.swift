package import Plugins
package import Values

/// Proposes a change to numbered paragraphs of a motion, which is decided before the motion is.
package struct AmendMotion: ActCommand {
  package static let kind = ActKind(
    "motion", "amend",
    fields: [
      .subject("motion", .id("motion")), .required("paragraph", .int), .optional("last", .int),
      .optional("text", .text), .optional("insert", .flag), .optional("strike", .flag),
      .optional("member", .id("member")), .optional("reason", .text),
    ], alternatives: [["text", "insert"], ["strike"]])

  let motion: MotionID
  let change: AmendmentChange
  let member: MemberID?
  let reason: String?

  package init(_ input: ActInput) throws(Failure) {
    motion = try input.id("motion")
    change = try Self.change(input)
    member = try input.has("member") ? input.id("member") : nil
    reason = try input.optional("reason", ActInput.text)
  }

  /// New words, or none: exactly one of both, and an insertion has one place.
  private static func change(_ input: ActInput) throws(Failure) -> AmendmentChange {
    let first = try input.int("paragraph")
    let last = try input.optional("last", ActInput.int)
    let text = try input.has("text") ? input.motionText("text") : nil
    switch (text, try input.flag("insert"), try input.flag("strike")) {
    case (let text?, true, false) where last == nil:
      return AmendmentChange(.insert, first, text: text.text)
    case (let text?, false, false):
      return AmendmentChange(.replace, first, through: last, text: text.text)
    case (nil, false, true): return AmendmentChange(.strike, first, through: last)
    default: throw Failure(.amendmentUnclear)
    }
  }

  package var proceeding: EntityKey? { EntityKey(motion) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(motion))] + (member.map { [.one(EntityKey($0))] } ?? [])
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (found, stage) = try MotionChecks.open(motion, in: ledger, on: occasion)
    try AmendmentChecks.check(stage, of: found)
    try AmendmentChecks.check(change, in: found)
    let number = (found.amendments.map(\.number).max() ?? 0) + 1
    let proposal = AmendmentProposal(
      on: occasion.effective, number: number, change: change, member: member, reason: reason)
    var decision = Decision([
      PlannedEvent(MotionEvent.amendmentProposed(proposal), to: motion, effective: occasion.day)
    ])
    if let member,
      let objection = try MotionChecks.objection(
        to: member, in: ledger, under: rules, on: occasion)
    {
      decision.objections.append(objection)
    }
    decision.notes = Self.note(on: found.collisions(of: change), number)
    return decision
  }

  private static func note(on others: [Amendment], _ number: Int) -> [Note] {
    guard !others.isEmpty else { return [] }
    return [
      Note(
        "amendments-collide",
        ["amendment": .int(number), "others": .list(others.map { "\($0.number)" })])
    ]
  }
}

extension Failure.Code {
  /// An amendment says not exactly once what it does: other words, an insertion, or nothing in their place.
  package static let amendmentUnclear = Failure.Code("amendment-unclear", exit: .usage)
}
