import Governance
import Plugins
import TestKit
import Testing
import Values

/// One vote fills a body once: cited again for others, it is refused with the event that it brought about.
@Suite struct CitedTwiceTests {
  private func seating(_ members: String, by deliberation: String) -> BoardEvent.Seating {
    BoardEvent.Seating(
      members: members.split(separator: " ").compactMap { MemberID($0) },
      from: PartialDay(Day(number: 20_500)), deliberation: deliberation)
  }

  /// A network whose plenary adopted `D-1` and `D-2`, the first of which filled a body.
  private func given(_ event: BoardEvent?, of body: String) throws -> Given {
    var given = try Given(rules: .sample).admitted("PT ES FR MT")
    for id in ["D-1", "D-2"] {
      let resolution = Resolution(
        meeting: try #require(MeetingID("plenary-1")), body: "plenary", title: "Election",
        matter: "election", method: .consensus)
      given = try given.happened(.adopted(resolution), to: try #require(DeliberationID(id)))
    }
    return try event.map { try given.happened($0, to: try #require(BoardID(body))) } ?? given
  }

  @Test(arguments: [
    ("PT", "D-1", false), ("ES", "D-1", true), ("ES", "D-2", false), ("PT", "D-2", false),
  ])
  func `A deliberation that named one coordinator names no other`(
    _ row: (member: String, by: String, isRefused: Bool)
  ) throws {
    let outcome = try given(.coordinatorNamed(seating("PT", by: "D-1")), of: "lead")
      .when("board coordinate", ["body": "lead", "member": row.member, "by": row.by])
    guard row.isRefused else {
      try outcome.then("coordinator.named")
      return
    }
    let refusal = try outcome.thenRefused(
      "deliberation-cited-already", clause: "bodies.lead.coordinator")
    #expect(refusal.values == ["deliberation": .text("D-1"), "members": .list(["PT"])])
    #expect(refusal.ways.map(\.code) == ["name-deliberation", "correct-event"])
  }

  @Test(arguments: [
    ("PT,ES", "D-1", false), ("ES,PT", "D-1", false), ("PT,FR", "D-1", true),
    ("PT,ES,FR", "D-1", true), ("PT,FR", "D-2", false),
  ])
  func `A deliberation that elected some elects no others`(
    _ row: (members: String, by: String, isRefused: Bool)
  ) throws {
    let outcome = try given(.elected(seating("PT ES", by: "D-1")), of: "bureau")
      .when("board elect", ["body": "bureau", "members": row.members, "by": row.by])
    if row.isRefused {
      try outcome.thenRefused("deliberation-cited-already", clause: "bodies.bureau.elected")
    } else {
      try outcome.then("board.elected")
    }
  }

  @Test func `A past keeps both beside the objection`() throws {
    let decision = try given(.coordinatorNamed(seating("PT", by: "D-1")), of: "lead")
      .when(
        "board coordinate", ["body": "lead", "member": "ES", "by": "D-1"], takenOver: true
      ).result.get()
    #expect(decision.events.map(\.event.type) == ["coordinator.named"])
    #expect(decision.objections.map(\.code.name) == ["deliberation-cited-already"])
  }

  @Test func `The first naming stands in nobody's way`() throws {
    try given(nil, of: "lead")
      .when("board coordinate", ["body": "lead", "member": "PT", "by": "D-1"])
      .then("coordinator.named")
  }
}
