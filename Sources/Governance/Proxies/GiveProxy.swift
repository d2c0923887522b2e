package import Plugins
package import Values

/// Records that a member gives its vote in a body to another one, for a meeting, a matter or some time.
package struct GiveProxy: ActCommand {
  package static let kind = ActKind(
    "proxy", "give",
    fields: [
      .subject("giver", .id("member")), .required("holder", .id("member")),
      .required("body", .id("body")), .optional("meeting", .id("meeting")),
      .optional("matter", .text), .optional("from", .day), .optional("until", .day),
      .optional("presence", .flag),
    ])

  let giver: MemberID
  let holder: MemberID
  let body: String
  let meeting: MeetingID?
  let matter: String?
  let from: Day?
  let until: Day?
  let presence: Bool

  package init(_ input: ActInput) throws(Failure) {
    giver = try input.id("giver")
    holder = try input.id("holder")
    body = try input.text("body")
    meeting = input.has("meeting") ? try input.id("meeting") : nil
    matter = try input.optional("matter", ActInput.text)
    from = try input.optional("from", ActInput.day)
    until = try input.optional("until", ActInput.day)
    presence = try input.flag("presence")
  }

  package var proceeding: EntityKey? { meeting.map { EntityKey($0) } }

  package func needs(under rules: Rules) -> [Need] {
    [
      .all(category: Member.category), .all(category: Board.category),
      .all(category: Proxy.category), .count(category: Proxy.category),
    ] + (meeting.map { [.one(EntityKey($0))] } ?? [])
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let body = try ProxyChecks.body(body, under: rules)
    let from = from ?? occasion.day
    try ProxyChecks.check(from: from, until: until)
    try ProxyChecks.check([giver, holder], in: body, on: from, in: ledger, under: rules)
    try ProxyChecks.check(
      meeting, of: body, in: ledger, under: rules, isPast: occasion.isTakenOver)
    let grant = grant(from, in: ledger)
    try ProxyChecks.checkAlone(grant, in: ledger)
    let event = PlannedEvent(
      ProxyEvent.given(grant), to: ProxyID(next: ledger), effective: occasion.day)
    guard let rule = body.proxies else {
      return Decision([event], objections: [notAllowed(in: body)])
    }
    let derivations = [rule.held(by: grant), rule.length(of: grant)].compactMap(\.self)
    return Decision([event], derivations: derivations, objections: rule.objections(to: grant))
  }

  /// With the greatest number of proxies that the holder has on one day with this one.
  private func grant(_ from: Day, in ledger: Ledger) -> ProxyGrant {
    func grant(held: Int) -> ProxyGrant {
      ProxyGrant(
        giver: giver, holder: holder, body: body, meeting: meeting, matter: matter, from: from,
        until: until, presence: presence, held: held)
    }
    let others = ledger.all(Proxy.self).filter(\.isStanding).compactMap(\.grant?.facts)
      .filter { $0.holder == holder }
    return grant(held: grant(held: 1).most(of: others))
  }

  private func notAllowed(in body: Body) -> Refusal {
    Refusal(
      .proxiesNotAllowed, ["body": .text(body.id)], clause: body.seatingClause,
      ways: [Note("amend-proxies", ["body": .text(body.id)])])
  }
}

extension RefusalCode {
  static let proxiesNotAllowed = RefusalCode("proxies-not-allowed")
}
