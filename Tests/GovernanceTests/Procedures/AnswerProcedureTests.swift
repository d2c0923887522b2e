import Governance
import Plugins
import TestKit
import Testing
import Values

/// Votes in a written procedure, longer times, withdrawals and publication.
@Suite struct AnswerProcedureTests {
  private func given() throws -> Given {
    try Given(rules: SampleRules.procedureRules()).admitted("ES FR IT PT")
  }

  private func answer(
    _ names: String, at moment: String = "2026-06-05T12:00:00Z", to given: Given
  ) throws -> Given.Outcome {
    try given.when("procedure answer", ["procedure": "P-1", "names": names], at: moment)
  }

  @Test func `Each member's vote is an event of its own`() throws {
    let decision = try answer("PT=for,ES=abstain", to: given().running("plain", kind: "written"))
      .then(
        ["procedure.answered", "procedure.answered"],
        ["member": "PT", "vote": "for", "at": "2026-06-05T12:00:00.000000Z"])
    #expect(decision.events.last?.event.data["member"] == "ES")
    #expect(decision.events.last?.event.data["vote"] == "abstain")
  }

  @Test(arguments: [
    ("2026-06-15T09:59:59Z", true), ("2026-06-15T10:00:00Z", false),
    ("2026-06-15T10:00:01Z", false),
  ])
  func `A vote one second late is refused by the stored time`(
    _ row: (at: String, isInTime: Bool)
  ) throws {
    let outcome = try answer("PT=for", at: row.at, to: given().running("plain", kind: "written"))
    guard !row.isInTime else {
      try outcome.then("procedure.answered")
      return
    }
    let refusal = try outcome.thenRefused("procedure-over", clause: "procedures.plain.period")
    #expect(refusal.ways.map(\.code) == ["record-expiry", "open-anew"])
    #expect(refusal.derivation?.inputs["expires"] == "2026-06-15 10:00")
  }

  @Test func `Nobody votes in a silence procedure`() throws {
    let refusal = try answer("PT=for", to: given().running("silence"))
      .thenRefused("silence-takes-no-answers", clause: "procedures.silence")
    #expect(refusal.ways.map(\.code) == ["object-instead"])
  }

  @Test func `A vote of one that was not asked takes the others with it`() throws {
    try answer("PT=for,SE=for", to: given().running("plain", kind: "written"))
      .thenRefused("not-addressee", clause: "procedures.plain")
  }

