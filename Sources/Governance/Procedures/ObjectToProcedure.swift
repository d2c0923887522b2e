package import Plugins
package import Values

/// Records that a member objects, proposes an amendment or asks for a meeting; enough of them end it.
///
/// What comes too late is recorded, and has no effect; what comes when it is broken already counts as long as the
/// rules let it go on.
package struct ObjectToProcedure: ActCommand {
  package static let tellsMoments = true

  package static let kind = ActKind(
    "procedure", "object",
    fields: [
      .subject("procedure", .id("procedure")), .required("member", .id("member")),
      .optional("means", .choice(BreakingRule.Means.allCases.map(\.rawValue))),
      .optional("text", .text), .optional("time", .time),
    ])

  let procedure: ProcedureID
  let member: MemberID
  let means: BreakingRule.Means
  let text: String?
  let time: TimeOfDay?

  package init(_ input: ActInput) throws(Failure) {
    procedure = try input.id("procedure")
    member = try input.id("member")
    means = try input.has("means") ? input.choice("means") : .objection
    text = try input.optional("text", ActInput.text)
    time = try input.optional("time", ActInput.time)
  }

  package var proceeding: EntityKey? { EntityKey(procedure) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(procedure)), .one(EntityKey(member))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let file = try ProcedureFile(procedure, at: time, in: ledger, under: rules, on: occasion)
    let rule = try breakingRule(of: file)
    let mayGoOn = file.procedure.stage == .broken && rule.resumes
    let isLate = file.isOver || !(file.procedure.stage.isOngoing || mayGoOn)
    let objection = ProcedureObjection(
      member: member, means: means, at: file.moment, isLate: isLate, text: text)
    var decision = Decision(
      [file.event(.objected(objection), on: occasion)],
      derivations: [file.deadline].compactMap(\.self))
    decision.objections = [
      try authorObjection(rule, file, in: ledger, on: occasion), meansObjection(rule, file),
    ].compactMap(\.self)
    if isLate {
      let ended = file.procedure.ended ?? file.procedure.expires ?? file.moment
      decision.notes.append(
        Note(
          "objection-late",
          [
            "member": .text(member.text), "ended": .text(file.zone.text(of: ended)),
            "zone": .text(file.opening.zone),
          ]))
    } else if mayGoOn {
      decision.notes.append(
        Note(
          "objection-kept", ["member": .text(member.text), "procedure": .text(procedure.text)]))
    } else {
      decideBreak(objection, rule, file, on: occasion, into: &decision)
    }
    return decision
  }

  private func breakingRule(of file: ProcedureFile) throws(Refusal) -> BreakingRule {
    if let rule = file.rule.breaking { return rule }
    throw Refusal(
      .procedureUnbreakable, ["procedure": .text(procedure.text)], clause: file.rule.clause,
      ways: [Note("vote-against", ["procedure": .text(procedure.text)])])
  }

  private func authorObjection(
    _ rule: BreakingRule, _ file: ProcedureFile, in ledger: Ledger, on occasion: Occasion
  ) throws(Refusal) -> Refusal? {
    switch rule.author {
    case .entitled where file.opening.addressees.contains(member): return nil
    case .anyMember where ledger[member]?.memberClass(on: occasion.day) != nil: return nil
    case .entitled, .anyMember:
      return Refusal(
        .mayNotObject, ["member": .text(member.text), "procedure": .text(procedure.text)],
        clause: rule.clause,
        ways: [Note("object-by-addressee", ["known": .list(file.opening.addressees.map(\.text))])])
    }
  }

  private func meansObjection(_ rule: BreakingRule, _ file: ProcedureFile) -> Refusal? {
    guard !rule.means.contains(means) else { return nil }
    return Refusal(
      .meansNotProvided, ["means": .word("term.\(means.rawValue)"), "rule": .text(file.rule.id)],
      clause: rule.clause,
      ways: [Note("use-one-of", ["known": .list(rule.means.map(\.rawValue))])])
  }

  private func decideBreak(
    _ objection: ProcedureObjection, _ rule: BreakingRule, _ file: ProcedureFile,
    on occasion: Occasion, into decision: inout Decision
  ) {
    let voices = (file.procedure.standing.filter { $0.member != member } + [objection])
      .filter { rule.means.contains($0.means) }.map(\.voice)
    let addressees = file.opening.addressees
    let derivation = rule.derivation(by: voices.map(\.member), of: addressees.count)
    decision.derivations.append(derivation)
    guard derivation.holds else {
      let missing = rule.needed(of: addressees.count) - voices.count
      decision.notes.append(Note("objections-awaited", ["count": .int(missing)]))
      return
    }
    let broken = ProcedureBreak(
      rule: file.rule.id, at: file.moment, addressees: addressees, objections: voices,
      consequence: rule.consequence)
    decision.events.append(file.event(.broken(broken), on: occasion))
    decision.notes.append(
      Note(
        "broken-\(rule.consequence.rawValue)",
        ["procedure": .text(procedure.text), "body": .text(file.opening.body)]))
  }
}

extension RefusalCode {
  static let procedureUnbreakable = RefusalCode("procedure-unbreakable")
  static let mayNotObject = RefusalCode("may-not-object")
  static let meansNotProvided = RefusalCode("means-not-provided")
}
