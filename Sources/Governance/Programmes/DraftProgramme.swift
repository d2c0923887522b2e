package import Plugins
package import Values

/// Drafts a programme of the length that the rules give.
package struct DraftProgramme: ActCommand {
  package static let kind = ActKind(
    "programme", "draft",
    fields: [
      .subject("title", .text), .required("from", .day), .optional("until", .day),
      .optional("topics", .texts),
    ])

  let title: String
  let from: Day
  let until: Day?
  let topics: [String]

  package init(_ input: ActInput) throws(Failure) {
    title = try input.text("title")
    from = try input.day("from")
    until = try input.optional("until", ActInput.day)
    topics = try input.texts("topics")
  }

  package func needs(under rules: Rules) -> [Need] {
    [.all(category: Programme.category), .count(category: Programme.category)]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let last = try lastDay(under: rules)
    let draft = ProgrammeDraft(title: title, from: from, until: last, topics: topics)
    try ProgrammeChecks.checkNew(draft, in: ledger)
    let id = ProgrammeID(next: ledger)
    var decision = Decision(
      [PlannedEvent(ProgrammeEvent.drafted(draft), to: id, effective: occasion.day)],
      notes: ProgrammeChecks.overlaps(draft, but: id, in: ledger))
    if let rule = rules.programme {
      let derivation = rule.derivation(from: from, until: last)
      decision.derivations.append(derivation)
      if !derivation.holds { decision.objections.append(otherLength(rule, derivation, last)) }
    }
    return decision
  }

  private func lastDay(under rules: Rules) throws(Refusal) -> Day {
    guard let last = until ?? rules.programme?.lastDay(from: from) else {
      throw Refusal(.programmeEndMissing, ways: [Note("give-last-day")])
    }
    guard from <= last else {
      throw Refusal(
        .programmeEndsBefore, ["from": .day(from), "until": .day(last)],
        ways: [Note("give-later-end", ["from": .text(from.description)])])
    }
    return last
  }

  private func otherLength(
    _ rule: ProgrammeRule, _ derivation: Derivation, _ last: Day
  ) -> Refusal {
    Refusal(
      .programmeOtherLength,
      ["from": .day(from), "until": .day(last), "length": .period(rule.length)],
      clause: rule.clause, derivation: derivation,
      ways: [Note("leave-end-out", ["day": .day(rule.lastDay(from: from))])])
  }
}

extension Identifier where Kind == Programme {
  /// The id of the next programme, `programme-1` for the first.
  init(next ledger: Ledger) {
    let number = (ledger.counts[Programme.category] ?? 0) + 1
    guard let id = Self("programme-\(number)") else {
      preconditionFailure("a word, a hyphen and a number are an id")
    }
    self = id
  }
}

extension RefusalCode {
  static let programmeEndMissing = RefusalCode("programme-end-missing", exit: .badData)
  static let programmeEndsBefore = RefusalCode("programme-ends-before", exit: .badData)
  static let programmeOtherLength = RefusalCode("programme-other-length")
}
