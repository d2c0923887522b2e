import Governance
import Plugins
import TestKit
import Testing
import Values

/// Putting a text to the members of a body outside a meeting.
@Suite struct OpenProcedureTests {
  private func given(_ edits: [(String, String)] = []) throws -> Given {
    try Given(rules: SampleRules.procedureRules(edits)).admitted("ES FR IT PT")
      .admitted("CH", as: "observer")
  }

  private let silence = ["rule": "silence", "title": "Guide"]
  private let monday = "2026-06-01T10:00:00Z"

  @Test func `It is put to those entitled to vote on its day, and to nobody else`() throws {
    let decision = try given().when("procedure open", silence, at: monday)
      .then(
        "procedure.opened",
        [
          "rule": "silence", "kind": "silence", "body": "plenary", "matter": "default",
          "addressees": ["ES", "FR", "IT", "PT"], "record_date": "2026-06-01", "urgent": false,
          "at": "2026-06-01T10:00:00.000000Z", "zone": "UTC",
        ])
    #expect(decision.events.first?.key == EntityKey(category: "procedure", id: "P-1"))
    #expect(decision.notes.map(\.code) == ["notices-awaited"])
  }

  @Test func `The second procedure has the second number`() throws {
    let decision = try given().opened("silence").when("procedure open", silence, at: monday)
      .then("procedure.opened")
    #expect(decision.events.first?.key.id == "P-2")
  }

  @Test func `A time that begins with the opening runs at once`() throws {
    let decision = try given().when(
      "procedure open", ["rule": "plain", "title": "Budget"], at: monday
    ).then(["procedure.opened", "procedure.started"], ["kind": "written"])
    let clock = try #require(decision.events.last?.event.data)
    #expect(clock["from"] == "2026-06-01T10:00:00.000000Z")
    #expect(clock["expires"] == "2026-06-08T10:00:00.000000Z")
    #expect(clock["local"] == "2026-06-08 10:00")
  }

  @Test func `Where consent is asked the time waits for it`() throws {
    let decision = try given().when(
      "procedure open", ["rule": "written", "title": "Budget"], at: monday
    ).then("procedure.opened")
    #expect(decision.notes.map(\.code) == ["consent-awaited"])
  }

  @Test func `A matter that the rules leave to a meeting is refused with the clause`() throws {
    let refusal = try given().when(
      "procedure open", silence.merging(["matter": "rules"]) { $1 }, at: monday
    ).thenRefused("matter-excluded", clause: "procedures.silence")
    #expect(refusal.ways.map(\.code) == ["decide-in-body"])
    #expect(refusal.derivation?.inputs["not_for"] == ["rules"])
    #expect(refusal.derivation?.holds == false)
  }

