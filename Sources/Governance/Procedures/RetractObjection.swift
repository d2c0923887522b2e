package import Plugins
package import Values

/// Records that a member takes back what it said to end a procedure, as long as the time runs.
///
/// Where the rules say so, a procedure that was broken goes on when too few are left; its time ends as before.
package struct RetractObjection: ActCommand {
  package static let tellsMoments = true

  package static let kind = ActKind(
    "procedure", "retract",
    fields: [
      .subject("procedure", .id("procedure")), .required("member", .id("member")),
      .optional("reason", .text), .optional("time", .time),
    ])

  let procedure: ProcedureID
  let member: MemberID
  let reason: String?
  let time: TimeOfDay?

  package init(_ input: ActInput) throws(Failure) {
    procedure = try input.id("procedure")
    member = try input.id("member")
    reason = try input.optional("reason", ActInput.text)
    time = try input.optional("time", ActInput.time)
  }

  package var proceeding: EntityKey? { EntityKey(procedure) }

  package func needs(under rules: Rules) -> [Need] {
    [.all(category: Procedure.category), .all(category: Deliberation.category)]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let file = try ProcedureFile(procedure, at: time, in: ledger, under: rules, on: occasion)
    guard let rule = file.rule.breaking else { throw nothing(in: file) }
    try checkTime(of: file, rule)
    let standing = file.procedure.standing
    guard standing.contains(where: { $0.member == member && $0.at <= file.moment }) else {
      throw nothing(in: file)
    }
    let left = standing.filter { $0.member != member && rule.means.contains($0.means) }
    let answer = rule.derivation(by: left.map(\.member), of: file.opening.addressees.count)
    let isBroken = file.procedure.breaking != nil
    if isBroken, !answer.holds { try checkNotTakenUp(file, rule, in: ledger) }
    let retraction = ProcedureRetraction(
      member: member, at: file.moment, resumes: isBroken && !answer.holds, reason: reason)
    return Decision(
      [file.event(.retracted(retraction), on: occasion)],
      derivations: [file.deadline, answer].compactMap(\.self),
      notes: [note(isBroken: isBroken, answer, left.count, rule, file)])
  }

  /// Only while the time runs, and of a broken procedure only where the rules let it go on.
  private func checkTime(of file: ProcedureFile, _ rule: BreakingRule) throws(Refusal) {
    guard file.procedure.stage == .broken, !file.isOver else { return try checkOngoing(file, rule) }
    guard !rule.resumes else { return }
    throw Refusal(
      .breakStands, ["procedure": .text(procedure.text)], clause: rule.clause,
      ways: [
        Note("explain-it", ["id": .text(procedure.text)]),
        Note("open-anew", ["rule": .text(file.rule.id)]),
      ])
  }

  private func checkOngoing(_ file: ProcedureFile, _ rule: BreakingRule) throws(Refusal) {
    guard !file.procedure.stage.isOngoing || file.isOver else { return }
    let ended = file.isOver ? file.procedure.expires : file.procedure.ended
    throw Refusal(
      .retractionLate,
      [
        "procedure": .text(procedure.text), "member": .text(member.text),
        "ended": .text(file.zone.text(of: ended ?? file.moment)), "zone": .text(file.opening.zone),
      ],
      clause: file.isOver ? file.rule.period.clause : rule.clause,
      derivation: file.isOver ? file.deadline : nil,
      ways: [
        Note("explain-it", ["id": .text(procedure.text)]),
        Note("open-anew", ["rule": .text(file.rule.id)]),
      ])
  }

  /// What followed the break stands: a revised text that was put anew, or a decision of the body on the matter.
  private func checkNotTakenUp(
    _ file: ProcedureFile, _ rule: BreakingRule, in ledger: Ledger
  ) throws(Refusal) {
    let broken = file.procedure.breaking?.position ?? 0
    let following = ledger.all(Procedure.self).first { other in
      other.opening?.facts.follows == procedure && other.withdrawal == nil
    }
    let deciding = ledger.all(Deliberation.self).first { other in
      other.title == file.opening.title && other.body == file.opening.body
        && other.annulment == nil && broken < other.position ?? 0
    }
    guard let other = following?.id.text ?? deciding?.id.text else { return }
    let withdrawal = following.map { Note("withdraw-procedure", ["procedure": .text($0.id.text)]) }
    throw Refusal(
      .matterTakenUp, ["procedure": .text(procedure.text), "other": .text(other)],
      clause: rule.clause,
      ways: (following?.stage.isOngoing == true ? [withdrawal].compactMap(\.self) : [])
        + [Note("explain-it", ["id": .text(other)])])
  }

  private func nothing(in file: ProcedureFile) -> Refusal {
    let known = file.procedure.standing.map(\.member.text)
    return Refusal(
      .objectionNone, ["procedure": .text(procedure.text), "member": .text(member.text)],
      clause: file.rule.breaking?.clause ?? file.rule.clause,
      ways: known.isEmpty
        ? [Note("explain-it", ["id": .text(procedure.text)])]
        : [Note("use-one-of", ["known": .list(known)])])
  }

  /// What becomes of the procedure.
  private func note(
    isBroken: Bool, _ answer: Derivation, _ left: Int, _ rule: BreakingRule, _ file: ProcedureFile
  ) -> Note {
    let id: [String: Failure.Value] = ["procedure": .text(procedure.text)]
    if isBroken, answer.holds {
      return Note("stays-broken", id.merging(["count": .int(left)]) { $1 })
    }
    guard isBroken else {
      let missing = rule.needed(of: file.opening.addressees.count) - left
      return Note("objections-awaited", ["count": .int(missing)])
    }
    guard let expires = file.procedure.expiresLocal else { return Note("procedure-waits", id) }
    return Note(
      "procedure-goes-on",
      id.merging(["expires": .text(expires), "zone": .text(file.opening.zone)]) { $1 })
  }
}

extension RefusalCode {
  static let breakStands = RefusalCode("break-stands")
  static let matterTakenUp = RefusalCode("matter-taken-up")
  static let retractionLate = RefusalCode("retraction-late")
  static let objectionNone = RefusalCode("objection-none")
}
