package import Plugins
package import Values

/// Adds an item to the agenda of a meeting, a late one only by the rule for late items.
package struct AddItem: ActCommand {
  package static let kind = ActKind(
    "agenda", "add",
    fields: [
      .newcomer("item", .id("agenda")), .required("meeting", .id("meeting")),
      .required("title", .text), .optional("parent", .id("agenda")), .optional("owner", .text),
      .optional("minutes", .int), .optional("paper", .texts),
      .optional("session", .choice(ItemAddition.Session.allCases.map(\.rawValue))),
      .optional("reason", .text), .optional("by", .id("deliberation")),
    ])

  let item: ItemID
  let meeting: MeetingID
  let title: String
  let parent: ItemID?
  let owner: String?
  let minutes: Int?
  let papers: [Paper]
  let session: ItemAddition.Session
  let reason: String?
  let deliberation: DeliberationID?

  package init(_ input: ActInput) throws(Failure) {
    item = try input.id("item")
    meeting = try input.id("meeting")
    title = try input.text("title")
    parent = try input.has("parent") ? input.id("parent") : nil
    owner = try input.optional("owner", ActInput.text)
    minutes = try input.optional("minutes", ActInput.int)
    if let minutes, !(1...9_999).contains(minutes) {
      throw input.malformed("minutes", String(minutes), "form.minutes")
    }
    papers = try input.papers("paper")
    session = try input.has("session") ? input.choice("session") : .open
    reason = try input.optional("reason", ActInput.text)
    deliberation = try input.has("by") ? input.id("by") : nil
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(meeting)), .one(EntityKey(AgendaID(sharedWith: meeting)))]
      + (deliberation.map { [.one(EntityKey($0))] } ?? [])
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (found, agenda) = try AgendaChecks.agenda(of: meeting, in: ledger, on: occasion)
    try check(agenda)
    let series = found.series.flatMap(rules.series)
    let lateness = Lateness(of: item, on: occasion.day, found, agenda, series?.agenda)
    var decision = Decision()
    if let derivation = lateness.derivation { decision.derivations.append(derivation) }
    if let objection = try lateness.objection(reason: reason, deliberation: deliberation) {
      decision.objections.append(objection)
    }
    if let objection = try unfit(series, lateness.isLate, ledger, rules) {
      decision.objections.append(objection)
    }
    let consent = try consent(under: series?.agenda, lateness, ledger)
    if let consent, let rule = series?.agenda, !consent.isGiven {
      decision.objections.append(consent.objection(to: item, under: rule, lateness.derivation))
    }
    let addition = ItemAddition(
      meeting: meeting, item: item, on: occasion.effective, title: title, parent: parent,
      owner: owner, minutes: minutes, papers: papers, session: session, isLate: lateness.isLate,
      reason: reason, deliberation: deliberation, isByConsent: consent?.isGiven == true)
    decision.events = [
      PlannedEvent(AgendaEvent.added(addition), to: agenda.id, effective: occasion.day)
    ]
    return decision
  }

  private func check(_ agenda: Agenda) throws(Refusal) {
    if let former = agenda.item(item) {
      throw Refusal(
        .itemOnAgenda, ["item": .text(item.text), "meeting": .text(meeting.text)],
        ways: [Note("correct-event", MeetingChecks.at(former.addition.position))])
    }
    guard agenda.items.count < AgendaChecks.most else {
      throw Refusal(
        .agendaFull, ["meeting": .text(meeting.text), "most": .int(AgendaChecks.most)],
        ways: [Note("next-agenda", ["meeting": .text(meeting.text)])])
    }
    try AgendaChecks.check(parent, of: item, in: agenda)
  }

  /// What the deliberation that is named says of the agreement of those present; nil where no rule asks for it.
  private func consent(
    under rule: AgendaRule?, _ lateness: Lateness, _ ledger: Ledger
  ) throws(Refusal) -> LateConsent? {
    guard let deliberation, lateness.isLate, rule?.late == .consent else { return nil }
    return LateConsent(try AdoptionChecks.adopted(deliberation, in: ledger), in: meeting)
  }

  /// A deliberation that is named was adopted, and by the body and on the matter that the rule asks for.
  private func unfit(
    _ series: Series?, _ isLate: Bool, _ ledger: Ledger, _ rules: Rules
  ) throws(Refusal)
    -> Refusal?
  {
    guard let deliberation else { return nil }
    let adopted = try AdoptionChecks.adopted(deliberation, in: ledger)
    guard isLate, let series, let rule = series.agenda, let matter = rule.matter else { return nil }
    return AdoptionChecks.objection(
      to: adopted, body: series.body, matter: matter, clause: rule.clause, under: rules)
  }
}

extension ActInput {
  /// Papers as `NAME=DIGEST`, or a digest alone, which is then its name.
  package func papers(_ name: String) throws(Failure) -> [Paper] {
    var papers: [Paper] = []
    for text in try texts(name) {
      let cut = text.lastIndex(of: "=")
      let digest = cut.map { String(text[text.index(after: $0)...]) } ?? text
      let title = cut.map { String(text[..<$0]) } ?? digest
      guard Self.isDigest(digest), !title.isEmpty else { throw malformed(name, text, "form.paper") }
      papers.append(Paper(name: title, digest: digest))
    }
    return papers
  }
}

extension RefusalCode {
  static let itemOnAgenda = RefusalCode("item-on-agenda")
  static let agendaFull = RefusalCode("agenda-full")
}
