import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct ActionTests {
  private let given: Given
  private let programme: ProgrammeID

  init() throws {
    programme = try #require(ProgrammeID("programme-1"))
    let draft = ProgrammeDraft(
      title: "Work", from: day("2026-01-01"), until: day("2027-12-31"), topics: [])
    given = try Given(rules: .sample).happened(.drafted(draft), to: programme)
  }

  private func withAction() throws -> Given {
    try given.happened(.added(ActionAddition(number: 1, title: "Guide")), to: programme)
  }

  private func closed() throws -> Given {
    let closing = ActionClosing(number: 1, on: PartialDay(day("2026-05-01")), outcome: .done)
    return try withAction().happened(.closed(closing), to: programme)
  }

  @Test func `Actions are numbered within their programme`() throws {
    try given
      .when(
        "programme add",
        [
          "programme": "programme-1", "title": "Guide", "owner": "Board", "due": "2027-12-31",
        ]
      )
      .then(
        "action.added", ["number": 1, "title": "Guide", "owner": "Board", "due": "2027-12-31"])
    try withAction().when("programme add", ["programme": "programme-1", "title": "Next"])
      .then("action.added", ["number": 2])
  }

  @Test func `An action that is due after its programme ends is noted`() throws {
    let decision =
      try given
      .when(
        "programme add", ["programme": "programme-1", "title": "Guide", "due": "2028-01-01"]
      )
      .then("action.added")
    #expect(
      decision.notes == [
        Note(
          "action-due-after-end",
          ["due": .day(day("2028-01-01")), "until": .day(day("2027-12-31"))])
      ])
    let inTime =
      try given
      .when(
        "programme add", ["programme": "programme-1", "title": "Guide", "due": "2027-12-31"]
      )
      .then("action.added")
    #expect(inTime.notes == [])
  }

  @Test func `Nothing is added to a programme that is not there`() throws {
    try given.when("programme add", ["programme": "programme-2", "title": "x"])
      .thenRefused("programme-unknown")
  }

  @Test func `An action is reported on and closed`() throws {
    try withAction().when("programme report", ["action": "programme-1.1", "text": "Half done"])
      .then("action.reported", ["number": 1, "on": "2026-11-23", "text": "Half done"])
    try withAction().when("programme close", ["action": "programme-1.1", "outcome": "dropped"])
      .then("action.closed", ["number": 1, "on": "2026-11-23", "outcome": "dropped"])
  }

  @Test(arguments: [
    ("programme report", ["text": "x"]), ("programme close", ["outcome": "done"]),
  ])
  func `Only an action that is there and goes on is reported on or closed`(
    _ row: (act: String, fields: [String: String])
  ) throws {
    let fields = row.fields.merging(["action": "programme-1.1"]) { $1 }
    try given.when(row.act, fields).thenRefused("action-unknown")
    try Given(rules: .sample).when(row.act, fields).thenRefused("programme-unknown")
    try closed().when(row.act, fields).thenRefused("action-closed-already")
  }

  @Test(arguments: ["programme-1", "programme-1.", "programme-1.0", "programme-1.x", ".1"])
  func `What is no id of an action fails`(_ text: String) throws {
    #expect(ActionID(text) == nil)
    let error = #expect(throws: Failure.self) {
      try given.when("programme report", ["action": text, "text": "x"])
    }
    #expect(error?.code == .fieldMalformed)
  }

  @Test func `Every event and every state reads back equal`() throws {
    let on = PartialDay(day("2026-05-01"))
    let events: [ProgrammeEvent] = [
      .drafted(
        ProgrammeDraft(
          title: "W", from: day("2026-01-01"), until: day("2027-12-31"), topics: ["a"])),
      .adopted(ProgrammeAdoption(on: on, deliberation: try #require(DeliberationID("D-1")))),
      .added(ActionAddition(number: 1, title: "Guide", owner: "Board", due: day("2026-06-01"))),
      .reported(ActionReport(number: 1, on: on, text: "first")),
      .reported(ActionReport(number: 1, on: on, text: "second")),
      .closed(ActionClosing(number: 1, on: on, outcome: .done)),
    ]
    var state = Programme(id: programme)
    for (index, event) in events.enumerated() {
      #expect(try ProgrammeEvent(type: event.type, data: event.data) == event)
      #expect(ProgrammeEvent.schemas[event.type] == 1)
      state.evolve(with: event, at: Mark(position: Int64(index), effective: on.first))
      #expect(try Programme(id: programme, state: state.state) == state)
    }
    #expect(state.report(on: 1)?.facts.text == "second")
    #expect(state.closing(of: 1)?.facts.outcome == .done)
    #expect(state.closing(of: 2) == nil)
    #expect(state.nextAction == 2)
    #expect(ActionID("programme-1.3")?.text == "programme-1.3")
    #expect(throws: Failure.self) { try ProgrammeEvent(type: "action.lost", data: [:]) }
  }
}
