import Governance
import Plugins
import TestKit
import Testing
import Values

/// What breaks a procedure, by whom, until when; and what comes too late.
@Suite struct ObjectToProcedureTests {
  private func given() throws -> Given {
    try Given(rules: SampleRules.procedureRules()).admitted("ES FR IT PT SE")
      .admitted("CH", as: "observer")
  }

  private func object(
    _ member: String, _ means: String = "objection", at moment: String = "2026-06-10T12:00:00Z",
    to given: Given
  ) throws -> Given.Outcome {
    try given.when(
      "procedure object",
      ["procedure": "P-1", "member": member, "means": means, "text": "Point 2"], at: moment)
  }

  @Test(arguments: ["objection", "amendment", "meeting_request"])
  func `One objection, amendment or request for a meeting breaks the silence`(_ means: String)
    throws
  {
    let decision = try object("FR", means, to: given().running("silence"))
      .then(
        ["procedure.objected", "procedure.broken"],
        ["member": "FR", "means": .text(means), "late": false, "text": "Point 2"])
    let broken = try #require(decision.events.last?.event.data)
    #expect(broken["objections"] == [["member": "FR", "means": .text(means)]])
    #expect(broken["then"] == "next_meeting")
    #expect(broken["at"] == "2026-06-10T12:00:00.000000Z")
    #expect(decision.notes.map(\.code) == ["broken-next_meeting"])
    let derivation = try #require(decision.derivations.last)
    #expect(derivation.clause.id == "procedures.silence.broken")
    #expect(derivation.inputs["needed"] == 1)
  }

  @Test func `It is broken before its time has begun, too`() throws {
    try object("FR", to: given().opened("silence"))
      .then(["procedure.objected", "procedure.broken"])
  }

  /// The time ends on 15 June at 10:00.
  @Test(arguments: [
    ("2026-06-15T09:59:59Z", false), ("2026-06-15T10:00:00Z", true),
    ("2026-06-15T10:00:01Z", true),
  ])
  func `The stored time decides to the second`(_ row: (at: String, isLate: Bool)) throws {
    let outcome = try object("FR", at: row.at, to: given().running("silence"))
    let decision = try outcome.then(
      row.isLate ? ["procedure.objected"] : ["procedure.objected", "procedure.broken"],
      ["late": .bool(row.isLate)])
    #expect(decision.derivations.first?.question == "procedure-deadline")
    #expect(decision.derivations.first?.holds == !row.isLate)
    #expect(decision.notes.map(\.code) == [row.isLate ? "objection-late" : "broken-next_meeting"])
  }

  @Test func `What is stated to have come in time breaks it, as long as its end is not recorded`()
    throws
  {
    try given().running("silence").when(
      "procedure object", ["procedure": "P-1", "member": "FR", "time": "09:59"],
      at: "2026-06-15T12:00:00Z"
    ).then(["procedure.objected", "procedure.broken"], ["at": "2026-06-15T09:59:00.000000Z"])
  }

  @Test func `After the recorded end nothing has an effect`() throws {
    let result: JSON = [
      "rule": "silence", "at": "2026-06-15T10:00:00Z", "outcome": "adopted",
      "addressees": ["FR"], "answered": [], "objections": [], "deliberation": "D-1",
    ]
    let ended = try given().running("silence")
      .proceeded(ProcedureEvent(type: "procedure.expired", data: result), on: "2026-06-15")
    let decision = try object("FR", to: ended).then("procedure.objected", ["late": true])
    #expect(decision.notes.first?.values["ended"] == .text("2026-06-15 10:00"))
  }

  @Test func `An observer breaks nothing where the entitled do, and says who may`() throws {
    let refusal = try object("CH", to: given().running("silence"))
      .thenRefused("may-not-object", clause: "procedures.silence.broken")
    #expect(refusal.ways.first?.values["known"] == .list(["ES", "FR", "IT", "PT"]))
  }

  @Test func `Where any member may, an observer counts, and a stranger does not`() throws {
    try object("CH", to: given().running("asked")).then("procedure.objected")
    try object("NO", to: given().running("asked"))
      .thenRefused("may-not-object", clause: "procedures.asked.broken")
  }

  @Test func `What the rules do not name ends nothing`() throws {
    let refusal = try object("FR", "amendment", to: given().running("asked"))
      .thenRefused("means-not-provided", clause: "procedures.asked.broken")
    #expect(refusal.ways.first?.values["known"] == .list(["objection"]))
  }

  @Test func `Two members are needed where the rules say two, and one that repeats is one`() throws
  {
    let once = try given().running("asked").objected("FR")
    let decision = try object("FR", to: once).then("procedure.objected")
    #expect(decision.notes.first?.values["count"] == .int(1))
    let broken = try object("PT", to: once).then(["procedure.objected", "procedure.broken"])
    #expect(
      broken.events.last?.event.data["objections"] == [
        ["member": "FR", "means": "objection"], ["member": "PT", "means": "objection"],
      ])
    #expect(broken.notes.map(\.code) == ["broken-fails"])
  }

  @Test func `More than half of four are three`() throws {
    let two = try given().running("written", kind: "written")
      .objected("ES", "meeting_request").objected("FR", "meeting_request")
    let decision = try object("IT", "meeting_request", to: two)
      .then(["procedure.objected", "procedure.broken"])
    #expect(decision.derivations.last?.inputs["needed"] == 3)
    #expect(decision.events.last?.event.data["then"] == "restart")
  }

  @Test func `A vote that nothing ends names the vote against`() throws {
    let refusal = try object("FR", to: given().running("plain", kind: "written"))
      .thenRefused("procedure-unbreakable", clause: "procedures.plain")
    #expect(refusal.ways.map(\.code) == ["vote-against"])
  }

  @Test func `An unknown procedure is not recorded at all`() throws {
    let refusal = try object("FR", to: given()).thenRefused("procedure-unknown")
    #expect(refusal.code.exit == .notFound)
  }
}
