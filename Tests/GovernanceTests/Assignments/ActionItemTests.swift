import Governance
import Plugins
import TestKit
import Testing
import Values

/// Actions that meetings give: on each agenda to come by themselves, and closed with what came of them.
@Suite struct ActionItemTests {
  /// The first plenary was held; two more are planned.
  private func given() throws -> Given {
    let closing = Closing(on: PartialDay(day("2026-03-20")), time: nil)
    return try Given(rules: .sample).planned(1, from: "2026-03-20")
      .met(1, .closed(closing), on: "2026-03-20")
      .planned(2, from: "2027-01-20").planned(3, from: "2027-06-20")
  }

  private let fields = [
    "title": "Send the questionnaire", "owner": "PT", "due": "2027-03-01", "meeting": "plenary-1",
  ]

  private func making(
    series: String? = "plenary", due: String = "2027-03-01"
  ) throws -> AssignmentMaking {
    AssignmentMaking(
      title: "Send the questionnaire", owner: "PT", due: day(due),
      on: PartialDay(day("2026-03-20")), meeting: MeetingID("plenary-1"),
      series: series)
  }

  private func assigned(_ given: Given) throws -> Given {
    try given.happened(.made(try making()), to: try #require(AssignmentID("action-1")))
  }

  private func item(on meeting: String) throws -> ItemAddition {
    ItemAddition(
      meeting: try #require(MeetingID(meeting)), item: try #require(ItemID("action-1")),
      on: PartialDay(day("2026-03-20")), title: "Send the questionnaire",
      follows: AssignmentID("action-1"))
  }

  @Test func `An action of a meeting is on the agenda of each meeting to come by itself`() throws {
    let decision = try given().when("action assign", fields)
      .then(
        ["assignment.made", "item.added", "item.added"],
        [
          "title": "Send the questionnaire", "owner": "PT", "due": "2027-03-01",
          "on": "2026-11-23", "meeting": "plenary-1", "series": "plenary",
        ])
    #expect(
      decision.events.map(\.key.text) == [
        "assignment-action-1", "agenda-plenary-2", "agenda-plenary-3",
      ])
    let item = decision.events[1].event.data
    #expect(item["item"] == "action-1")
    #expect(item["follows"] == "action-1")
    #expect(item["title"] == "Send the questionnaire")
    #expect(decision.notes.map(\.code) == ["action-on-agenda", "action-on-agenda"])
  }

  @Test func `An agenda that has an item of that name already gets no second one`() throws {
    let second = try #require(MeetingID("plenary-2"))
    let decision = try given()
      .happened(.added(try item(on: "plenary-2")), to: AgendaID(sharedWith: second))
      .when("action assign", fields).then(["assignment.made", "item.added"])
    #expect(decision.events[1].key.text == "agenda-plenary-3")
    #expect(decision.notes.map(\.code) == ["action-on-agenda"])
  }

  @Test func `A meeting that is planned later begins with the actions that are still open`() throws
  {
    let before = try Given(rules: .sample).planned(1, from: "2026-03-20")
    let waiting = try before.when("action assign", fields).then("assignment.made")
    #expect(waiting.notes.map(\.code) == ["action-waits-for-meeting"])
    let decision = try assigned(before)
      .when("meeting plan", ["series": "plenary", "from": "2027-01-20"])
      .then(["meeting.planned", "number.assigned", "item.added"])
    #expect(decision.events[2].key.text == "agenda-plenary-2")
    #expect(decision.events[2].event.data["follows"] == "action-1")
  }

  @Test func `What is closed, or belongs to another series, is on no new agenda`() throws {
    let closing = AssignmentClosing(
      on: PartialDay(day("2026-04-01")), outcome: .done, result: "Sent")
    let id = try #require(AssignmentID("action-1"))
    let plan = ["series": "plenary", "from": "2027-01-20"]
    let first = try Given(rules: .sample).planned(1, from: "2026-03-20")
    try assigned(first).happened(.closed(closing), to: id).when("meeting plan", plan)
      .then(["meeting.planned", "number.assigned"])
    try first.happened(.made(try making(series: "training")), to: id).when("meeting plan", plan)
      .then(["meeting.planned", "number.assigned"])
    try first.happened(.made(try making(series: nil)), to: id).when("meeting plan", plan)
      .then(["meeting.planned", "number.assigned"])
  }