  @Test func `Another matter is noted to be allowed`() throws {
    let decision = try given().when("procedure open", silence, at: monday).result.get()
    let derivation = try #require(
      decision.derivations.first { $0.question == "procedure-matter" })
    #expect(derivation.holds)
    #expect(derivation.inputs["matter"] == "default")
  }

  @Test func `Urgency is for rules that know it`() throws {
    try given().when("procedure open", silence.merging(["urgent": "true"]) { $1 }, at: monday)
      .then("procedure.opened", ["urgent": true])
    try given().when(
      "procedure open",
      silence.merging(["urgent": "true", "reason": "The mandate ends"]) { $1 }, at: monday
    ).then("procedure.opened", ["urgent": true, "reason": "The mandate ends"])
    let refusal = try given().when(
      "procedure open", ["rule": "plain", "title": "Budget", "urgent": "true"], at: monday
    ).thenRefused("procedure-not-urgent", clause: "procedures.plain.period")
    #expect(refusal.ways.map(\.code) == ["leave-urgent-out"])
  }

  @Test func `A matter for consensus only is not put to a written vote`() throws {
    try given().when(
      "procedure open", ["rule": "plain", "title": "A state", "matter": "admission"], at: monday
    ).thenRefused("consensus-needed", clause: "bodies.plenary.decides.admission")
    try given().when(
      "procedure open", ["rule": "silence", "title": "A state", "matter": "admission"], at: monday
    ).then("procedure.opened", ["matter": "admission"])
  }

  @Test func `A body that decides nothing has no written vote`() throws {
    let edits = [
      (
        "plain:\n      title: {en: Vote by letter}\n      kind: written\n      body: plenary",
        "plain:\n      title: {en: Vote by letter}\n      kind: written\n      body: board"
      )
    ]
    try given(edits).when("procedure open", ["rule": "plain", "title": "T"], at: monday)
      .thenRefused("no-majority", clause: "procedures.plain")
  }

  @Test func `A body of which nobody recorded who sits in it is asked nothing`() throws {
    let edits = [
      (
        "silence:\n      title: {en: Silence procedure}\n      kind: silence\n      body: plenary\n      not_for: [rules]",
        "silence:\n      title: {en: Silence procedure}\n      kind: silence\n      body: bureau"
      )
    ]
    try given(edits).when("procedure open", silence, at: monday)
      .thenRefused("electorate-unknown", clause: "bodies.bureau.elected")
  }

  @Test func `Without anybody entitled there is nothing to open`() throws {
    try Given(rules: SampleRules.procedureRules()).admitted("CH", as: "observer")
      .when("procedure open", silence, at: monday)
      .thenRefused("nobody-entitled", clause: "procedures.silence")
  }

  @Test(arguments: [("quiet", ["use-one-of"]), ("Silence", ["use-one-of"])])
  func `A procedure that the rules do not have is named with those they have`(
    _ row: (name: String, ways: [String])
  ) throws {
    let refusal = try given().when(
      "procedure open", ["rule": row.name, "title": "T"], at: monday
    ).thenRefused("procedure-rule-unknown")
    #expect(refusal.ways.map(\.code) == row.ways)
    #expect(refusal.ways.first?.values["known"] == .list(["asked", "plain", "silence", "written"]))
  }

  @Test func `Rules without any say how to have one`() throws {
    let refusal = try Given(rules: .sample).when("procedure open", silence, at: monday)
      .thenRefused("procedure-rule-unknown")
    #expect(refusal.ways.map(\.code) == ["add-procedure-rule"])
  }

  @Test func `Papers are named by their digests, each once`() throws {
    let digest = String(repeating: "a1", count: 32)
    let other = String(repeating: "b2", count: 32)
    try given().when(
      "procedure open", silence.merging(["papers": "\(digest),\(other),\(digest)"]) { $1 },
      at: monday
    ).then("procedure.opened", ["papers": .texts([digest, other])])
    #expect(throws: Failure.self) {
      _ = try given().when(
        "procedure open", silence.merging(["papers": "A1"]) { $1 }, at: monday)
    }
  }

  @Test func `What is told of a moment that has not come is refused`() throws {
    let refusal = try given().when(
      "procedure open", silence.merging(["time": "10:01"]) { $1 }, at: monday
    ).thenRefused("moment-ahead")
    #expect(refusal.values["moment"] == .text("2026-06-01 10:01"))
    try given().when("procedure open", silence.merging(["time": "09:30"]) { $1 }, at: monday)
      .then("procedure.opened", ["at": "2026-06-01T09:30:00.000000Z"])
  }

  @Test func `A past day without a time counts from its beginning`() throws {
    try given().when(
      "procedure open", silence, on: "2026-05-29", today: "2026-06-01",
      recorded: Instant(monday), zone: .lisbon
    ).then("procedure.opened", ["at": "2026-05-28T23:00:00.000000Z"])
  }

  // MARK: - After another one

  private func broken(_ rule: String, then: String, kind: String = "silence") throws -> Given {
    let facts: JSON = [
      "rule": .text(rule), "at": "2026-06-05T09:00:00Z", "addressees": ["PT"],
      "objections": [["member": "PT", "means": "objection"]], "then": .text(then),
    ]
    return try given().running(rule, kind: kind)
      .proceeded(ProcedureEvent(type: "procedure.broken", data: facts))
  }

  @Test func `A revised text follows a procedure that was broken, where its rule says so`() throws {
    try broken("written", then: "restart", kind: "written").when(
      "procedure open", ["rule": "plain", "title": "Budget", "follows": "P-1"], at: monday
    ).then(["procedure.opened", "procedure.started"], ["follows": "P-1"])
  }

  @Test(arguments: ["next_meeting", "fails"])
  func `Where it says otherwise, a new procedure is refused with its clause`(_ then: String) throws
  {
    let refusal = try broken("silence", then: then).when(
      "procedure open", silence.merging(["follows": "P-1"]) { $1 }, at: monday
    ).thenRefused("no-restart", clause: "procedures.silence.broken")
    #expect(refusal.values["then"] == .word("term.\(then)"))
    #expect(refusal.ways.map(\.code) == ["decide-in-body"])
  }

  @Test func `Nothing follows a procedure that goes on, or that is unknown`() throws {
    try given().running("silence").when(
      "procedure open", silence.merging(["follows": "P-1"]) { $1 }, at: monday
    ).thenRefused("procedure-not-broken")
    try given().when(
      "procedure open", silence.merging(["follows": "P-7"]) { $1 }, at: monday
    ).thenRefused("procedure-unknown")
  }
}
