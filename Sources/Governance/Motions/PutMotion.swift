package import Plugins
package import Values

/// Puts a text to a body; from here the cycle of the rules leads to a decision.
package struct PutMotion: ActCommand {
  package static let kind = ActKind(
    "motion", "put",
    fields: [
      .subject("title", .text), .required("body", .id("body")), .required("text", .text),
      .optional("matter", .text), .optional("member", .id("member")), .optional("reason", .text),
    ])

  let title: String
  let body: String
  let text: MotionText
  let matter: String
  let member: MemberID?
  let reason: String?

  package init(_ input: ActInput) throws(Failure) {
    title = try input.text("title")
    body = try input.text("body")
    text = try input.motionText("text")
    matter = try input.optional("matter", ActInput.text) ?? DecisionRule.fallback
    member = try input.has("member") ? input.id("member") : nil
    reason = try input.optional("reason", ActInput.text)
  }

  package func needs(under rules: Rules) -> [Need] {
    [.count(category: Motion.category)] + (member.map { [.one(EntityKey($0))] } ?? [])
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let rule = try MotionChecks.rule(under: rules)
    guard let body = rules.body(self.body) else {
      throw Refusal(
        .bodyUnknown, ["body": .text(String(self.body.prefix(80)))],
        ways: [Note("use-one-of", ["known": .list(rules.bodies.map(\.id))])])
    }
    let put = MotionPut(
      on: occasion.effective, body: body.id, title: title, matter: matter, text: text.text,
      digest: text.digest, member: member, reason: reason, stage: rule.stage(rule.first))
    var decision = Decision([
      PlannedEvent(MotionEvent.put(put), to: MotionID(next: ledger), effective: occasion.day)
    ])
    if let member {
      decision.objections += [
        try MotionChecks.objection(to: member, in: ledger, under: rules, on: occasion)
      ].compactMap(\.self)
    }
    decide(in: body, rule, into: &decision)
    return decision
  }

  /// A body that decides nothing decides no motion, and a kind of matter may be misspelt.
  private func decide(in body: Body, _ rule: MotionRule, into decision: inout Decision) {
    if body.decisions.isEmpty {
      decision.objections.append(
        Refusal(
          .motionBodyDecidesNothing, ["body": .text(body.id)], clause: rule.clause,
          ways: [Note("use-body-that-decides")]))
    }
    let doubt = MatterDoubt(matter, in: body)
    decision.objections += doubt.objections
    decision.notes += doubt.notes
  }
}

extension ActInput {
  /// A text of at least one paragraph and at most as many as a motion may have.
  func motionText(_ name: String) throws(Failure) -> MotionText {
    let given = try text(name)
    let text = MotionText(given)
    guard (1...MotionText.mostParagraphs).contains(text.paragraphs.count) else {
      throw malformed(name, given, "form.paragraphs")
    }
    return text
  }
}

extension RefusalCode {
  static let motionBodyDecidesNothing = RefusalCode("motion-body-decides-nothing")
}
