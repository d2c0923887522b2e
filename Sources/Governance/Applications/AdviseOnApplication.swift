package import Plugins
package import Values

/// Records what a body thinks of an application; the decision is another body's.
package struct AdviseOnApplication: ActCommand {
  package static let kind = ActKind(
    "application", "opinion",
    fields: [
      .subject("application", .id("application")), .required("body", .id("body")),
      .required("opinion", .choice(ApplicationOpinion.Tenor.allCases.map(\.rawValue))),
      .optional("by", .id("deliberation")), .optional("text", .text),
    ])

  let application: ApplicationID
  let body: String
  let tenor: ApplicationOpinion.Tenor
  let deliberation: DeliberationID?
  let text: String?

  package init(_ input: ActInput) throws(Failure) {
    application = try input.id("application")
    body = try input.text("body")
    tenor = try input.choice("opinion")
    deliberation = try input.has("by") ? input.id("by") : nil
    text = try input.optional("text", ActInput.text)
  }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(application))] + (deliberation.map { [.one(EntityKey($0))] } ?? [])
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (_, filing) = try ApplicationChecks.open(application, in: ledger)
    try ApplicationChecks.check(occasion, after: filing)
    guard rules.body(body) != nil else {
      throw Refusal(
        .bodyUnknown, ["body": .text(body)],
        ways: [Note("use-one-of", ["known": .list(rules.bodies.map(\.id))])])
    }
    try checkDeliberation(in: ledger)
    let opinion = ApplicationOpinion(
      body: body, tenor: tenor, on: occasion.effective, deliberation: deliberation, text: text)
    return Decision(
      [PlannedEvent(ApplicationEvent.advised(opinion), to: application, effective: occasion.day)],
      objections: [objection(under: rules)].compactMap(\.self))
  }

  /// A deliberation that is named was one of the body.
  private func checkDeliberation(in ledger: Ledger) throws(Refusal) {
    guard let deliberation else { return }
    let found = try ApplicationChecks.decided(deliberation, in: ledger)
    guard found.body != body else { return }
    throw Refusal(
      .opinionOfOtherBody,
      [
        "deliberation": .text(deliberation.text), "body": .text(found.body ?? ""),
        "needed_body": .text(body),
      ], ways: [Note("name-standing", ["noun": .text("deliberation")])])
  }

  /// The rules name the body whose opinion is asked for.
  private func objection(under rules: Rules) -> Refusal? {
    guard let rule = rules.admission, rule.opinion != body else { return nil }
    return Refusal(
      .opinionNotAsked, ["body": .text(body), "needed_body": .text(rule.opinion ?? "–")],
      clause: rule.clause,
      ways: [
        rule.opinion.map { Note("let-body-advise", ["body": .text($0)]) }
          ?? Note("decide-application", ["application": .text(application.text)])
      ])
  }
}

extension RefusalCode {
  static let opinionOfOtherBody = RefusalCode("opinion-of-other-body")
  static let opinionNotAsked = RefusalCode("opinion-not-asked")
}
