import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct OpenMeetingTests {
  private let given: Given
  private let notice = Convocation(
    on: PartialDay(Day(number: 20_759)), agenda: [], isUrgent: false)

  init() throws {
    given = try Given(rules: .sample).admitted("AT BE BG CZ DE").admitted("NO", as: "observer")
  }

  private func convened() throws -> Given {
    try given.planned(1, from: "2026-11-23").met(1, .convened(notice), on: "2026-11-02")
  }

  @Test func `Three of five are a quorum, and observers are there without counting`() throws {
    let decision = try convened()
      .when(
        "meeting open",
        [
          "meeting": "plenary-1", "present": "AT,BE,BG,NO", "chair": "AT", "time": "09:30",
          "attended": "and guests",
        ]
      )
      .then(
        "meeting.opened",
        [
          "on": "2026-11-23", "time": "09:30", "present": ["AT", "BE", "BG", "NO"], "chair": "AT",
          "attended": "and guests", "quorum": ["needed": 3, "found": 3, "base": 5],
        ])
    #expect(decision.derivations.map(\.question) == ["quorum"])
    #expect(decision.derivations.first?.clause.id == "bodies.plenary.quorum")
    #expect(
      decision.derivations.first?.inputs["entitled_members"] == ["AT", "BE", "BG", "CZ", "DE"])
  }

  @Test func `Two of five are no quorum, with an observer or without`() throws {
    let refusal = try convened()
      .when("meeting open", ["meeting": "plenary-1", "present": "AT,BE,NO"])
      .thenRefused("quorum-missing", clause: "bodies.plenary.quorum")
    #expect(
      refusal.values == [
        "meeting": .text("plenary-1"), "found": .int(2), "needed": .int(3), "base": .int(5),
      ])
    #expect(refusal.ways == [Note("more-delegations", ["count": .int(1)])])
    #expect(refusal.derivation?.holds == false)
  }

  @Test func `Nobody is no quorum`() throws {
    try convened().when("meeting open", ["meeting": "plenary-1"])
      .thenRefused("quorum-missing", clause: "bodies.plenary.quorum")
  }

  @Test func `A body without a quorum rule opens with whoever is there`() throws {
    var rules = Rules.sample
    rules.bodies[0].quorum = nil
    let decision = try Given(rules: rules).admitted("AT BE BG").planned(1, from: "2026-11-23")
      .met(1, .convened(notice))
      .when("meeting open", ["meeting": "plenary-1", "present": "AT"])
      .then("meeting.opened")
    #expect(decision.events.first?.event.data["quorum"] == nil)
  }

  @Test func `The quorum of a board by rotation is that of its group`() throws {
    var rules = Rules.sample
    rules.series[0].body = "board"
    rules.bodies[1].quorum = rules.bodies[0].quorum
    let decision = try Given(rules: rules).admitted("PT ES AT BE BG")
      .planned(1, from: "2026-11-23").met(1, .convened(notice))
      .when("meeting open", ["meeting": "plenary-1", "present": "PT,ES,AT"])
      .then("meeting.opened", ["quorum": ["needed": 2, "found": 2, "base": 3]])
    #expect(decision.derivations.first?.inputs["entitled_members"] == ["ES", "MT", "PT"])
  }

  @Test func `The quorum of an elected body is that of its recorded composition`() throws {
    var rules = Rules.sample
    rules.series[0].body = "bureau"
    rules.bodies[2].quorum = rules.bodies[0].quorum
    let convened = try Given(rules: rules).admitted("PT ES AT")
      .planned(1, from: "2026-11-23").met(1, .convened(notice))
    let fields = ["meeting": "plenary-1", "present": "PT,AT"]
    let refusal = try convened.when("meeting open", fields)
      .thenRefused("electorate-unknown", clause: "bodies.bureau.elected")
    #expect(refusal.values == ["body": .text("bureau")])
    #expect(refusal.ways == [Note("use-board-act", ["act": .text("board elect")])])
    let seating = BoardEvent.Seating(
      members: try ["PT", "ES", "AT"].map { try #require(MemberID($0)) },
      from: PartialDay(day("2026-02-01")))
    try convened.happened(.composed(seating), to: try #require(BoardID("bureau")))
      .when("meeting open", fields)
      .then("meeting.opened", ["quorum": ["needed": 2, "found": 2, "base": 3]])
  }

  @Test func `A meeting that was not convened is refused by the rule on notice`() throws {
    let refusal = try given.planned(1, from: "2026-11-23")
      .when("meeting open", ["meeting": "plenary-1", "present": "AT,BE,BG"])
      .thenRefused("meeting-not-convened", clause: "series.plenary.notice")
    #expect(refusal.ways == [Note("convene-meeting", ["meeting": .text("plenary-1")])])
  }

  @Test func `A meeting does not open before its day`() throws {
    try given.planned(1, from: "2026-11-24").met(1, .convened(notice))
      .when("meeting open", ["meeting": "plenary-1", "present": "AT,BE,BG"])
      .thenRefused("meeting-before-its-day", clause: "series.plenary.notice")
  }

  @Test func `A guest is no delegation`() throws {
    let refusal = try convened()
      .when("meeting open", ["meeting": "plenary-1", "present": "AT,BE,BG,US"])
      .thenRefused("delegation-unknown")
    #expect(refusal.ways.contains(Note("name-guests", ["member": .text("US")])))
  }

  @Test func `A class without the right to attend is refused by its clause`() throws {
    var rules = Rules.sample
    rules.membership.classes[1].rights = [.receive]
    try Given(rules: rules).admitted("AT BE BG").admitted("NO", as: "observer")
      .planned(1, from: "2026-11-23").met(1, .convened(notice))
      .when("meeting open", ["meeting": "plenary-1", "present": "AT,BE,BG,NO"])
      .thenRefused("may-not-attend", clause: "membership.classes.observer")
  }

  @Test func `The chair is in the room`() throws {
    try convened()
      .when("meeting open", ["meeting": "plenary-1", "present": "AT,BE,BG", "chair": "CZ"])
      .thenRefused("chair-not-present")
    try convened()
      .when("meeting open", ["meeting": "plenary-1", "present": "AT,BE,BG", "chair": "US"])
      .thenRefused("delegation-unknown")
  }

  @Test func `A meeting is opened once, and not after its end`() throws {
    let open = try given.open(present: "AT BE BG")
    let again = ["meeting": "plenary-1", "present": "AT,BE,BG"]
    try open.when("meeting open", again).thenRefused("meeting-open-already")
    try open.met(1, .closed(Closing(on: PartialDay(day("2026-11-24")), time: nil)))
      .when("meeting open", again).thenRefused("meeting-closed-already")
    try convened().met(1, .cancelled(Cancellation(on: PartialDay(day("2026-11-20")), reason: "x")))
      .when("meeting open", again).thenRefused("meeting-cancelled-already")
    try given.when("meeting open", again).thenRefused("meeting-unknown")
  }

  @Test func `A past that does not say who was there is taken over with a note`() throws {
    let outcome = try given.planned(2, from: "2017-04-06")
      .when(
        "meeting open", ["meeting": "plenary-2", "attended": "25 member states and guests"],
        on: "2017-04-06", takenOver: true)
    let decision = try outcome.result.get()
    #expect(decision.events.map(\.event.type) == ["meeting.opened"])
    #expect(decision.notes == [Note("attendance-unknown", ["meeting": .text("plenary-2")])])
    #expect(decision.objections.map(\.code.name) == ["meeting-not-convened"])
    #expect(decision.derivations == [])
  }
}
