import Governance
import Plugins
import TestKit
import Testing
import Values

/// How a procedure ends: by its time, by everybody's answer; adopted, rejected, or with too few answers.
@Suite struct CloseProcedureTests {
  private func given(_ edits: [(String, String)] = []) throws -> Given {
    try Given(rules: SampleRules.procedureRules(edits)).admitted("ES FR IT PT")
  }

  private func close(_ given: Given, at moment: String = "2026-06-17T08:00:00Z") throws
    -> Given.Outcome
  {
    try given.when("procedure close", ["procedure": "P-1"], at: moment)
  }

  @Test func `Unbroken silence adopts at the moment of its end, whenever that is recorded`() throws
  {
    let decision = try close(given().running("silence"))
      .then(
        ["procedure.expired", "deliberation.adopted"],
        [
          "rule": "silence", "at": "2026-06-15T10:00:00.000000Z", "outcome": "adopted",
          "addressees": ["ES", "FR", "IT", "PT"], "answered": [], "objections": [],
          "deliberation": "D-1",
        ])
    #expect(decision.events.map(\.effective.description) == ["2026-06-15", "2026-06-15"])
    let resolution = try #require(decision.events.last?.event.data)
    #expect(resolution["method"] == "silence")
    #expect(resolution["procedure"] == "P-1")
    #expect(resolution["meeting"] == nil)
    #expect(resolution["title"] == "Guide")
    #expect(resolution["entitled"] == 4)
    #expect(resolution["votes"] == nil)
    #expect(
      decision.derivations.map(\.question) == [
        "procedure-deadline", "procedure-break", "procedure-silence",
      ])
    #expect(decision.derivations.last?.clause.id == "procedures.silence")
  }

  @Test func `Who gave the votes stands in the register, of each member as it answered last`()
    throws
  {
    let at = try #require(Instant("2026-06-05T09:00:00Z"))
    func answered(_ given: Given, _ member: String, _ person: String?) throws -> Given {
      let answer = ProcedureAnswer(
        member: try #require(MemberID(member)), vote: .for, at: at,
        person: person.flatMap { PersonID($0) })
      return try given.proceeded(ProcedureEvent.answered(answer), on: "2026-06-05")
    }
    var voted = try given().running("plain", kind: "written")
    for (member, person) in [("PT", "H-1"), ("PT", "H-2"), ("ES", "H-4"), ("ES", nil)] {
      voted = try answered(voted, member, person)
    }
    let decision = try close(answered(answered(voted, "FR", nil), "IT", nil))
      .then(["procedure.expired", "deliberation.adopted"])
    #expect(
      decision.events.last?.event.data["voters"] == [["member": "PT", "person": "H-2"]])
  }

  @Test func `The number is the next of the register, given at adoption`() throws {
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: "plenary", title: "T", method: .consensus
    )
    let first = try #require(DeliberationID("D-1"))
    let decision = try close(
      given().happened(.adopted(resolution), to: first).running("silence")
    ).result.get()
    #expect(decision.events.last?.key.id == "D-2")
  }

  @Test(arguments: ["2026-06-15T09:59:59Z", "2026-06-01T10:00:00Z"])
  func `Before its end silence adopts nothing, and the refusal says when`(_ moment: String) throws {
    let refusal = try close(given().running("silence"), at: moment)
      .thenRefused("procedure-not-due", clause: "procedures.silence.period")
    #expect(refusal.values["expires"] == .text("2026-06-15 10:00"))
    #expect(refusal.ways.map(\.code) == ["wait-until", "withdraw-procedure"])
    #expect(refusal.derivation?.question == "procedure-deadline")
  }

  @Test func `At the very moment it adopts`() throws {
    try close(given().running("silence"), at: "2026-06-15T10:00:00Z")
      .then(["procedure.expired", "deliberation.adopted"])
  }

  @Test func `Objections that were too few are told with the result`() throws {
    let decision = try close(given().running("asked").objected("FR"))
      .then(["procedure.expired", "deliberation.adopted"])
    #expect(
      decision.events.first?.event.data["objections"] == [
        ["member": "FR", "means": "objection"]
      ])
    let derivation = try #require(decision.derivations.first { $0.question == "procedure-break" })
    #expect(!derivation.holds)
    #expect(derivation.inputs["found"] == 1)
  }

  // MARK: - Written votes

  private func voted(_ votes: String, _ rule: String = "written", matter: String = "default") throws
    -> Given
  {
    var given = try given().running(rule, kind: "written", matter: matter)
    for vote in votes.split(separator: " ") {
      let parts = vote.split(separator: "=")
      given = try given.answered(String(parts[0]), String(parts[1]))
    }
    return given
  }

  /// More than half of all four members, or two thirds of them for the rules.
  @Test(arguments: [
    ("ES=for FR=for IT=for", "default", "adopted", 3),
    ("ES=for FR=for IT=against PT=against", "default", "rejected", 3),
    ("ES=for FR=for", "default", "rejected", 3),
    ("ES=for FR=for IT=for", "rules", "adopted", 3),
    ("ES=for FR=for IT=abstain", "rules", "rejected", 3),
    ("ES=for FR=against IT=abstain PT=for", "programme", "adopted", 2),
    ("ES=for FR=against IT=recused", "programme", "rejected", 2),
  ])
  func `The votes are counted by the majority of the body for the matter`(
    _ row: (votes: String, matter: String, outcome: String, needed: Int64)
  ) throws {
    let decision = try close(voted(row.votes, matter: row.matter))
      .then(
        ["procedure.expired", "deliberation.\(row.outcome)"], ["outcome": .text(row.outcome)])
    let majority = try #require(decision.derivations.last)
    #expect(majority.question == "majority")
    #expect(majority.inputs["needed"] == .int(row.needed))
    #expect(majority.inputs["entitled"] == 4)
    #expect(majority.clause.id.hasPrefix("bodies.plenary.decides."))
  }

  @Test func `The last vote of a member counts, and each stands in the register by name`() throws {
    let given = try voted("ES=against FR=for IT=for PT=for")
      .answered("ES", "for", at: "2026-06-06T09:00:00Z")
    let decision = try close(given).then(["procedure.expired", "deliberation.adopted"])
    let resolution = try #require(decision.events.last?.event.data)
    #expect(resolution["votes"]?["for"] == 4)
    #expect(
      resolution["names"]?.list?.compactMap { $0["member"]?.text } == ["ES", "FR", "IT", "PT"])
    #expect(resolution["present"] == 4)
    #expect(resolution["method"] == "names")
  }

  @Test func `With too few answers nothing is decided, and no number is used`() throws {
    let decision = try close(voted("ES=for"))
      .then("procedure.expired", ["outcome": "lapsed", "answered": ["ES"]])
    #expect(decision.events.first?.event.data["deliberation"] == nil)
    let derivation = try #require(decision.derivations.last)
    #expect(derivation.question == "procedure-answers")
    #expect(derivation.inputs["needed"] == 2)
    #expect(!derivation.holds)
  }

  @Test func `Once everybody has answered a vote may be closed early`() throws {
    let decision = try close(
      voted("ES=for FR=for IT=for PT=against"), at: "2026-06-08T12:00:00Z"
    ).then(
      ["procedure.closed", "deliberation.adopted"], ["at": "2026-06-08T12:00:00.000000Z"])
    #expect(decision.events.last?.effective.description == "2026-06-08")
  }

  @Test func `While one answer is missing it may not`() throws {
    try close(voted("ES=for FR=for IT=for"), at: "2026-06-08T12:00:00Z")
      .thenRefused("procedure-not-due", clause: "procedures.written.period")
  }

  @Test func `Where nobody counts the answers one vote can decide`() throws {
    let edits = [
      (
        "default: {first: consensus, more_than: 1/2, of: all_members",
        "default: {more_than: 1/2, of: votes_cast"
      )
    ]
    let given = try given(edits).running("plain", kind: "written").answered("ES", "for")
    let decision = try close(given).then(["procedure.expired", "deliberation.adopted"])
    #expect(decision.derivations.map(\.question) == ["procedure-deadline", "majority"])
  }

  @Test func `Outside a meeting no chair breaks a tie`() throws {
    let edits = [
      (
        "tie: rejected, source: assumption}\n        rules",
        "tie: chair_decides, source: assumption}\n        rules"
      )
    ]
    let given = try given(edits).running("plain", kind: "written")
      .answered("ES", "for").answered("FR", "for").answered("IT", "against")
      .answered("PT", "against")
    try close(given).then(["procedure.expired", "deliberation.rejected"])
  }

  // MARK: - What has ended, or not begun

  @Test func `What was broken does not end again, by the rule on what breaks it`() throws {
    let broken = try given().running("silence").proceeded(
      ProcedureEvent(
        type: "procedure.broken",
        data: [
          "at": "2026-06-03T10:00:00Z", "rule": "silence", "then": "next_meeting",
          "addressees": ["ES", "FR", "PT"],
          "objections": [["member": "FR", "means": "objection"]],
        ]))
    let refusal = try close(broken, at: "2026-06-04T10:00:00Z")
      .thenRefused("procedure-over", clause: "procedures.silence.broken")
    #expect(refusal.values["ended"] == .text("2026-06-03 10:00"))
  }

  @Test func `What has ended does not end again`() throws {
    let withdrawn = try given().running("silence").proceeded(
      ProcedureEvent(
        type: "procedure.withdrawn", data: ["at": "2026-06-03T10:00:00Z", "reason": "r"]))
    let refusal = try close(withdrawn, at: "2026-06-04T10:00:00Z")
      .thenRefused("procedure-over", clause: "procedures.silence")
    #expect(refusal.values["ended"] == .text("2026-06-03 10:00"))
    #expect(refusal.ways.map(\.code) == ["explain-it", "open-anew"])
  }

  @Test func `A time that does not run cannot run out`() throws {
    try close(given().opened("silence"))
      .thenRefused("procedure-not-running", clause: "procedures.silence.period")
  }

  @Test func `Rules that took over and decide nothing in the body are named`() throws {
    let opening: JSON = [
      "rule": "plain", "kind": "written", "body": "board", "title": "T", "matter": "default",
      "papers": [], "addressees": ["PT"], "record_date": "2026-06-01",
      "at": "2026-06-01T10:00:00Z", "zone": "UTC", "urgent": false,
    ]
    let given = try given().running("plain", to: "PT", kind: "written")
      .proceeded(ProcedureEvent(type: "procedure.opened", data: opening))
      .answered("PT", "for")
    try close(given).thenRefused("no-majority", clause: "procedures.plain")
  }

  @Test func `A procedure that the rules no longer have is told as such`() throws {
    let given = try Given(rules: .sample).admitted("PT").running("silence", to: "PT")
    try close(given).thenRefused("procedure-rule-unknown")
  }
}
