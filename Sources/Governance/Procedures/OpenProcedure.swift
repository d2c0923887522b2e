package import Plugins
package import Values

/// Puts a text to the members of a body outside a meeting.
package struct OpenProcedure: ActCommand {
  package static let tellsMoments = true

  package static let kind = ActKind(
    "procedure", "open",
    fields: [
      .subject("rule", .id("procedure-rule")), .required("title", .text),
      .optional("matter", .text), .optional("text", .text), .optional("papers", .words),
      .optional("urgent", .flag), .optional("reason", .text),
      .optional("follows", .id("procedure")), .optional("time", .time),
    ])

  let rule: String
  let title: String
  let matter: String
  let text: String?
  let papers: [String]
  let isUrgent: Bool
  let reason: String?
  let follows: ProcedureID?
  let time: TimeOfDay?

  package init(_ input: ActInput) throws(Failure) {
    rule = try input.text("rule")
    title = try input.text("title")
    matter = try input.optional("matter", ActInput.text) ?? DecisionRule.fallback
    text = try input.optional("text", ActInput.text)
    papers = try input.digests("papers")
    isUrgent = try input.flag("urgent")
    reason = try input.optional("reason", ActInput.text)
    follows = try input.has("follows") ? input.id("follows") : nil
    time = try input.optional("time", ActInput.time)
  }

  package func needs(under rules: Rules) -> [Need] {
    [
      .all(category: Member.category), .all(category: Board.category),
      .count(category: Procedure.category),
    ] + (follows.map { [.one(EntityKey($0))] } ?? [])
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let rule = try ProcedureChecks.rule(rule, under: rules)
    let body = rules.body(rule.body)
    let electorate = body.flatMap {
      Electorate(of: $0, on: occasion.day, in: ledger, under: rules)
    }
    let opening = ProcedureOpening(
      rule: rule.id, kind: rule.kind, body: rule.body, title: title, matter: matter, text: text,
      papers: papers, addressees: electorate?.entitled ?? [], recordDate: occasion.day,
      at: try occasion.moment(at: time), zone: rules.zone, isUrgent: isUrgent, reason: reason,
      follows: follows)
    let id = ProcedureID(next: ledger)
    var decision = Decision([
      PlannedEvent(ProcedureEvent.opened(opening), to: id, effective: occasion.day)
    ])
    if let body, electorate == nil {
      decision.objections.append(QuorumChecks.noComposition(of: body))
    }
    if electorate?.entitled.isEmpty == true { throw Self.nobody(in: rule) }
    decideMatter(rule, body, into: &decision)
    if let objection = try successionObjection(in: ledger, under: rules) {
      decision.objections.append(objection)
    }
    ProcedureStart(rule, opening).decide(
      id, in: occasion.zone, on: occasion.day, by: rules.calendar.days, into: &decision)
    return decision
  }

  private static func nobody(in rule: ProcedureRule) -> Refusal {
    Refusal(
      .nobodyEntitled, ["body": .text(rule.body)], clause: rule.clause,
      ways: [Note("see-list", ["noun": .text("member")])])
  }

  /// Whether the matter may be decided in this way, and urgently.
  private func decideMatter(
    _ rule: ProcedureRule, _ body: Body?, into decision: inout Decision
  ) {
    if let derivation = rule.derivation(matter: matter) {
      decision.derivations.append(derivation)
      if !derivation.holds {
        decision.objections.append(
          Refusal(
            .matterExcluded, ["matter": .text(matter), "rule": .text(rule.id)],
            clause: rule.clause, derivation: derivation,
            ways: [Note("decide-in-body", ["body": .text(rule.body), "matter": .text(matter)])]))
      }
    }
    if rule.kind == .written, let objection = Self.voteObjection(on: matter, in: body, rule) {
      decision.objections.append(objection)
    }
    if isUrgent, rule.period.urgent == nil {
      decision.objections.append(
        Refusal(
          .procedureNotUrgent, ["rule": .text(rule.id)], clause: rule.period.clause,
          ways: [Note("leave-urgent-out")]))
    }
  }

  /// A written procedure needs a majority to count by.
  private static func voteObjection(
    on matter: String, in body: Body?, _ rule: ProcedureRule
  ) -> Refusal? {
    guard let decision = body?.decision(on: matter) else {
      return Refusal(
        .noMajority, ["body": .text(rule.body), "matter": .text(matter)], clause: rule.clause,
        ways: [Note("use-body-that-decides")])
    }
    guard decision.method == .consensus else { return nil }
    return Refusal(
      .consensusNeeded, ["matter": .text(decision.matter)], clause: decision.clause,
      ways: [Note("decide-in-body", ["body": .text(rule.body), "matter": .text(matter)])])
  }

  /// A revised text may follow a procedure only where its rule lets it.
  private func successionObjection(
    in ledger: Ledger, under rules: Rules
  ) throws(Refusal) -> Refusal? {
    guard let follows else { return nil }
    guard let former = ledger[follows], let opening = former.opening?.facts else {
      throw Refusal(
        .procedureUnknown, ["procedure": .text(follows.text)],
        ways: [Note("see-list", ["noun": .text("procedure")])])
    }
    guard let broken = former.breaking?.facts else {
      throw Refusal(
        .procedureNotBroken, ["procedure": .text(follows.text)],
        ways: [Note("explain-it", ["id": .text(follows.text)])])
    }
    guard broken.consequence != .restart else { return nil }
    let clause = rules.procedure(opening.rule)?.breaking?.clause
    return Refusal(
      .noRestart,
      ["procedure": .text(follows.text), "then": .word("term.\(broken.consequence.rawValue)")],
      clause: clause,
      ways: [
        Note("decide-in-body", ["body": .text(opening.body), "matter": .text(opening.matter)])
      ])
  }
}

extension Identifier where Kind == Procedure {
  /// The id of the next procedure, `P-1` for the first.
  init(next ledger: Ledger) {
    let number = (ledger.counts[Procedure.category] ?? 0) + 1
    guard let id = Self("P-\(number)") else {
      preconditionFailure("a letter, a hyphen and a number are an id")
    }
    self = id
  }
}

extension RefusalCode {
  static let nobodyEntitled = RefusalCode("nobody-entitled")
  static let matterExcluded = RefusalCode("matter-excluded")
  static let procedureNotUrgent = RefusalCode("procedure-not-urgent")
  static let noMajority = RefusalCode("no-majority")
  static let procedureNotBroken = RefusalCode("procedure-not-broken")
  static let noRestart = RefusalCode("no-restart")
}
