import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct ProgrammeTests {
  private let given = Given(rules: .sample)

  private func draft(_ from: String, _ until: String) -> ProgrammeDraft {
    ProgrammeDraft(title: "Work", from: day(from), until: day(until), topics: ["Evidence"])
  }

  private func resolution(body: String = "plenary", matter: String = "programme") throws
    -> Resolution
  {
    Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: body, title: "Programme",
      matter: matter, method: .consensus)
  }

  /// A first programme that was drafted.
  private func drafted() throws -> Given {
    try given.happened(
      .drafted(draft("2026-01-01", "2027-12-31")), to: try #require(ProgrammeID("programme-1")))
  }

  private func decided(_ event: DeliberationEvent) throws -> Given {
    try drafted().happened(event, to: try #require(DeliberationID("D-1")))
  }

  @Test func `A programme has the length of the rules when no end is given`() throws {
    let decision =
      try given
      .when(
        "programme draft",
        ["title": "Work", "from": "2017-04-07", "topics": "Evidence,Encryption"]
      )
      .then(
        "programme.drafted",
        [
          "title": "Work", "from": "2017-04-07", "until": "2019-04-06",
          "topics": ["Evidence", "Encryption"],
        ])
    #expect(decision.events.first?.key.id == "programme-1")
    #expect(
      decision.derivations.map { JSON.object($0.inputs) } == [
        [
          "from": "2017-04-07", "until": "2019-04-06", "length": "P2Y",
          "lawful_until": "2019-04-06",
        ]
      ])
    #expect(decision.derivations.map(\.question) == ["programme-length"])
    #expect(decision.derivations.map(\.holds) == [true])
  }

  @Test(arguments: ["2019-04-05", "2019-04-07", "2017-04-07"])
  func `Another length is refused by the rule, a day more or less too`(_ until: String) throws {
    let refusal =
      try given
      .when("programme draft", ["title": "Work", "from": "2017-04-07", "until": until])
      .thenRefused("programme-other-length", clause: "programme")
    #expect(refusal.ways == [Note("leave-end-out", ["day": .day(day("2019-04-06"))])])
    #expect(refusal.derivation?.holds == false)
  }

  @Test func `A programme does not end before it begins`() throws {
    try given
      .when("programme draft", ["title": "Work", "from": "2017-04-07", "until": "2017-04-06"])
      .thenRefused("programme-ends-before")
  }

  @Test func `Without a rule on length the end is asked for and taken as it is`() throws {
    var rules = Rules.sample
    rules.programme = nil
    try Given(rules: rules).when("programme draft", ["title": "Work", "from": "2017-04-07"])
      .thenRefused("programme-end-missing")
    let decision = try Given(rules: rules)
      .when("programme draft", ["title": "W", "from": "2017-04-07", "until": "2017-05-01"])
      .then("programme.drafted", ["until": "2017-05-01"])
    #expect(decision.derivations == [])
  }

  @Test(arguments: [
    ("2027-12-31", ["programme-1"]), ("2028-01-01", []), ("2024-01-02", ["programme-1"]),
    ("2024-01-01", []),
  ])
  func `Days that an adopted programme has too are noted`(
    _ row: (from: String, programmes: [String])
  ) throws {
    let adoption = ProgrammeAdoption(
      on: PartialDay(day("2026-01-01")), deliberation: try #require(DeliberationID("D-1")))
    let decision = try drafted()
      .happened(.adopted(adoption), to: try #require(ProgrammeID("programme-1")))
      .when("programme draft", ["title": "Next", "from": row.from])
      .then("programme.drafted")
    #expect(decision.events.first?.key.id == "programme-2")
    #expect(
      decision.notes
        == row.programmes.map { Note("programme-overlaps", ["programme": .text($0)]) })
  }

  @Test func `A draft that nobody adopted is in nobody's way`() throws {
    let decision = try drafted()
      .when("programme draft", ["title": "Other", "from": "2026-01-01"]).then("programme.drafted")
    #expect(decision.notes == [])
  }

  @Test func `A programme is adopted by the deliberation that the rules ask for`() throws {
    let decision = try decided(.adopted(resolution()))
      .when("programme adopt", ["programme": "programme-1", "by": "D-1"])
      .then("programme.adopted", ["on": "2026-11-23", "deliberation": "D-1"])
    #expect(decision.notes == [])
  }

  @Test func `A deliberation that was rejected or put off adopts nothing`() throws {
    let fields = ["programme": "programme-1", "by": "D-1"]
    try decided(.rejected(resolution())).when("programme adopt", fields)
      .thenRefused("deliberation-not-adopted")
    let deferral = Deferral(
      meeting: try #require(MeetingID("plenary-1")), body: "plenary", title: "x",
      matter: "programme", reason: "time")
    try decided(.deferred(deferral)).when("programme adopt", fields)
      .thenRefused("deliberation-not-adopted")
    try drafted().when("programme adopt", fields).thenRefused("deliberation-unknown")
  }

  @Test(arguments: [("board", "programme"), ("plenary", "rules")])
  func `A deliberation of another body or matter is refused by the rule`(
    _ row: (body: String, matter: String)
  ) throws {
    let refusal = try decided(.adopted(resolution(body: row.body, matter: row.matter)))
      .when("programme adopt", ["programme": "programme-1", "by": "D-1"])
      .thenRefused("deliberation-unfit", clause: "programme")
    #expect(
      refusal.ways == [
        Note("decide-in-body", ["body": .text("plenary"), "matter": .text("programme")])
      ])
  }

  @Test func `A programme is adopted once, and only when there is one`() throws {
    let adoption = ProgrammeAdoption(
      on: PartialDay(day("2026-01-01")), deliberation: try #require(DeliberationID("D-1")))
    try decided(.adopted(resolution()))
      .happened(.adopted(adoption), to: try #require(ProgrammeID("programme-1")))
      .when("programme adopt", ["programme": "programme-1", "by": "D-1"])
      .thenRefused("programme-adopted-already")
    try given.when("programme adopt", ["programme": "programme-9", "by": "D-1"])
      .thenRefused("programme-unknown")
  }

  @Test func `A past with another length keeps the event beside the objection`() throws {
    let decision =
      try given
      .when(
        "programme draft", ["title": "W", "from": "2017-04-07", "until": "2018-04-06"],
        on: "2017-04-07", takenOver: true
      ).result.get()
    #expect(decision.events.map(\.event.type) == ["programme.drafted"])
    #expect(decision.objections.map(\.code.name) == ["programme-other-length"])
  }
}
