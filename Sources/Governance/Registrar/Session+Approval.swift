import EventStore
import Plugins
import Values

/// The acts that the rules leave to two persons.
extension Session {
  /// The rule that leaves an act to two persons; nil when one will do.
  ///
  /// The rules of the day on which somebody asks decide, and those of the day from which the act counts: nobody
  /// gets round the second person by another day.
  mutating func twoPersons(_ request: ActRequest, _ found: RulesInForce.Found) throws
    -> TwoPersonsRule?
  {
    let name = request.input.kind.name
    guard TwoPersonsRule.Act.named(name) != nil else { return nil }
    let rules = [try rulesInForce(on: request.today), found.rules].compactMap(\.self)
    return rules.compactMap(\.twoPersons).first { $0.covers(name) }
  }

  /// Records that somebody asks for an act, and not the act.
  mutating func ask(
    _ request: ActRequest, _ judgement: Judgement, _ rule: TwoPersonsRule,
    _ found: RulesInForce.Found
  ) throws -> Answer {
    try load([.all(category: Approval.category), .count(category: Approval.category)])
    do throws(Refusal) { try ApprovalChecks.checkNew(request, in: ledger, rule) } catch {
      return try refuse(request, Judgement(refusedBy: error), found)
    }
    guard let id = ApprovalID("A-\((ledger.counts[Approval.category] ?? 0) + 1)") else {
      preconditionFailure("a letter, a hyphen and a number are an id")
    }
    let asking = ApprovalAsking(request, until: request.today + rule.within)
    let event = PlannedEvent(ApprovalEvent.asked(asking), to: id, effective: request.today)
    var decision = judgement.decision
    decision.events = [event]
    decision.derivations.append(rule.derivation(asking, confirmedBy: nil))
    decision.notes.append(
      Note("waits-for-second", ["approval": .text(id.text), "until": .day(asking.until)]))
    return try accept(request, Judgement(decision, judgement.verdict), found)
  }

  /// Records what another person had asked for, decided anew, with the confirmation.
  mutating func answer(_ request: ActRequest, confirming confirmation: ConfirmApproval) throws
    -> Answer
  {
    let (own, ownRules) = try judge(request, confirmation)
    guard own.verdict != .refused, let asking = ledger[confirmation.approval]?.asking?.facts else {
      return try refuse(request, own, ownRules)
    }
    let asked = try asking.request(confirmedBy: request)
    guard let type = ActCatalogue.command(named: asking.act) else {
      throw Failure(.actUnknown, ["act": .text(asking.act)], at: request.place)
    }
    let (judgement, found) = try judge(asked, type.init(asked.input))
    guard judgement.verdict != .refused else { return try refuse(request, judgement, found) }
    var decision = judgement.decision
    decision.events += own.decision.events
    if let rule = try twoPersons(asked, found) {
      decision.derivations.append(rule.derivation(asking, confirmedBy: request.actor))
    }
    return try accept(request, Judgement(decision, judgement.verdict), found)
  }
}
