package import Plugins
package import Values

/// Records that a letter is written; `admin tick` and `admin outbox write` ask for each that is due.
///
/// Source: decision 0025.
package struct WriteLetter: ActCommand {
  package static let kind = ActKind("outbox", "write", fields: [.required("letter", .document)])

  package let facts: LetterFacts

  /// - Throws: `field-malformed` for a text that does not describe a letter.
  package init(_ input: ActInput) throws(Failure) {
    let text = try input.text("letter")
    guard let json = try? JSON(parsing: text),
      let reader = try? FieldReader(json, of: "letter.written"),
      let facts = try? LetterFacts(reader), facts.data.canonical == json.canonical
    else {
      throw Failure(
        .fieldMalformed,
        [
          "field": .text("letter"), "found": .text(String(text.prefix(80))),
          "form": .word("expected.mapping"),
        ])
    }
    self.facts = facts
  }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(facts.person)), .one(EntityKey(LetterID(of: facts, in: rules.id)))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    try PersonChecks.check(facts.person, in: ledger)
    let id = LetterID(of: facts, in: rules.id)
    if let earlier = ledger[id]?.writing {
      throw Refusal(
        .letterWritten, ["letter": .text(id.text), "day": .day(earlier.mark.effective)],
        ways: [Note("write-again", ["letter": .text(id.text)])])
    }
    guard facts.on <= occasion.today else {
      throw Refusal(
        .letterEarly, ["day": .day(facts.on)], ways: [Note("wait-for-day", ["day": .day(facts.on)])]
      )
    }
    let rule = rules.reminder(of: facts.about)
    let derivation = rule.derivation(of: facts, under: rules)
    return Decision(
      [PlannedEvent(LetterEvent.written(facts), to: id, effective: occasion.day)],
      derivations: [derivation],
      objections: derivation.holds ? [] : [objection(of: rule, derivation)])
  }

  private func objection(of rule: ReminderRule, _ derivation: Derivation) -> Refusal {
    Refusal(
      .letterStepUnknown,
      ["about": .word("reminder.\(rule.matter.rawValue)"), "step": .text(facts.step.text)],
      clause: rule.clause, derivation: derivation,
      ways: [Note("see-outbox"), Note("adopt-rules")])
  }
}

extension ReminderRule {
  /// The steps of a matter on which letters are written; those before the day due come first.
  ///
  /// - Parameter more: Periods before the day due that the matter itself names.
  /// - Returns: None where the rules write no letter.
  func steps(adding more: [Period] = []) -> [ReminderStep] {
    let first: [ReminderStep] = matter == .census ? [.begin] : []
    let earlier = (more + before).map { ReminderStep.before($0) }
    let later = after.map { ReminderStep.after($0) }
    return first + earlier + later
  }

  /// Whether a letter is one of those that the rule asks for.
  func derivation(of facts: LetterFacts, under rules: Rules) -> Derivation {
    let own = matter == .obligations ? rules.obligations.flatMap(\.remind) : []
    let steps = steps(adding: own)
    let inputs: [(String, JSON)] = [
      ("reminded_of", .text(facts.subject)), ("due", .text(facts.due.description)),
      ("step", .text(facts.step.text)), ("steps", .texts(steps.map(\.text))),
      ("letter_on", .text(facts.on.description)),
    ]
    return Derivation(
      clause, "reminder", JSON.Fields(inputs), holds: steps.contains(facts.step))
  }
}

extension RefusalCode {
  static let letterWritten = RefusalCode("letter-written")
  static let letterEarly = RefusalCode("letter-early")
  static let letterStepUnknown = RefusalCode("letter-step-unknown")
}
