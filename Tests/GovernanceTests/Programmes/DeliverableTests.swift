import Governance
import Plugins
import TestKit
import Testing
import Values

/// Objectives, actions and deliverables hang together.
@Suite struct DeliverableTests {
  private let programme: ProgrammeID

  init() throws { programme = try #require(ProgrammeID("programme-1")) }

  private func given(adopted: Bool = false) throws -> Given {
    let draft = ProgrammeDraft(
      title: "Work", from: day("2026-01-01"), until: day("2027-12-31"), topics: [])
    let given = try Given(rules: .sample).happened(.drafted(draft), to: programme)
      .happened(.added(ActionAddition(number: 1, title: "Guide")), to: programme)
    guard adopted else { return given }
    let adoption = ProgrammeAdoption(
      on: PartialDay(day("2026-01-10")), deliberation: try #require(DeliberationID("D-1")))
    return try given.happened(.adopted(adoption), to: programme)
  }

  private func withDeliverable() throws -> Given {
    try given().happened(
      .deliverable(DeliverableAddition(action: 1, number: 1, title: "Book")), to: programme)
  }

  @Test func `Objectives are numbered within their programme, and actions serve one of them`()
    throws
  {
    try given().when("objective add", ["programme": "programme-1", "title": "Training"])
      .then("objective.added", ["number": 1, "title": "Training"])
    let known = try given().happened(
      .objective(ObjectiveAddition(number: 1, title: "Training")), to: programme)
    try known.when("objective add", ["programme": "programme-1", "title": "Evidence"])
      .then("objective.added", ["number": 2])
    try known.when(
      "programme add", ["programme": "programme-1", "title": "Course", "objective": "1"]
    ).then("action.added", ["number": 2, "objective": 1])
  }

  @Test func `An action serves no objective that its programme does not have`() throws {
    let fields = ["programme": "programme-1", "title": "Course", "objective": "3"]
    let refusal = try given().when("programme add", fields).thenRefused("objective-unknown")
    #expect(refusal.ways == [Note("add-objective", ["programme": .text("programme-1")])])
    let known = try given().happened(
      .objective(ObjectiveAddition(number: 1, title: "Training")), to: programme)
    let other = try known.when("programme add", fields).thenRefused("objective-unknown")
    #expect(other.ways == [Note("use-one-of", ["known": .list(["1"])])])
  }

  @Test(arguments: [false, true])
  func `Deliverables are numbered within their action, adopted or not`(_ isAdopted: Bool) throws {
    try given(adopted: isAdopted)
      .when(
        "deliverable add", ["action": "programme-1.1", "title": "Book", "due": "2027-01-31"]
      )
      .then(
        "deliverable.added",
        ["action": 1, "number": 1, "title": "Book", "due": "2027-01-31"])
    try withDeliverable().when("deliverable add", ["action": "programme-1.1", "title": "Film"])
      .then("deliverable.added", ["action": 1, "number": 2])
  }

  @Test func `A deliverable that is due after the programme ends is noted`() throws {
    let decision = try given()
      .when("deliverable add", ["action": "programme-1.1", "title": "Book", "due": "2028-01-01"])
      .then("deliverable.added")
    #expect(decision.notes.map(\.code) == ["action-due-after-end"])
  }

  @Test func `Nothing is owed by an action that is not there or is closed`() throws {
    try given().when("deliverable add", ["action": "programme-1.7", "title": "Book"])
      .thenRefused("action-unknown")
    let closing = ActionClosing(number: 1, on: PartialDay(day("2026-05-01")), outcome: .done)
    try given().happened(.closed(closing), to: programme)
      .when("deliverable add", ["action": "programme-1.1", "title": "Book"])
      .thenRefused("action-closed-already")
  }

  @Test func `A deliverable is handed over once, with what it is found by`() throws {
    try withDeliverable()
      .when(
        "deliverable publish", ["deliverable": "programme-1.1.1", "identifier": "2026/4"],
        on: "2026-10-01"
      )
      .then(
        "deliverable.published",
        ["action": 1, "number": 1, "on": "2026-10-01", "identifier": "2026/4"])
    let publication = DeliverablePublication(
      action: 1, number: 1, on: PartialDay(day("2026-10-01")))
    try withDeliverable().happened(.published(publication), to: programme)
      .when("deliverable publish", ["deliverable": "programme-1.1.1"])
      .thenRefused("deliverable-published-already")
  }

  @Test func `A deliverable may be handed over after its action was done`() throws {
    let closing = ActionClosing(number: 1, on: PartialDay(day("2026-05-01")), outcome: .done)
    try withDeliverable().happened(.closed(closing), to: programme)
      .when("deliverable publish", ["deliverable": "programme-1.1.1"])
      .then("deliverable.published")
  }

  @Test(arguments: ["programme-1.1.2", "programme-1.2.1"])
  func `A deliverable that there is not is not handed over`(_ id: String) throws {
    try withDeliverable().when("deliverable publish", ["deliverable": id])
      .thenRefused("deliverable-unknown")
    try Given(rules: .sample).when("deliverable publish", ["deliverable": id])
      .thenRefused("programme-unknown")
  }

  @Test(arguments: ["programme-1.1", "programme-1", "1.1", "programme-1.1.0", "programme-1.x.1"])
  func `What is no id of a deliverable fails`(_ text: String) throws {
    #expect(DeliverableID(text) == nil)
    let error = #expect(throws: Failure.self) {
      try withDeliverable().when("deliverable publish", ["deliverable": text])
    }
    #expect(error?.code == .fieldMalformed)
  }
}
