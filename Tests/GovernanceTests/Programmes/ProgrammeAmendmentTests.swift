import Governance
import Plugins
import TestKit
import Testing
import Values

/// A programme is amended only by a decision.
@Suite struct ProgrammeAmendmentTests {
  private let programme: ProgrammeID

  init() throws { programme = try #require(ProgrammeID("programme-1")) }

  private func resolution(_ matter: String = "programme", body: String = "plenary") throws
    -> Resolution
  {
    Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: body, title: "Programme",
      matter: matter, method: .consensus)
  }

  /// Drafted for 2026 and 2027 with one objective and two actions; D-2 and D-3 were adopted on it.
  private func drafted() throws -> Given {
    let draft = ProgrammeDraft(
      title: "Work", from: day("2026-01-01"), until: day("2027-12-31"), topics: [])
    return try Given(rules: .sample).happened(.drafted(draft), to: programme)
      .happened(.objective(ObjectiveAddition(number: 1, title: "Training")), to: programme)
      .happened(.added(ActionAddition(number: 1, title: "Guide", objective: 1)), to: programme)
      .happened(.added(ActionAddition(number: 2, title: "Course", owner: "ES")), to: programme)
      .happened(.adopted(try resolution()), to: try #require(DeliberationID("D-1")))
      .happened(.adopted(try resolution()), to: try #require(DeliberationID("D-2")))
  }

  private func adopted() throws -> Given {
    let adoption = ProgrammeAdoption(
      on: PartialDay(day("2026-01-10")), deliberation: try #require(DeliberationID("D-1")))
    return try drafted().happened(.adopted(adoption), to: programme)
  }

  private func amend(_ fields: [String: String], _ given: Given? = nil) throws -> Given.Outcome {
    try (given ?? adopted()).when(
      "programme amend", ["programme": "programme-1", "by": "D-2"].merging(fields) { $1 })
  }

  @Test func `An amendment says in one event what it adds, drops, changes and moves`() throws {
    try amend([
      "add": "Retention", "without": "programme-1.2", "title": "programme-1.1=Guide to evidence",
      "owner": "programme-1.1=PT", "due": "programme-1.1=2027-06-30", "objectives": "Evidence",
      "move": "programme-1.1=2",
    ]).then(
      "programme.amended",
      [
        "on": "2026-11-23", "deliberation": "D-2", "version": 2,
        "objectives": [["number": 2, "title": "Evidence"]],
        "added": [["number": 3, "title": "Retention"]], "dropped": [2],
        "changed": [
          [
            "number": 1, "title": "Guide to evidence", "owner": "PT", "due": "2027-06-30",
            "objective": 2,
          ]
        ],
      ])
  }

  @Test func `What is said of a new action becomes part of it`() throws {
    let decision = try amend([
      "add": "Retention", "owner": "programme-1.3=PT", "due": "programme-1.3=2027-06-30",
      "move": "programme-1.3=1",
    ]).then("programme.amended")
    let event = try #require(decision.events.first?.event.data)
    #expect(
      event["added"] == [
        [
          "number": 3, "title": "Retention", "owner": "PT", "due": "2027-06-30", "objective": 1,
        ]
      ])
    #expect(event["changed"] == nil)
  }

  @Test(arguments: [
    ("programme add", ["programme": "programme-1", "title": "More"]),
    ("objective add", ["programme": "programme-1", "title": "More"]),
    ("programme close", ["action": "programme-1.1", "outcome": "dropped"]),
  ])
  func `Without a decision an adopted programme does not change`(
    _ row: (act: String, fields: [String: String])
  ) throws {
    let refusal = try adopted().when(row.act, row.fields)
      .thenRefused("programme-undecided", clause: "programme")
    #expect(refusal.ways == [Note("amend-programme", ["programme": .text("programme-1")])])
    #expect(refusal.values["deliberation"] == .text("D-1"))
  }

  @Test func `A draft changes freely, and what is done needs no decision`() throws {
    try drafted().when("programme add", ["programme": "programme-1", "title": "More"])
      .then("action.added")
    try drafted().when("programme close", ["action": "programme-1.1", "outcome": "dropped"])
      .then("action.closed")
    try adopted().when("programme close", ["action": "programme-1.1", "outcome": "done"])
      .then("action.closed")
  }

  @Test func `Without a rule on programmes it does not change without a decision either`() throws {
    var rules = Rules.sample
    rules.programme = nil
    let draft = ProgrammeDraft(
      title: "Work", from: day("2026-01-01"), until: day("2027-12-31"), topics: [])
    let adoption = ProgrammeAdoption(
      on: PartialDay(day("2026-01-10")), deliberation: try #require(DeliberationID("D-1")))
    try Given(rules: rules).happened(.drafted(draft), to: programme)
      .happened(.adopted(adoption), to: programme)
      .when("programme add", ["programme": "programme-1", "title": "More"])
      .thenRefused("programme-undecided")
  }

  @Test func `A past that added to an adopted programme keeps the objection beside the event`()
    throws
  {
    let decision = try adopted()
      .when(
        "programme add", ["programme": "programme-1", "title": "More"], on: "2026-02-01",
        takenOver: true
      ).result.get()
    #expect(decision.events.map(\.event.type) == ["action.added"])
    #expect(decision.objections.map(\.code.name) == ["programme-undecided"])
  }

  @Test func `A draft is not amended`() throws {
    let refusal = try amend(["add": "More"], drafted()).thenRefused("programme-not-adopted")
    #expect(refusal.ways.map(\.code) == ["change-draft", "adopt-programme"])
  }

  @Test func `What adopted or amended the programme cannot amend it again`() throws {
    try adopted()
      .when("programme amend", ["programme": "programme-1", "by": "D-1", "add": "More"])
      .thenRefused("programme-decided-before")
    let amendment = ProgrammeAmendment(
      on: PartialDay(day("2026-03-01")), deliberation: try #require(DeliberationID("D-2")),
      version: 2, added: [ActionAddition(number: 3, title: "More")])
    try amend(["add": "Still more"], adopted().happened(.amended(amendment), to: programme))
      .thenRefused("programme-decided-before")
  }

  @Test func `A deliberation that was rejected, or is not there, amends nothing`() throws {
    let id = try #require(DeliberationID("D-3"))
    let given = try adopted().happened(.rejected(resolution()), to: id)
    try amend(["by": "D-3", "add": "More"], given).thenRefused("deliberation-not-adopted")
    try amend(["by": "D-9", "add": "More"]).thenRefused("deliberation-unknown")
  }

  @Test(arguments: [("board", "programme"), ("plenary", "rules")])
  func `A deliberation of another body or matter is refused by the rule`(
    _ row: (body: String, matter: String)
  ) throws {
    let other = try resolution(row.matter, body: row.body)
    let given = try adopted().happened(.adopted(other), to: try #require(DeliberationID("D-3")))
    try amend(["by": "D-3", "add": "More"], given)
      .thenRefused("deliberation-unfit", clause: "programme")
  }

  @Test(
    arguments: [
      ([:], "amendment-empty"),
      (["without": "programme-1.9"], "action-unknown"),
      (["without": "programme-2.1"], "action-unknown"),
      (["title": "programme-1.9=x"], "action-unknown"),
      (["title": "programme-2.3=x", "add": "More"], "action-unknown"),
      (["move": "programme-1.1=7"], "objective-unknown"),
      (["without": "programme-1.1", "owner": "programme-1.1=PT"], "amendment-contradictory"),
    ] as [([String: String], String)])
  func `An amendment that cannot be is refused`(_ row: (fields: [String: String], code: String))
    throws
  {
    try amend(row.fields).thenRefused(row.code)
  }

  @Test func `An action that is closed is neither dropped nor changed`() throws {
    let closing = ActionClosing(number: 1, on: PartialDay(day("2026-05-01")), outcome: .done)
    let given = try adopted().happened(.closed(closing), to: programme)
    try amend(["without": "programme-1.1"], given).thenRefused("action-closed-already")
    try amend(["due": "programme-1.1=2027-01-01"], given).thenRefused("action-closed-already")
  }

  @Test(arguments: [
    ["due": "programme-1.1=June"], ["move": "programme-1.1=0"], ["move": "programme-1.1=first"],
    ["title": "programme-1=x"], ["without": "programme-1"], ["owner": "PT"],
    ["title": "programme-1.1="],
  ])
  func `What does not have the form of its field fails`(_ fields: [String: String]) throws {
    let error = #expect(throws: Failure.self) { try amend(fields) }
    #expect(error?.code == .fieldMalformed)
  }

  @Test func `A day after the end of the programme is noted`() throws {
    let decision = try amend(["due": "programme-1.1=2028-01-01"]).then("programme.amended")
    #expect(decision.notes.map(\.code) == ["action-due-after-end"])
  }
}
