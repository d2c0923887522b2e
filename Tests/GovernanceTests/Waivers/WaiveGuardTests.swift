import Governance
import Plugins
import TestKit
import Testing
import Values

/// Who may waive a guard, and what the rules have against it.
@Suite struct WaiveGuardTests {
  private func given() throws -> Given { Given(rules: try SampleWaivers.rules()) }

  @Test func `A role that the guard names waives it by recording so`() throws {
    let decision = try given()
      .when(
        "guard waive", ["guard": "members.most", "reason": "Two at once"], on: "2026-05-01",
        as: "chair"
      )
      .then(
        "guard.waived",
        [
          "guard": "members.most", "by": "chair", "reason": "Two at once", "from": "2026-05-01",
          "repeats": false,
        ])
    #expect(decision.events.first?.key == EntityKey(category: "waiver", id: "W-1"))
    #expect(decision.events.first?.event.data["deliberation"] == nil)
    let derivation = try #require(decision.derivations.first)
    #expect(derivation.question == "waiver" && derivation.holds)
    #expect(derivation.clause.id == "members.most")
    #expect(derivation.inputs["may_waive"] == ["plenary", "chair"])
    #expect(derivation.inputs["given_by"] == "chair" && derivation.inputs["deliberation"] == "–")
  }

  @Test func `A body waives it by a deliberation, whoever records it`() throws {
    let decision = try SampleWaivers.given("D-3", of: "plenary")
      .when(
        "guard waive",
        [
          "guard": "members.most", "adopted-by": "D-3", "reason": "Two at once",
          "subject": "ES", "until": "2026-12-31", "repeats": "true",
        ]
      )
      .then(
        "guard.waived",
        [
          "by": "plenary", "deliberation": "D-3", "subject": "ES", "until": "2026-12-31",
          "repeats": true,
        ])
    #expect(decision.derivations.first?.inputs["deliberation"] == "D-3")
  }

  @Test func `Waivers are numbered one after the other`() throws {
    let first = WaiverGrant(
      rule: "members.most", by: "chair", from: try #require(PartialDay("2026-05-01")))
    let decision = try given()
      .happened(.given(first), to: #require(WaiverID("W-1")))
      .when("guard waive", ["guard": "members.most", "reason": "Again"], as: "chair")
      .then("guard.waived")
    #expect(decision.events.first?.key.id == "W-2")
  }

  @Test func `A guard that the rules do not have is not waived, and those that can be are named`()
    throws
  {
    let refusal = try given().when("guard waive", ["guard": "members.least"], as: "chair")
      .thenRefused("guard-unknown")
    #expect(refusal.code.exit == .notFound)
    #expect(
      refusal.ways == [Note("use-one-of", ["known": .list(["members.most", "reason.free"])])])
    let none = try Given(rules: SampleRules.rules()).when("guard waive", ["guard": "a.b"])
      .thenRefused("guard-unknown")
    #expect(none.ways.map(\.code) == ["adopt-rules"])
  }

  @Test func `A guard without a waiver is kept by everybody`() throws {
    let refusal = try given()
      .when("guard waive", ["guard": "observers.fixed", "reason": "Please"])
      .thenRefused("guard-not-waivable", clause: "observers.fixed")
    #expect(refusal.ways.map(\.code) == ["meet-guard", "adopt-rules"])
    #expect(refusal.code.exit == .refused)
  }

  @Test(arguments: ["secretariat", "bureau", "PT", ""])
  func `Whoever the guard does not name waives nothing`(_ actor: String) throws {
    let refusal = try given()
      .when("guard waive", ["guard": "members.most", "reason": "Please"], as: actor)
      .thenRefused("waiver-not-entitled", clause: "members.most")
    #expect(refusal.values["actor"] == .text(actor))
    #expect(refusal.values["roles"] == .list(["plenary", "chair"]))
    #expect(refusal.derivation?.holds == false)
    #expect(refusal.ways.map(\.code) == ["record-as", "decide-in-body"])
    #expect(refusal.ways.first?.values["roles"] == .list(["chair"]))
    #expect(refusal.ways.last?.values["body"] == .text("plenary"))
  }

  @Test func `The name of a body is no deliberation of it`() throws {
    let refusal = try given()
      .when("guard waive", ["guard": "members.most", "reason": "Please"], as: "plenary")
      .thenRefused("waiver-undecided", clause: "members.most")
    #expect(refusal.values["body"] == .text("plenary"))
  }

  @Test func `A deliberation of another body waives nothing, even for who could do so alone`()
    throws
  {
    let refusal = try SampleWaivers.given("D-3", of: "bureau")
      .when(
        "guard waive", ["guard": "members.most", "adopted-by": "D-3", "reason": "Please"],
        as: "chair"
      )
      .thenRefused("waiver-not-entitled", clause: "members.most")
    #expect(refusal.values["actor"] == .text("bureau"))
  }

  @Test func `A deliberation that was rejected, or that nobody knows, waives nothing`() throws {
    let fields = ["guard": "members.most", "adopted-by": "D-3", "reason": "Please"]
    try SampleWaivers.given("D-3", of: "plenary", adopted: false).when("guard waive", fields)
      .thenRefused("deliberation-not-adopted")
    try given().when("guard waive", fields).thenRefused("deliberation-unknown")
  }

  @Test func `A reason is asked for, unless the guard lets it be`() throws {
    let refusal = try given().when("guard waive", ["guard": "members.most"], as: "chair")
      .thenRefused("waiver-reason-missing", clause: "members.most")
    #expect(refusal.ways.map(\.code) == ["give-reason"])
    try given().when("guard waive", ["guard": "reason.free"]).then("guard.waived")
  }

  @Test func `A waiver for every act has a last day`() throws {
    let refusal = try given()
      .when(
        "guard waive", ["guard": "members.most", "reason": "Ever", "repeats": "true"], as: "chair"
      )
      .thenRefused("waiver-end-missing")
    #expect(refusal.code.exit == .badData)
    #expect(refusal.ways.map(\.code) == ["give-last-day"])
  }

  @Test func `A waiver does not end before it begins, and may end on its first day`() throws {
    let fields = ["guard": "reason.free", "until": "2026-11-22"]
    let refusal = try given().when("guard waive", fields, on: "2026-11-23")
      .thenRefused("waiver-end-passed")
    #expect(refusal.values["until"] == .day(try #require(Day("2026-11-22"))))
    #expect(refusal.ways.first?.values["from"] == .day(try #require(Day("2026-11-23"))))
    try given().when("guard waive", fields, on: "2026-11-22").then("guard.waived")
  }

  @Test func `Everything that stands against a waiver is told at once`() throws {
    let outcome = try given().when("guard waive", ["guard": "members.most"], as: "secretariat")
    let decision = try outcome.result.get()
    #expect(
      decision.objections.map(\.code.name) == ["waiver-not-entitled", "waiver-reason-missing"])
    #expect(decision.events.count == 1)
  }
}
