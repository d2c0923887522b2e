import Governance
import Plugins
import TestKit
import Testing
import Values

/// Two members of a rotating group take each other's turn.
@Suite struct SwapBoardTests {
  private func given(
    _ event: (BoardEvent.Seating) -> BoardEvent = BoardEvent.rotated,
    of members: String = "PT ES MT"
  ) throws -> Given {
    let seating = BoardEvent.Seating(
      members: Given.members(members), from: try #require(PartialDay("2026-02-01")),
      until: Day("2027-07-01"))
    return try Given(rules: .sample).admitted("PT ES")
      .happened(event(seating), to: try #require(BoardID("board")), on: "2026-02-01")
  }

  /// ES and MT have swapped on 1 June.
  private func swapped() throws -> Given {
    let seating = BoardEvent.Seating(
      members: Given.members("PT MT ES"), from: try #require(PartialDay("2026-06-01")),
      until: Day("2027-07-01"))
    return try given()
      .happened(BoardEvent.swapped(seating), to: try #require(BoardID("board")), on: "2026-06-01")
  }

  @Test func `A group that has swapped is not seated anew, which would take the swap back`() throws
  {
    let refusal = try swapped().when("board rotate", ["body": "board"])
      .thenRefused("board-seated-already")
    #expect(refusal.ways.map(\.code) == ["correct-event"])
  }

  @Test func `Only a swap takes the order of the turns from who sits, not the rotation itself`()
    throws
  {
    let id = try #require(BoardID("board"))
    let day = try #require(Day("2026-08-01"))
    for (event, chair) in [(BoardEvent.rotated, "ES"), (BoardEvent.swapped, "MT")] {
      let seating = BoardEvent.Seating(
        members: Given.members("PT MT ES"), from: try #require(PartialDay("2026-02-01")),
        until: Day("2027-07-01"))
      var board = Board(id: id)
      board.evolve(with: event(seating), at: Mark(position: 1, effective: day))
      #expect(board.chair(on: day, in: Rules.sample.body("board"))?.text == chair)
    }
  }

  private func swap(_ members: String, in given: Given, body: String = "board") throws
    -> Given.Outcome
  {
    try given.when("board swap", ["body": body, "members": members, "act": "Letter"])
  }

  @Test func `The order of the turns is another, the members and the end are the same`() throws {
    let decision = try swap("ES,MT", in: given()).then(
      "board.swapped",
      [
        "members": ["PT", "MT", "ES"], "until": "2027-07-01", "act": "Letter", "from": "2026-11-23",
      ])
    #expect(decision.derivations.map(\.question) == ["rotation"])
    #expect(decision.notes.map(\.code) == ["turns-left"])
    #expect(decision.notes.first?.values["members"] == .list(["MT", "ES"]))
  }

  @Test func `Swapped again, each has its own turn back`() throws {
    let decision = try swap("MT,ES", in: swapped()).then("board.swapped")
    #expect(decision.events.first?.event.data["members"] == ["PT", "ES", "MT"])
    #expect(decision.notes.first?.values["members"] == .list(["ES", "MT"]))
  }

  @Test(arguments: [("2026-11-23", "PT,ES", true), ("2027-01-01", "PT,ES", false)])
  func `Turns that are over are not swapped, one that runs is`(
    _ row: (day: String, members: String, isAccepted: Bool)
  ) throws {
    let outcome = try given().when(
      "board swap", ["body": "board", "members": row.members], on: row.day)
    guard !row.isAccepted else {
      let decision = try outcome.then("board.swapped")
      #expect(decision.notes.first?.values["members"] == .list(["PT", "MT"]))
      return
    }
    let refusal = try outcome.thenRefused("turns-over", clause: "bodies.board.rotation")
    #expect(refusal.ways.map(\.code) == ["name-two-of"])
  }

  @Test(arguments: ["ES", "ES,FR", "PT,ES,MT"])
  func `Two that sit in the board swap, nobody else, and those who may are named`(
    _ members: String
  ) throws {
    let refusal = try swap(members, in: given()).thenRefused("swap-unfit")
    #expect(refusal.ways.first?.values["known"] == .list(["PT", "ES", "MT"]))
  }

  @Test func `Where nobody sits, or no turns go, there is nothing to swap`() throws {
    let clause = "bodies.board.rotation"
    let unseated = try swap("PT,ES", in: Given(rules: .sample).admitted("PT ES"))
      .thenRefused("board-unseated", clause: clause)
    #expect(unseated.ways.first?.values["act"] == .text("board rotate"))
    try swap("PT,ES", in: given(BoardEvent.composed, of: "PT ES MT"))
      .thenRefused("board-unseated", clause: clause)
    try swap("PT,FR", in: given(of: "PT FR MT")).thenRefused("board-unseated", clause: clause)
    try swap("PT,ES", in: given(), body: "bureau")
      .thenRefused("board-without-turns", clause: "bodies.bureau.elected")
    try swap("PT,ES", in: given(), body: "plenary").thenRefused("body-is-plenary")
  }

  @Test func `A swap of a group that is not that of the day leaves the turns as they are`() throws {
    guard case .rotation(let rule)? = Rules.sample.body("board")?.composition else {
      Issue.record("the sample board rotates")
      return
    }
    let day = try #require(Day("2026-08-01"))
    #expect(rule.chair(on: day, amongSeated: ["PT", "MT", "ES"]) == "MT")
    for other in [["PT", "ES"], ["PT", "ES", "FR"], []] {
      #expect(rule.chair(on: day, amongSeated: other) == "ES")
    }
  }
}
