import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct RotateBoardTests {
  @Test func `The group of the calendar is seated from the effective day`() throws {
    let decision = try Given(rules: .sample).admitted("PT ES MT")
      .when("board rotate", ["body": "board"], on: "2026-11-23")
      .then(
        "board.rotated",
        ["members": ["PT", "ES", "MT"], "from": "2026-11-23", "until": "2027-07-01"])
    #expect(decision.derivations.map(\.question) == ["rotation"])
    #expect(decision.notes == [])
  }

  @Test func `A state of the group that is no member is noted`() throws {
    let decision = try Given(rules: .sample).admitted("PT ES")
      .when("board rotate", ["body": "board"]).then("board.rotated")
    #expect(decision.notes == [Note("rotation-state-no-member", ["member": .text("MT")])])
  }

  @Test func `A day without a group is refused with the calendar's clause`() throws {
    let refusal = try Given(rules: .sample)
      .when("board rotate", ["body": "board"], on: "2027-07-01")
      .thenRefused("rotation-without-group", clause: "bodies.board.rotation")
    #expect(refusal.ways.map(\.code) == ["compose-board"])
    #expect(refusal.derivation?.question == "rotation-none")
  }

  @Test func `A group is seated once`() throws {
    let board = try #require(BoardID("board"))
    let members = ["PT", "ES", "MT"].compactMap { MemberID($0) }
    let seating = BoardEvent.Seating(
      members: members, from: try #require(PartialDay("2026-01-10")), until: Day("2027-07-01"))
    try Given(rules: .sample).happened(.rotated(seating), to: board)
      .when("board rotate", ["body": "board"]).thenRefused("board-seated-already")
  }

  @Test(arguments: [
    ("nobody", "body-unknown"), ("plenary", "body-is-plenary"),
  ])
  func `A body without a rotation is refused`(_ body: String, _ code: String) throws {
    try Given(rules: .sample).when("board rotate", ["body": body]).thenRefused(code)
  }

  @Test func `A body that is elected does not rotate`() throws {
    let refusal = try Given(rules: .sample).when("board rotate", ["body": "bureau"])
      .thenRefused("board-filled-otherwise", clause: "bodies.bureau.elected")
    #expect(refusal.ways.first?.values["act"] == .text("board elect"))
  }
}

@Suite struct ComposeBoardTests {
  private let fields = ["body": "board", "members": "PT,ES", "act": "Minutes"]

  @Test func `Where the calendar has no group an act may say who sits`() throws {
    let decision = try Given(rules: .sample).admitted("PT ES")
      .when("board compose", fields, on: "2027-07-01")
      .then("board.composed", ["members": ["PT", "ES"], "from": "2027-07-01", "act": "Minutes"])
    #expect(decision.notes.map(\.code) == ["composed-without-rule"])
  }

  @Test(arguments: [
    ("board", "bodies.board.rotation"), ("bureau", "bodies.bureau.elected"),
    ("lead", "bodies.lead.coordinator"),
  ])
  func `What a rule determines is not composed`(_ body: String, _ clause: String) throws {
    let changed = fields.merging(["body": body]) { $1 }
    try Given(rules: .sample).admitted("PT ES").when("board compose", changed)
      .thenRefused("board-filled-otherwise", clause: clause)
  }

  @Test func `In a past that is taken over the composition stands beside the objection`() throws {
    let outcome = try Given(rules: .sample).admitted("PT ES")
      .when("board compose", fields, takenOver: true)
    #expect(try outcome.result.get().events.map(\.event.type) == ["board.composed"])
  }

  @Test func `A state that is no member is noted`() throws {
    let decision = try Given(rules: .sample).admitted("PT")
      .when("board compose", fields, on: "2027-07-01").then("board.composed")
    #expect(decision.notes.map(\.code) == ["board-state-no-member", "composed-without-rule"])
  }

  @Test func `A code that no state has is refused`() throws {
    let changed = fields.merging(["members": "PT,XX"]) { $1 }
    try Given(rules: .sample).admitted("PT").when("board compose", changed)
      .thenRefused("member-code-unknown")
  }

  @Test func `A composition does not end before it begins`() throws {
    let changed = fields.merging(["until": "2026-11-23"]) { $1 }
    try Given(rules: .sample).admitted("PT").when("board compose", changed)
      .thenRefused("until-before-from")
  }
}

@Suite struct BoardStateTests {
  private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private static func board(_ order: [Int]) throws -> Board {
    let members = ["PT", "ES", "MT"].compactMap { MemberID($0) }
    let events: [BoardEvent] = [
      .rotated(
        .init(
          members: members, from: try #require(PartialDay("2026-01-10")),
          until: try day("2026-07-01"))),
      .composed(.init(members: [members[1]], from: try #require(PartialDay("2026-09-01")))),
      .coordinatorNamed(.init(members: [members[0]], from: try #require(PartialDay("2026-11-01")))),
    ]
    var board = Board(id: try #require(BoardID("board")))
    for (position, index) in order.enumerated() {
      board.evolve(
        with: events[index],
        at: Mark(
          position: Int64(position + 1), effective: events[index].seating.from.first))
    }
    return board
  }

  @Test(
    arguments: [
      ("2026-01-09", nil), ("2026-01-10", 3), ("2026-06-30", 3), ("2026-07-01", nil),
      ("2026-09-01", 1), ("2026-11-01", 1),
    ] as [(String, Int?)])
  func `A composition holds from its first day until it runs out`(_ day: String, _ count: Int?)
    throws
  {
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
      #expect(try Self.board(order).composition(on: Self.day(day))?.members.count == count)
    }
  }

  @Test func `The state is read back equal`() throws {
    let board = try Self.board([0, 1, 2])
    #expect(try Board(id: board.id, state: board.state) == board)
  }

  @Test(
    arguments: [
      ("2026-01-10", "PT"), ("2026-06-30", "PT"), ("2026-07-01", nil), ("2026-10-01", nil),
      ("2026-11-01", "PT"),
    ] as [(String, String?)])
  func `A rotation is chaired by turn and a coordinator by itself`(
    _ day: String, _ chair: String?
  ) throws {
    let board = try Self.board([0, 1, 2])
    let chairing = board.chair(on: try Self.day(day), in: Rules.sample.body("board"))
    #expect(chairing?.text == chair)
  }
}

@Suite struct RotationTests {
  /// Decision (EU) 2016/1316: the first trio of the real network, with its turns of six months.
  private static let trio = RotationRule(
    groups: [
      .init(
        members: ["NL", "SK", "MT"], from: Day(number: 16_801), until: Day(number: 17_347))
    ], chairPeriod: Period(months: 6), clause: Clause(id: "trio", source: .practice))

  @Test(
    arguments: [
      ("2015-12-31", nil), ("2016-01-01", "NL"), ("2016-06-30", "NL"), ("2016-07-01", "SK"),
      ("2016-12-31", "SK"), ("2017-01-01", "MT"), ("2017-06-30", "MT"), ("2017-07-01", nil),
    ] as [(String, String?)])
  func `Each of the group chairs for one period`(_ text: String, _ chair: String?) throws {
    #expect(Self.trio.chair(on: try #require(Day(text))) == chair)
  }

  @Test func `The chair passes on the first day of each period`() throws {
    let days = try #require(Self.trio.groups.first.map { Self.trio.chairDays(of: $0) })
    #expect(days.map(\.description) == ["2016-01-01", "2016-07-01", "2017-01-01"])
  }

  @Test func `After its last turn a longer group begins again`() throws {
    var long = Self.trio
    long.groups[0].until = Day(number: 17_500)
    #expect(long.chair(on: try #require(Day("2017-07-01"))) == "NL")
  }

  @Test func `Nobody chairs where the rule knows no turns`() throws {
    var silent = Self.trio
    silent.chairPeriod = nil
    #expect(silent.chair(on: try #require(Day("2016-01-01"))) == nil)
  }
}
