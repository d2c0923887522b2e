import Governance
import Plugins
import TestKit
import Testing
import Values

/// A body of which nobody recorded who sits in it: it decides nothing, but for a past that is taken over.
@Suite struct UnknownElectorateTests {
  /// The plenary's series and majorities for another body of the sample rules.
  private func rules(for body: Int, groups: [RotationRule.Group]? = nil) -> Rules {
    var rules = Rules.sample
    rules.series[0].body = rules.bodies[body].id
    rules.bodies[body].decisions = rules.bodies[0].decisions
    if let groups, case .rotation(var rotation) = rules.bodies[body].composition {
      rotation.groups = groups
      rules.bodies[body].composition = .rotation(rotation)
    }
    return rules
  }

  private func record(_ given: Given, _ fields: [String: String], takenOver: Bool = false) throws
    -> Given.Outcome
  {
    try given.when(
      "deliberation record", fields.merging(["meeting": "plenary-1", "title": "Budget"]) { $1 },
      takenOver: takenOver)
  }

  @Test(arguments: [
    (1, "bodies.board.rotation", "board compose"), (2, "bodies.bureau.elected", "board elect"),
    (3, "bodies.lead.coordinator", "board coordinate"),
  ])
  func `Without a composition it is refused by the clause that fills it, with the act to do first`(
    _ row: (body: Int, clause: String, act: String)
  ) throws {
    let given = try Given(rules: rules(for: row.body, groups: [])).admitted("AT BE BG")
      .open(present: "AT BE BG")
    for ballot in [["names": "AT=for,BE=for"], ["consensus": "true"], ["for": "2"]] {
      let refusal = try record(given, ballot).thenRefused("electorate-unknown", clause: row.clause)
      #expect(refusal.ways == [Note("use-board-act", ["act": .text(row.act)])])
    }
  }

  @Test func `A past is taken over all the same, and says so`() throws {
    let given = try Given(rules: rules(for: 2)).admitted("AT BE BG").open(present: "AT BE BG")
    let decision = try record(given, ["names": "AT=for,BE=for"], takenOver: true).result.get()
    #expect(decision.events.map(\.event.type) == ["deliberation.adopted"])
    #expect(decision.objections.map(\.code.name) == ["electorate-unknown"])
    #expect(decision.events.first?.event.data["entitled"] == nil)
  }

  @Test func `A composition of the day is enough, and one that has run out is none`() throws {
    let seating = { (until: String?) throws in
      BoardEvent.Seating(
        members: try ["AT", "BE", "BG"].map { try #require(MemberID($0)) },
        from: PartialDay(day("2026-02-01")), until: until.flatMap { Day($0) })
    }
    let given = try Given(rules: rules(for: 2)).admitted("AT BE BG").open(present: "AT BE BG")
    let bureau = try #require(BoardID("bureau"))
    try record(given.happened(.elected(seating("2026-11-24")), to: bureau), ["for": "2"])
      .then("deliberation.adopted", ["entitled": 3])
    try record(given.happened(.elected(seating("2026-11-23")), to: bureau), ["for": "2"])
      .thenRefused("electorate-unknown", clause: "bodies.bureau.elected")
  }

  @Test func `A calendar without a group for the day leaves it to whoever was composed`() throws {
    let former = RotationRule.Group(
      members: ["PT", "ES"], from: day("2026-01-01"), until: day("2026-11-22"))
    let given = try Given(rules: rules(for: 1, groups: [former])).admitted("AT BE BG")
      .open(present: "AT BE BG")
    let seating = BoardEvent.Seating(
      members: try ["AT", "BE"].map { try #require(MemberID($0)) },
      from: PartialDay(day("2026-11-23")))
    let board = try #require(BoardID("board"))
    try record(given.happened(.composed(seating), to: board), ["names": "AT=for,BE=for"])
      .then("deliberation.adopted", ["entitled": 2, "present": 2])
  }

  @Test func `A group of the calendar counts before any composition that was recorded`() throws {
    let group = RotationRule.Group(
      members: ["AT", "BE", "BG"], from: day("2026-01-01"), until: day("2026-11-23"))
    let seating = BoardEvent.Seating(
      members: [try #require(MemberID("CZ"))], from: PartialDay(day("2026-11-01")))
    let given = try Given(rules: rules(for: 1, groups: [group])).admitted("AT BE BG CZ")
      .open(present: "AT BE BG CZ").happened(.composed(seating), to: try #require(BoardID("board")))
    try record(given, ["names": "AT=for,BE=for"])
      .then("deliberation.adopted", ["entitled": 3, "present": 3])
  }

  @Test func `A matter that is put off needs nobody to be counted`() throws {
    try Given(rules: rules(for: 2)).admitted("AT BE BG").open(present: "AT BE BG")
      .when(
        "deliberation defer", ["meeting": "plenary-1", "title": "Budget", "reason": "No papers"]
      )
      .then("deliberation.deferred", ["body": "bureau"])
  }
}
