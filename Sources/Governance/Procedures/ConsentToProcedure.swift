package import Plugins
package import Values

/// Records that the members agree to decide a matter outside a meeting; the text is another question.
package struct ConsentToProcedure: ActCommand {
  package static let tellsMoments = true

  package static let kind = ActKind(
    "procedure", "consent",
    fields: [
      .subject("procedure", .id("procedure")), .optional("agreed", .ids("member")),
      .optional("against", .ids("member")), .optional("meeting", .id("meeting")),
      .optional("time", .time),
    ])

  let procedure: ProcedureID
  let agreed: [MemberID]
  let against: [MemberID]
  let meeting: MeetingID?
  let time: TimeOfDay?

  package init(_ input: ActInput) throws(Failure) {
    procedure = try input.id("procedure")
    agreed = try input.ids("agreed")
    against = try input.ids("against")
    meeting = try input.has("meeting") ? input.id("meeting") : nil
    time = try input.optional("time", ActInput.time)
  }

  package var proceeding: EntityKey? { EntityKey(procedure) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(procedure))] + (meeting.map { [.one(EntityKey($0))] } ?? [])
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let file = try ProcedureFile(procedure, at: time, in: ledger, under: rules, on: occasion)
    try file.checkOngoing()
    if let meeting { _ = try MeetingChecks.meeting(meeting, in: ledger) }
    for member in agreed + against { try file.checkAddressee(member) }
    try checkSides()
    let rule = try consentRule(of: file)
    let derivation = rule.derivation(
      agreed: agreed.count, against: against.count, of: file.opening.addressees.count)
    let consent = ProcedureConsent(
      rule: file.rule.id, at: file.moment, addressees: file.opening.addressees, agreed: agreed,
      against: against, meeting: meeting)
    var decision = Decision([file.event(.consented(consent), on: occasion)])
    var start = ProcedureStart(file)
    start.add(consent)
    start.decide(
      procedure, in: file.zone, on: occasion.day, by: rules.calendar.days, into: &decision)
    decision.derivations.append(derivation)
    if !derivation.holds { decision.objections.append(refusal(rule, derivation, file)) }
    return decision
  }

  /// Nobody is on both sides.
  private func checkSides() throws(Refusal) {
    guard let both = agreed.first(where: against.contains) else { return }
    throw Refusal(
      .onBothSides, ["member": .text(both.text)],
      ways: [Note("leave-delegation-out", ["member": .text(both.text)])])
  }

  private func consentRule(of file: ProcedureFile) throws(Refusal) -> ConsentRule {
    guard file.procedure.consent == nil else {
      throw Refusal(
        .consentGiven, ["procedure": .text(procedure.text)],
        ways: [Note("explain-it", ["id": .text(procedure.text)])])
    }
    guard let rule = file.rule.consent else {
      throw Refusal(
        .consentNotAsked, ["rule": .text(file.rule.id)], clause: file.rule.clause,
        ways: [Note("explain-it", ["id": .text(procedure.text)])])
    }
    return rule
  }

  private func refusal(
    _ rule: ConsentRule, _ derivation: Derivation, _ file: ProcedureFile
  ) -> Refusal {
    Refusal(
      .consentMissing,
      ["procedure": .text(procedure.text), "against": .list(against.map(\.text))],
      clause: rule.clause, derivation: derivation,
      ways: [
        Note(
          "decide-in-body",
          ["body": .text(file.opening.body), "matter": .text(file.opening.matter)]),
        Note("withdraw-procedure", ["procedure": .text(procedure.text)]),
      ])
  }
}

extension RefusalCode {
  static let onBothSides = RefusalCode("on-both-sides", exit: .badData)
  static let consentGiven = RefusalCode("consent-given")
  static let consentNotAsked = RefusalCode("consent-not-asked")
  static let consentMissing = RefusalCode("consent-missing")
}
