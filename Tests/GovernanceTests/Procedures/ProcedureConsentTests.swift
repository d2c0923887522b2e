import Governance
import Plugins
import TestKit
import Testing
import Values

/// Consent to the method, which is another question than consent to the text.
@Suite struct ProcedureConsentTests {
  private func given(_ rule: String, kind: String = "silence") throws -> Given {
    try Given(rules: SampleRules.procedureRules()).admitted("ES FR IT PT").opened(rule, kind: kind)
  }

  private func consent(_ fields: [String: String], to given: Given) throws -> Given.Outcome {
    try given.when(
      "procedure consent", ["procedure": "P-1"].merging(fields) { $1 }, at: "2026-06-02T12:00:00Z")
  }

  @Test func `Where nobody is against the method the time begins with the consent`() throws {
    let decision = try consent([:], to: given("asked"))
      .then(["procedure.consented", "procedure.started"], ["agreed": [], "against": []])
    #expect(decision.events.last?.event.data["expires"] == "2026-06-05T17:00:00.000000Z")
    #expect(decision.derivations.last?.question == "procedure-no-opposition")
  }

  @Test func `One that is against it stands against it, with the clause and two ways out`() throws {
    let refusal = try consent(["agreed": "ES,PT", "against": "FR"], to: given("asked"))
      .thenRefused("consent-missing", clause: "procedures.asked.consent")
    #expect(refusal.ways.map(\.code) == ["decide-in-body", "withdraw-procedure"])
    #expect(refusal.values["against"] == .list(["FR"]))
  }

  @Test(arguments: [("ES,PT", true), ("ES", false), ("ES,FR,IT,PT", true)])
  func `At least half of four are two`(_ row: (agreed: String, holds: Bool)) throws {
    let outcome = try consent(["agreed": row.agreed], to: given("written", kind: "written"))
    let decision = try outcome.result.get()
    let derivation = try #require(decision.derivations.last)
    #expect(derivation.inputs["needed"] == 2)
    #expect(derivation.holds == row.holds)
    #expect(decision.objections.isEmpty == row.holds)
  }

  @Test func `It can be asked at a meeting that is known`() throws {
    try consent(["meeting": "plenary-1"], to: given("asked").planned(1, from: "2026-06-02"))
      .then(["procedure.consented", "procedure.started"], ["meeting": "plenary-1"])
    try consent(["meeting": "plenary-9"], to: given("asked")).thenRefused("meeting-unknown")
  }

  @Test func `It is asked once, and only where the rules ask for it`() throws {
    let given = try given("asked").proceeded(
      ProcedureEvent(
        type: "procedure.consented",
        data: [
          "rule": "asked", "at": "2026-06-02T12:00:00Z", "addressees": ["PT"], "agreed": [],
          "against": [],
        ]))
    try consent([:], to: given).thenRefused("consent-given")
    try consent([:], to: self.given("silence"))
      .thenRefused("consent-not-asked", clause: "procedures.silence")
  }

  @Test func `Nobody is on both sides, and nobody answers who was not asked`() throws {
    try consent(["agreed": "PT", "against": "PT"], to: given("asked"))
      .thenRefused("on-both-sides")
    try consent(["agreed": "SE"], to: given("asked"))
      .thenRefused("not-addressee", clause: "procedures.asked")
  }
}
