package import Plugins
package import Values

/// Records what a deliberation made of an application; with an adopted one the membership begins, in the same act.
package struct DecideApplication: ActCommand {
  package static let kind = ActKind(
    "application", "decide",
    fields: [
      .subject("application", .id("application")), .required("by", .id("deliberation")),
    ])

  let application: ApplicationID
  let deliberation: DeliberationID

  package init(_ input: ActInput) throws(Failure) {
    application = try input.id("application")
    deliberation = try input.id("by")
  }

  /// All members too, since the application alone says whose it is.
  package func needs(under rules: Rules) -> [Need] {
    [
      .one(EntityKey(application)), .one(EntityKey(deliberation)),
      .all(category: Member.category),
    ]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (found, filing) = try ApplicationChecks.open(application, in: ledger)
    try ApplicationChecks.check(occasion, after: filing)
    let decided = try ApplicationChecks.decided(deliberation, in: ledger)
    try check(occasion, after: decided)
    let end = ApplicationEnd(on: occasion.effective, deliberation: deliberation)
    var decision = Decision()
    if decided.outcome == .adopted {
      _ = try AdoptionChecks.adopted(deliberation, in: ledger)
      decision.events = try admission(filing, end, in: ledger, on: occasion)
    } else {
      decision.events = [event(.refused(end), on: occasion)]
    }
    if let rule = rules.admission { ask(rule, found, decided, rules, &decision) }
    return decision
  }

  private func event(_ event: ApplicationEvent, on occasion: Occasion) -> PlannedEvent {
    PlannedEvent(event, to: application, effective: occasion.day)
  }

  /// Nobody belongs before the day of the decision.
  private func check(_ occasion: Occasion, after decided: Deliberation) throws(Refusal) {
    guard let day = decided.day, occasion.effective.last < day else { return }
    throw Refusal(
      .membershipBeforeDecision, ["deliberation": .text(deliberation.text), "day": .day(day)],
      ways: [Note("give-later-day", ["day": .day(day)])])
  }

  /// The application is granted and the member comes in, or gets its new class.
  private func admission(
    _ filing: ApplicationFiling, _ end: ApplicationEnd, in ledger: Ledger, on occasion: Occasion
  ) throws(Refusal) -> [PlannedEvent] {
    let held = ledger[filing.member]?.memberClass(on: occasion.day)
    guard held != filing.memberClass else {
      throw Refusal(
        .classHeldAlready,
        ["member": .text(filing.member.text), "class": .text(filing.memberClass)],
        ways: [Note("withdraw-application", ["application": .text(application.text)])])
    }
    let from = occasion.effective
    let membership: MemberEvent =
      held == nil
      ? .admitted(memberClass: filing.memberClass, from: from)
      : .reclassified(memberClass: filing.memberClass, from: from)
    return [
      event(.granted(end), on: occasion),
      PlannedEvent(membership, to: filing.member, effective: occasion.day),
    ]
  }

  /// The body that decides, and whether the opinion that comes first was given.
  private func ask(
    _ rule: AdmissionRule, _ found: Application, _ decided: Deliberation, _ rules: Rules,
    _ decision: inout Decision
  ) {
    let unfit = AdoptionChecks.objection(
      to: decided, body: rule.decidedBy, matter: rule.matter, clause: rule.clause, under: rules)
    if let unfit { decision.objections.append(unfit) }
    guard let body = rule.opinion else { return }
    let opinion = found.opinion(of: body)?.facts
    let derivation = Derivation(
      rule.clause, "opinion",
      JSON.Fields([
        ("body", .text(body)), ("opinion", .text(opinion?.tenor.rawValue ?? "–")),
        ("on", .text(opinion?.on.description ?? "–")),
      ]), holds: opinion != nil)
    decision.derivations.append(derivation)
    guard opinion == nil else { return }
    decision.objections.append(
      Refusal(
        .opinionMissing, ["application": .text(application.text), "body": .text(body)],
        clause: rule.clause, derivation: derivation,
        ways: [
          Note("record-opinion", ["application": .text(application.text), "body": .text(body)])
        ]
      ))
  }
}

extension RefusalCode {
  static let membershipBeforeDecision = RefusalCode("membership-before-decision")
  static let opinionMissing = RefusalCode("opinion-missing")
}
