import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct OpenElectionTests {
  private func given(_ rules: Rules = .electing()) throws -> Given {
    let seating = BoardEvent.Seating(
      members: Given.members("PT ES FR"), from: try #require(PartialDay("2026-01-10")),
      until: Day("2028-01-10"))
    return try Given(rules: rules).admitted("PT ES FR IT DE")
      .happened(.elected(seating), to: try #require(BoardID("bureau")))
  }

  @Test func `Seats of a body are put up, with those who stay and the last day for candidates`()
    throws
  {
    let fields = [
      "body": "bureau", "seats": "2", "stays": "FR,PT", "until": "2026-12-01",
    ]
    let decision = try given().when("election open", fields).then(
      "election.opened",
      [
        "on": "2026-11-23", "body": "bureau", "by": "plenary", "seats": 2, "stays": ["FR", "PT"],
        "until": "2026-12-01",
      ])
    #expect(decision.events.map(\.key.text) == ["election-E-1"])
    #expect(decision.derivations.map(\.question) == ["board-size"])
    #expect(decision.derivations.first?.inputs["elected"] == 4)
  }

  @Test(arguments: [("5", "", true), ("6", "", false), ("3", "PT,ES", true), ("4", "PT,ES", false)])
  func `Those who stay and those elected are as many as the body may have`(
    _ row: (seats: String, stays: String, isAccepted: Bool)
  ) throws {
    var fields = ["body": "bureau", "seats": row.seats]
    if !row.stays.isEmpty { fields["stays"] = row.stays }
    let outcome = try given().when("election open", fields)
    guard !row.isAccepted else {
      try outcome.then("election.opened")
      return
    }
    let refusal = try outcome.thenRefused("board-size", clause: "bodies.bureau.elected")
    #expect(refusal.ways.map(\.code) == ["elect-number"])
    #expect(refusal.derivation?.holds == false)
  }

  @Test func `Nobody stays who has no seat on the day`() throws {
    let refusal = try given().when(
      "election open", ["body": "bureau", "seats": "1", "stays": "PT,IT"]
    ).thenRefused("stays-unseated")
    #expect(refusal.values["member"] == .text("IT"))
    #expect(refusal.values["seated"] == .list(["PT", "ES", "FR"]))
    try given().when(
      "election open", ["body": "bureau", "seats": "1", "stays": "PT"], on: "2028-01-10",
      today: "2028-01-10"
    ).thenRefused("stays-unseated")
  }

  @Test func `One election of a body is open at a time`() throws {
    let open = try given().election(2)
    let refusal = try open.when("election open", ["body": "bureau", "seats": "1"])
      .thenRefused("election-open-already")
    #expect(refusal.values["election"] == .text("E-1"))
    let on = try #require(PartialDay("2026-11-03"))
    let closed = try open.elected(.closed(ElectionClosing(on: on, elected: [], vacant: 2)))
    let decision = try closed.when("election open", ["body": "bureau", "seats": "1"])
      .then("election.opened")
    #expect(decision.events.map(\.key.text) == ["election-E-2"])
  }

  @Test func `Candidates cannot be named before the election opens only`() throws {
    for (until, isAccepted) in [("2026-11-22", false), ("2026-11-23", true)] {
      let outcome = try given().when(
        "election open", ["body": "bureau", "seats": "1", "until": until])
      if isAccepted {
        try outcome.then("election.opened")
      } else {
        try outcome.thenRefused("candidacies-end-before")
      }
    }
  }

  @Test func `Rules that do not say how candidates are voted on open no election`() throws {
    let refusal = try Given(rules: .sample).when("election open", ["body": "bureau", "seats": "2"])
      .thenRefused("election-unruled", clause: "bodies.bureau.elected")
    #expect(refusal.ways.map(\.code) == ["lay-down-ballot", "decide-election"])
  }

  @Test(arguments: [
    ("board", "board-filled-otherwise", "bodies.board.rotation"),
    ("plenary", "body-is-plenary", nil), ("nobody", "body-unknown", nil),
  ])
  func `Only a body that is elected has elections`(
    _ row: (body: String, code: String, clause: String?)
  ) throws {
    try given().when("election open", ["body": row.body, "seats": "2"])
      .thenRefused(row.code, clause: row.clause)
  }

  @Test(arguments: ["0", "100", "-1", "two"])
  func `A number of seats is one that a body can have`(_ seats: String) throws {
    #expect(throws: Failure.self) {
      try given().when("election open", ["body": "bureau", "seats": seats])
    }
  }
}