  @Test(arguments: ["PT=perhaps", "PT", "PT=for,PT=against"])
  func `What is no vote of a member is told`(_ names: String) throws {
    #expect(throws: Failure.self) {
      _ = try answer(names, to: given().running("plain", kind: "written"))
    }
  }

  @Test func `Votes are taken before the time begins, since the text is there`() throws {
    try answer("PT=for", to: given().opened("plain", kind: "written")).then("procedure.answered")
  }

  // MARK: - A longer time

  private func extend(_ fields: [String: String], of given: Given) throws -> Given.Outcome {
    try given.when(
      "procedure extend", ["procedure": "P-1", "reason": "late"].merging(fields) { $1 },
      at: "2026-06-12T12:00:00Z")
  }

  @Test(arguments: [
    (["until": "2026-06-19"], "2026-06-19T10:00:00.000000Z", "2026-06-19 10:00"),
    (
      ["until": "2026-06-15", "until-time": "18:30"], "2026-06-15T18:30:00.000000Z",
      "2026-06-15 18:30"
    ),
  ])
  func `A time is made longer, to the same time of day or another`(
    _ row: (fields: [String: String], expires: String, local: String)
  ) throws {
    try extend(row.fields, of: given().running("silence"))
      .then(
        "procedure.extended",
        [
          "from": "2026-06-15T10:00:00.000000Z", "expires": .text(row.expires),
          "local": .text(row.local), "reason": "late",
        ])
  }

  @Test func `A rule with a time of day keeps it`() throws {
    try extend(["until": "2026-06-19"], of: given().running("asked"))
      .then("procedure.extended", ["local": "2026-06-19 17:00"])
  }

  @Test(arguments: ["2026-06-15", "2026-06-01"])
  func `It is not made shorter`(_ until: String) throws {
    try extend(["until": until], of: given().running("silence"))
      .thenRefused("extension-shortens", clause: "procedures.silence.period")
  }

  @Test func `A time that does not run, or has run out, is not made longer`() throws {
    try extend(["until": "2026-06-19"], of: given().opened("silence"))
      .thenRefused("procedure-not-running", clause: "procedures.silence.period")
    try extend(
      ["until": "2026-06-19"],
      of: given().running("silence", until: "2026-06-12T12:00:00Z")
    ).thenRefused("procedure-over", clause: "procedures.silence.period")
  }

  @Test func `After it the new end decides`() throws {
    let longer = try given().running("silence").proceeded(
      ProcedureEvent(
        type: "procedure.extended",
        data: [
          "from": "2026-06-15T10:00:00Z", "expires": "2026-06-19T10:00:00Z",
          "local": "2026-06-19 10:00", "at": "2026-06-12T12:00:00Z", "reason": "late",
        ]))
    try longer.when("procedure close", ["procedure": "P-1"], at: "2026-06-16T10:00:00Z")
      .thenRefused("procedure-not-due", clause: "procedures.silence.period")
    try longer.when("procedure close", ["procedure": "P-1"], at: "2026-06-20T10:00:00Z")
      .then(
        ["procedure.expired", "deliberation.adopted"], ["at": "2026-06-19T10:00:00.000000Z"])
  }

  // MARK: - Withdrawal and publication

  private func withdraw(_ given: Given, at moment: String) throws -> Given.Outcome {
    try given.when("procedure withdraw", ["procedure": "P-1", "reason": "revised"], at: moment)
  }

  @Test func `A procedure is taken back before its end, with the reason`() throws {
    try withdraw(given().running("silence"), at: "2026-06-03T08:00:00Z")
      .then(
        "procedure.withdrawn", ["at": "2026-06-03T08:00:00.000000Z", "reason": "revised"])
    try withdraw(given().opened("silence"), at: "2026-06-03T08:00:00Z").then("procedure.withdrawn")
    try withdraw(given().running("silence"), at: "2026-06-15T10:00:00Z")
      .thenRefused("procedure-over", clause: "procedures.silence.period")
  }

  private func adopted(_ outcome: String = "adopted") throws -> Given {
    let result: JSON = [
      "rule": "silence", "at": "2026-06-15T10:00:00Z", "outcome": .text(outcome),
      "addressees": ["PT"], "answered": [], "objections": [],
    ]
    return try given().running("silence")
      .proceeded(ProcedureEvent(type: "procedure.expired", data: result))
  }

  private func publish(_ fields: [String: String] = [:], of given: Given) throws -> Given.Outcome {
    try given.when(
      "procedure publish", ["procedure": "P-1"].merging(fields) { $1 }, at: "2026-09-01T08:00:00Z")
  }

  @Test func `What was adopted is published later, once, perhaps at a meeting`() throws {
    try publish(
      ["meeting": "plenary-1", "identifier": "2026/4"],
      of: adopted().planned(1, from: "2026-09-01")
    ).then("procedure.published", ["meeting": "plenary-1", "identifier": "2026/4"])
    let published = try adopted().proceeded(
      ProcedureEvent(type: "procedure.published", data: ["at": "2026-08-01T08:00:00Z"]))
    try publish(of: published).thenRefused("procedure-published")
  }

  @Test func `Nothing else is published`() throws {
    try publish(of: adopted("rejected")).thenRefused("procedure-not-adopted")
    try publish(of: given().running("silence")).thenRefused("procedure-not-adopted")
  }
}
