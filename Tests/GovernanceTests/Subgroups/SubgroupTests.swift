import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct SubgroupTests {
  private let given: Given
  private let ai: SubgroupID
  private let fields = [
    "subgroup": "ai", "title": "Artificial intelligence", "mandate": "Study", "by": "D-1",
  ]

  init() throws {
    ai = try #require(SubgroupID("ai"))
    given = try Given(rules: .sample).admitted("PT ES")
  }

  private func decided(body: String = "plenary", matter: String = "default") throws -> Given {
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: body, title: "x", matter: matter,
      method: .consensus)
    return try given.happened(.adopted(resolution), to: try #require(DeliberationID("D-1")))
  }

  private func created() throws -> Given {
    let creation = SubgroupCreation(
      title: "AI", mandate: "Study", from: PartialDay(day("2026-02-01")), until: nil,
      deliberation: try #require(DeliberationID("D-1")))
    return try decided().happened(.created(creation), to: ai)
  }

  private func ended() throws -> Given {
    try created().happened(
      .ended(SubgroupEnding(on: PartialDay(day("2026-03-01")), reason: nil)), to: ai)
  }

  @Test func `A subgroup has the longest mandate when no end is given`() throws {
    let decision = try decided().when("subgroup add", fields)
      .then(
        "subgroup.created",
        [
          "title": "Artificial intelligence", "mandate": "Study", "from": "2026-11-23",
          "until": "2028-11-22", "deliberation": "D-1",
        ])
    #expect(
      decision.derivations.map { JSON.object($0.inputs) } == [
        [
          "from": "2026-11-23", "until": "2028-11-22", "longest": "P2Y",
          "lawful_until": "2028-11-22",
        ]
      ])
  }

  @Test func `A mandate may be shorter and not longer`() throws {
    try decided().when("subgroup add", fields.merging(["until": "2027-01-01"]) { $1 })
      .then("subgroup.created", ["until": "2027-01-01"])
    let refusal = try decided()
      .when("subgroup add", fields.merging(["until": "2028-11-23"]) { $1 })
      .thenRefused("mandate-too-long", clause: "subgroups")
    #expect(refusal.ways == [Note("leave-end-out", ["day": .day(day("2028-11-22"))])])
    try decided().when("subgroup add", fields.merging(["until": "2026-11-22"]) { $1 })
      .thenRefused("mandate-ends-before")
  }

  @Test func `Without a limit a mandate may have no end`() throws {
    var rules = Rules.sample
    rules.subgroups = nil
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: "board", title: "x", method: .consensus)
    let decision = try Given(rules: rules)
      .happened(.adopted(resolution), to: try #require(DeliberationID("D-1")))
      .when("subgroup add", fields).then("subgroup.created")
    #expect(decision.events.first?.event.data["until"] == nil)
    #expect(decision.derivations == [])
  }

  @Test(arguments: [("board", "default"), ("plenary", "rules")])
  func `A deliberation of another body or matter is refused by the rule`(
    _ row: (body: String, matter: String)
  ) throws {
    try decided(body: row.body, matter: row.matter).when("subgroup add", fields)
      .thenRefused("deliberation-unfit", clause: "subgroups")
  }

  @Test func `A subgroup needs a deliberation, and its name once`() throws {
    try given.when("subgroup add", fields).thenRefused("deliberation-unknown")
    try created().when("subgroup add", fields).thenRefused("subgroup-created-already")
    try ended().when("subgroup add", fields).thenRefused("subgroup-created-already")
  }

  @Test func `A member takes over the coordination`() throws {
    try created().when("subgroup coordinate", ["subgroup": "ai", "member": "PT"])
      .then("subgroup.coordinated", ["member": "PT", "from": "2026-11-23"])
    try created().when("subgroup coordinate", ["subgroup": "ai", "member": "FR"])
      .thenRefused("delegation-unknown")
    let portugal = SubgroupCoordination(
      member: try #require(MemberID("PT")), from: PartialDay(day("2026-03-01")))
    let coordinated = try created().happened(.coordinated(portugal), to: ai)
    try coordinated.when("subgroup coordinate", ["subgroup": "ai", "member": "PT"])
      .thenRefused("coordinates-already")
    try coordinated.when("subgroup coordinate", ["subgroup": "ai", "member": "ES"])
      .then("subgroup.coordinated", ["member": "ES"])
  }

  private func limited(_ until: String, _ rules: Rules = .sample) throws -> Given {
    let id = try #require(DeliberationID("D-1"))
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: "plenary", title: "x",
      method: .consensus)
    let creation = SubgroupCreation(
      title: "AI", mandate: "Study", from: PartialDay(day("2026-02-01")), until: day(until),
      deliberation: id)
    return try Given(rules: rules).admitted("PT ES").happened(.adopted(resolution), to: id)
      .happened(.created(creation), to: ai)
  }

  @Test func `The last day of the mandate still takes a coordinator, and the next one does not`()
    throws
  {
    let coordinate = ["subgroup": "ai", "member": "PT"]
    try limited("2026-11-23").when("subgroup coordinate", coordinate).then("subgroup.coordinated")
    let refusal = try limited("2026-11-22").when("subgroup coordinate", coordinate)
      .thenRefused("mandate-over", clause: "subgroups")
    #expect(refusal.values["until"] == .day(day("2026-11-22")))
    #expect(refusal.values["day"] == .day(day("2026-11-23")))
    #expect(
      refusal.ways == [
        Note("renew-subgroup", ["subgroup": .text("ai"), "body": .text("plenary")]),
        Note("end-subgroup", ["subgroup": .text("ai")]),
      ])
    try limited("2026-11-22").when("subgroup coordinate", coordinate, on: "2026-11-20")
      .then("subgroup.coordinated", ["from": "2026-11-20"])
  }

  @Test func `Without a rule on subgroups the way out names no body`() throws {
    var rules = Rules.sample
    rules.subgroups = nil
    let refusal = try limited("2026-11-22", rules)
      .when("subgroup coordinate", ["subgroup": "ai", "member": "PT"]).thenRefused("mandate-over")
    #expect(refusal.ways.map(\.code) == ["end-subgroup"])
  }

  @Test func `A last report is taken after the mandate, and says so`() throws {
    let report = ["subgroup": "ai", "text": "What is left"]
    let late = try limited("2026-11-22").when("subgroup report", report).then("subgroup.reported")
    #expect(
      late.notes == [
        Note("mandate-over", ["subgroup": .text("ai"), "until": .day(day("2026-11-22"))])
      ])
    let inTime = try limited("2026-11-23").when("subgroup report", report)
      .then("subgroup.reported")
    #expect(inTime.notes == [])
    try limited("2026-11-22").when("subgroup end", ["subgroup": "ai"]).then("subgroup.ended")
  }

  @Test func `A subgroup reports and ends`() throws {
    try created().when("subgroup report", ["subgroup": "ai", "text": "Done"])
      .then("subgroup.reported", ["on": "2026-11-23", "text": "Done"])
    try created().when("subgroup end", ["subgroup": "ai", "reason": "Mandate done"])
      .then("subgroup.ended", ["on": "2026-11-23", "reason": "Mandate done"])
  }

  @Test(arguments: [
    ("subgroup coordinate", ["member": "PT"]), ("subgroup report", ["text": "x"]),
    ("subgroup end", [:]),
  ])
  func `Nothing happens in a subgroup that is not there or has ended`(
    _ row: (act: String, fields: [String: String])
  ) throws {
    let fields = row.fields.merging(["subgroup": "ai"]) { $1 }
    try given.when(row.act, fields).thenRefused("subgroup-unknown")
    try ended().when(row.act, fields).thenRefused("subgroup-ended-already")
  }

  @Test func `Every event and every state reads back equal`() throws {
    let on = PartialDay(day("2026-05-01"))
    let events: [SubgroupEvent] = [
      .created(
        SubgroupCreation(
          title: "AI", mandate: "Study", from: on, until: day("2027-01-01"),
          deliberation: try #require(DeliberationID("D-1")))),
      .coordinated(SubgroupCoordination(member: try #require(MemberID("ES")), from: on)),
      .coordinated(
        SubgroupCoordination(
          member: try #require(MemberID("PT")), from: PartialDay(day("2026-03-01")))),
      .reported(SubgroupReport(on: on, text: "x")),
      .ended(SubgroupEnding(on: on, reason: "done")),
    ]
    var state = Subgroup(id: ai)
    for (index, event) in events.enumerated() {
      #expect(try SubgroupEvent(type: event.type, data: event.data) == event)
      #expect(SubgroupEvent.schemas[event.type] == 1)
      state.evolve(with: event, at: Mark(position: Int64(index), effective: on.first))
      #expect(try Subgroup(id: ai, state: state.state) == state)
    }
    #expect(state.coordination(on: day("2026-04-30"))?.facts.member.text == "PT")
    #expect(state.coordination(on: day("2026-05-01"))?.facts.member.text == "ES")
    #expect(state.coordination(on: day("2026-02-28")) == nil)
    #expect(throws: Failure.self) { try SubgroupEvent(type: "subgroup.lost", data: [:]) }
  }
}
