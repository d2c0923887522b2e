import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct CorrectEventTests {
  /// Event 1 admits Portugal as an observer on 10 January 2026.
  private func given() throws -> Given { try Given(rules: .sample).admitted("PT", as: "observer") }

  @Test func `A value is corrected with a reason, in the stream of the event`() throws {
    let decision = try given()
      .when("event correct", ["event": "1", "set": "class=member", "reason": "The list says so"])
      .then(
        "event.corrected",
        [
          "corrects": 1, "changes": ["class": "member"], "strikes": false,
          "reason": "The list says so",
        ])
    #expect(decision.events.first?.key.text == "member-PT")
  }

  @Test func `The day is corrected where the event counts from and where it says so`() throws {
    try given()
      .when("event correct", ["event": "1", "counts-from": "2026-02-01", "reason": "Late"])
      .then("event.corrected", ["effective": "2026-02-01", "changes": ["from": "2026-02-01"]])
  }

  @Test func `An event that did not happen is struck`() throws {
    try given().when("event correct", ["event": "1", "strike": "true", "reason": "Never admitted"])
      .then("event.corrected", ["strikes": true, "changes": [:]])
  }

  @Test(arguments: [
    (["event": "7", "strike": "true"], "event-not-found", Values.ExitStatus.notFound),
    (["event": "1"], "nothing-corrected", .badData),
    (["event": "1", "strike": "true", "set": "class=member"], "strike-or-change", .badData),
    (["event": "1", "set": "colour=red"], "key-unknown", .badData),
    (["event": "1", "set": "from=soon"], "correction-unreadable", .badData),
  ])
  func `What cannot be read as that event afterwards is refused`(
    _ fields: [String: String], _ code: String, _ exit: Values.ExitStatus
  ) throws {
    let refusal = try given().when("event correct", fields.merging(["reason": "Wrong"]) { $1 })
      .thenRefused(code)
    #expect(refusal.code.exit == exit)
  }

  @Test func `A value that the event cannot have is refused with a way out`() throws {
    let refusal = try given()
      .when("event correct", ["event": "1", "set": "from=soon", "reason": "Wrong"])
      .thenRefused("correction-unreadable")
    #expect(refusal.ways == [Note("strike-and-record", ["event": .text("1")])])
  }

  @Test func `A key without a value is no change of it`() throws {
    let failure = #expect(throws: Failure.self) {
      try given().when("event correct", ["event": "1", "set": "class=", "reason": "Wrong"])
    }
    #expect(failure?.code == .fieldMalformed)
  }

  @Test func `A key that the event left out may be given later`() throws {
    let portugal = try #require(MemberID("PT"))
    let end = try #require(PartialDay("2026-03-01"))
    try given().happened(.ended(from: end, reason: nil), to: portugal, on: "2026-03-01")
      .when("event correct", ["event": "2", "set": "reason=Withdrew", "reason": "Letter found"])
      .then("event.corrected", ["changes": ["reason": "Withdrew"]])
  }

  @Test func `A number is corrected by a number`() throws {
    let given = try Given(rules: .sample).admitted("PT").registered(1)
      .seated("PT.contact_point.1=H-1")
    try given.when("event correct", ["event": "3", "set": "number=2", "reason": "Miscounted"])
      .then("event.corrected", ["changes": ["number": 2]])
    try given.when("event correct", ["event": "3", "set": "number=two", "reason": "Miscounted"])
      .thenRefused("correction-unreadable")
  }

  @Test func `Rules are changed by adoption only, and the founding is not undone`() throws {
    let network = try #require(Identifier<Network>("sample"))
    let on = try #require(PartialDay("2016"))
    let given = try Given(rules: .sample)
      .happened(.founded(on: on, instrument: "Charter"), to: network)
    try given.when("event correct", ["event": "1", "strike": "true", "reason": "No"])
      .thenRefused("foundation-fixed")
    try given.when("event correct", ["event": "1", "set": "on=2016-10", "reason": "Found"])
      .then("event.corrected", ["changes": ["on": "2016-10"]])
  }

  @Test func `A corrected history is as if it had been recorded rightly`() throws {
    let portugal = try #require(MemberID("PT"))
    let from = try #require(PartialDay("2026-01-10"))
    let key = EntityKey(portugal)
    let admitted = MemberEvent.admitted(memberClass: "observer", from: from)
    let decision = try given()
      .when("event correct", ["event": "1", "set": "class=member", "reason": "The list says so"])
      .then("event.corrected")
    let events = [
      PastEvent(
        key: key, position: 1, type: admitted.type, effective: from.first, data: admitted.data),
      PastEvent(
        key: key, position: 2, type: Correction.type, effective: from.first,
        data: try #require(decision.events.first?.event.data)),
    ]
    let member = try History(portugal, events).entity
    #expect(member.memberClass(on: from.first) == "member")
    #expect(member.tenures.map(\.begunBy) == [1])
  }
}