  @Test func `An agenda that is frozen is left as it is, and the next one takes the action`() throws
  {
    let meeting = try #require(MeetingID("plenary-2"))
    let freezing = Freezing(meeting: meeting, on: PartialDay(day("2026-11-01")))
    let decision = try given()
      .happened(.frozen(freezing), to: AgendaID(sharedWith: meeting), on: "2026-11-01")
      .when("action assign", fields).then(["assignment.made", "item.added"])
    #expect(decision.events[1].key.text == "agenda-plenary-3")
    #expect(decision.notes.map(\.code) == ["action-agenda-frozen", "action-on-agenda"])
  }

  @Test func `A cancelled meeting and one that has begun take no action`() throws {
    let cancellation = Cancellation(on: PartialDay(day("2026-11-01")), reason: "No host")
    try given().met(2, .cancelled(cancellation))
      .met(3, .opened(Opening(on: PartialDay(day("2026-11-20")), present: [])))
      .when("action assign", fields).then(["assignment.made"])
  }

  @Test func `An action of a written decision waits for the series of its body`() throws {
    let resolution = Resolution(
      procedure: try #require(ProcedureID("P-1")), body: "plenary", title: "Guide",
      matter: "default", method: .consensus)
    let decided = try Given(rules: .sample)
      .happened(.adopted(resolution), to: try #require(DeliberationID("D-1")))
    try decided.when(
      "action assign", ["title": "Print it", "owner": "Board", "due": "2027-03-01", "by": "D-1"]
    ).then("assignment.made", ["deliberation": "D-1", "series": "plenary"])
  }

  @Test func `An action names the item of its meeting, which must stand on the agenda`() throws {
    let meeting = try #require(MeetingID("plenary-1"))
    let budget = ItemAddition(
      meeting: meeting, item: try #require(ItemID("budget")), on: PartialDay(day("2026-02-01")),
      title: "Budget")
    let known = try given().happened(.added(budget), to: AgendaID(sharedWith: meeting))
    try known.when("action assign", fields.merging(["item": "budget"]) { $1 })
      .then(["assignment.made", "item.added", "item.added"], ["item": "budget"])
    try known.when("action assign", fields.merging(["item": "travel"]) { $1 })
      .thenRefused("item-unknown")
  }

  @Test(arguments: [
    (["meeting": ""], "action-without-origin"), (["meeting": "plenary-9"], "meeting-unknown"),
    (["by": "D-9"], "deliberation-unknown"), (["due": "2026-11-22"], "action-due-past"),
  ])
  func `An action that cannot be is refused`(_ row: (fields: [String: String], code: String)) throws
  {
    let asked = fields.merging(row.fields) { $1 }.filter { !$0.value.isEmpty }
    try given().when("action assign", asked).thenRefused(row.code)
  }

  @Test func `An action may be due on the day on which it is given`() throws {
    try Given(rules: .sample).planned(1, from: "2026-03-20")
      .when("action assign", fields.merging(["due": "2026-11-23"]) { $1 })
      .then("assignment.made", ["due": "2026-11-23"])
  }

  @Test func `Closing says what came of it and takes it off the agendas to come`() throws {
    let second = try #require(AgendaID("plenary-2"))
    let third = try #require(AgendaID("plenary-3"))
    let decision = try assigned(given())
      .happened(.added(try item(on: "plenary-2")), to: second)
      .happened(.added(try item(on: "plenary-3")), to: third)
      .when(
        "action close",
        ["action": "action-1", "outcome": "done", "result": "All members answered"]
      )
      .then(
        ["assignment.closed", "item.withdrawn", "item.withdrawn"],
        ["outcome": "done", "result": "All members answered", "on": "2026-11-23"])
    #expect(decision.events[1].key.text == "agenda-plenary-2")
    #expect(decision.events[1].event.data["reason"] == "All members answered")
  }

  @Test func `Closing leaves an agenda that is frozen, and one whose meeting is being held`() throws
  {
    let second = try #require(MeetingID("plenary-2"))
    let freezing = Freezing(meeting: second, on: PartialDay(day("2026-11-01")))
    try assigned(given())
      .happened(.added(try item(on: "plenary-2")), to: AgendaID(sharedWith: second))
      .happened(.frozen(freezing), to: AgendaID(sharedWith: second), on: "2026-11-01")
      .happened(.added(try item(on: "plenary-3")), to: try #require(AgendaID("plenary-3")))
      .met(3, .opened(Opening(on: PartialDay(day("2026-11-20")), present: [])))
      .when("action close", ["action": "action-1", "outcome": "dropped", "result": "Moot"])
      .then("assignment.closed")
  }

  @Test func `Nothing is closed without saying what came of it`() throws {
    let error = #expect(throws: Failure.self) {
      try assigned(given()).when("action close", ["action": "action-1", "outcome": "done"])
    }
    #expect(error?.code == .fieldMissing)
  }

  @Test func `An action is reported on and gets more time`() throws {
    try assigned(given()).when("action report", ["action": "action-1", "text": "Sent"])
      .then("assignment.reported", ["on": "2026-11-23", "text": "Sent"])
    try assigned(given())
      .when("action extend", ["action": "action-1", "until": "2027-05-01", "reason": "Late"])
      .then(
        "assignment.extended",
        ["from": "2027-03-01", "due": "2027-05-01", "reason": "Late"])
  }

  @Test(arguments: ["2027-03-01", "2027-02-28"])
  func `More time is a later day`(_ until: String) throws {
    try assigned(given())
      .when("action extend", ["action": "action-1", "until": until, "reason": "Late"])
      .thenRefused("action-not-later")
  }

  @Test(arguments: [
    ("action report", ["text": "x"]), ("action close", ["outcome": "done", "result": "x"]),
    ("action extend", ["until": "2028-01-01", "reason": "x"]),
  ])
  func `Only an action that is there and goes on is reported on, extended or closed`(
    _ row: (act: String, fields: [String: String])
  ) throws {
    let fields = row.fields.merging(["action": "action-1"]) { $1 }
    try given().when(row.act, fields).thenRefused("assignment-unknown")
    let closing = AssignmentClosing(
      on: PartialDay(day("2026-04-01")), outcome: .done, result: "Sent")
    try assigned(given()).happened(.closed(closing), to: try #require(AssignmentID("action-1")))
      .when(row.act, fields).thenRefused("action-closed-already")
    let other = try given().when(row.act, fields.merging(["action": "programme-1.1"]) { $1 })
      .thenRefused("assignment-unknown")
    #expect(other.ways == [Note("use-programme-acts", ["action": .text("programme-1.1")])])
  }

  @Test func `Every event and every state reads back equal`() throws {
    let on = PartialDay(day("2026-05-01"))
    let events: [AssignmentEvent] = [
      .made(try making()), .reported(AssignmentReport(on: on, text: "Sent")),
      .extended(
        AssignmentExtension(
          on: on, from: day("2027-03-01"), due: day("2027-05-01"), reason: "Late")),
      .closed(AssignmentClosing(on: on, outcome: .dropped, result: "Moot")),
    ]
    var state = Assignment(id: try #require(AssignmentID("action-1")))
    #expect(!state.isOpen)
    for (index, event) in events.enumerated() {
      #expect(try AssignmentEvent(type: event.type, data: event.data) == event)
      #expect(AssignmentEvent.schemas[event.type] == 1)
      state.evolve(with: event, at: Mark(position: Int64(index), effective: on.first))
      #expect(try Assignment(id: state.id, state: state.state) == state)
      #expect(state.isOpen == (index < 3))
    }
    #expect(state.due == day("2027-05-01"))
    #expect(throws: Failure.self) { try AssignmentEvent(type: "assignment.lost", data: [:]) }
  }
}
