import Governance
import Plugins
import TestKit
import Testing
import Values

/// Seats 3 / 2 / 1 by status, and who asks for more waits.
///
/// Source: the guidelines of the European Judicial Network for its plenaries.
@Suite struct InvitationTests {
  private static let clause = "series.plenary.invitations"

  private static func rules(_ more: String = "") throws -> Rules {
    try SampleRules.amendedRules([
      (
        "documents: P7D, source: assumption}}",
        "documents: P7D, source: assumption}, "
          + "invitations: {seats: {member: 3, observer: 1}, source: assumption\(more)}}"
      ),
      (
        "observer: {may: [attend, speak, receive], source: charter}",
        "observer: {may: [attend, speak, receive], source: charter}\n"
          + "      guest: {may: [attend], source: charter}"
      ),
    ])
  }

  private func given(_ more: String = "") throws -> Given {
    try Given(rules: Self.rules(more)).admitted("ES PT").admitted("CH", as: "observer")
      .admitted("NO", as: "guest").planned(1, from: "2026-11-23")
  }

  private func register(_ member: String, in given: Given) throws -> Given.Outcome {
    try given.when(
      "invitation register", ["meeting": "plenary-1", "member": member], on: "2026-06-02",
      today: "2026-06-02")
  }

  @Test func `A member gets a place, with the clause and the numbers`() throws {
    let decision = try register("PT", in: given()).then(
      "invitation.registered",
      [
        "meeting": "plenary-1", "number": 1, "on": "2026-06-02", "member": "PT",
        "class": "member", "waits": false,
      ])
    #expect(decision.events.first?.key == EntityKey(category: "invitation", id: "plenary-1"))
    let derivation = try #require(decision.derivations.first)
    #expect(derivation.question == "invitation-quota" && derivation.holds)
    #expect(derivation.clause.id == Self.clause)
    #expect(derivation.inputs["places"] == 3 && derivation.inputs["taken"] == 0)
    #expect(decision.notes.isEmpty)
  }

  /// The meeting begins on 23 November; until P14D the last day is 9 November.
  @Test(arguments: [
    ("2026-11-09", "accepted", false), ("2026-11-10", "accepted", true),
    ("2026-11-09", "refused", false), ("2026-11-10", "refused", true),
  ])
  func `Late registration is told, or refused, as the rules say`(
    _ row: (day: String, late: String, isLate: Bool)
  ) throws {
    let outcome = try given(", until: P14D, late: \(row.late)").when(
      "invitation register", ["meeting": "plenary-1", "member": "PT"], on: row.day, today: row.day)
    if row.late == "refused", row.isLate {
      let refusal = try outcome.thenRefused("registration-late", clause: Self.clause)
      #expect(refusal.values["last_day"] == .day(try #require(Day("2026-11-09"))))
      return
    }
    let decision = try outcome.then("invitation.registered", ["waits": false])
    #expect(decision.events.first?.event.data["late"] == (row.isLate ? true : nil))
    #expect(decision.notes.map(\.code) == (row.isLate ? ["registered-late"] : []))
    #expect(decision.derivations.map(\.question) == ["invitation-quota", "invitation-time"])
    #expect(decision.derivations.last?.holds == !row.isLate)
  }

  @Test func `A number that stands twice in a log takes one place`() throws {
    let decision = try register("PT", in: given().seated("PT", 1...1).seated("PT", 1...1))
      .then("invitation.registered", ["number": 2, "waits": false])
    #expect(decision.derivations.first?.inputs["taken"] == 1)
  }

  @Test func `The fourth of a state with three places waits, and the note names the clause`() throws
  {
    let decision = try register("PT", in: given().seated("PT", 1...3))
      .then("invitation.registered", ["number": 4, "waits": true])
    let note = try #require(decision.notes.first)
    #expect(note.code == "invitation-waits")
    #expect(note.values["clause"] == .text(Self.clause) && note.values["places"] == .int(3))
    #expect(note.values["place"] == .int(1))
    #expect(decision.derivations.first?.holds == false)
  }

  @Test func `The places of another state, and of observers, are counted apart`() throws {
    let full = try given().seated("PT", 1...3)
    try register("ES", in: full).then("invitation.registered", ["number": 4, "waits": false])
    try register("CH", in: full).then(
      "invitation.registered", ["class": "observer", "waits": false])
    try register("CH", in: given().seated("CH", 1...1, as: "observer"))
      .then("invitation.registered", ["waits": true])
  }

  @Test func `A class that the rule does not name has no places to wait for`() throws {
    let refusal = try register("NO", in: given())
      .thenRefused("invitation-not-provided", clause: Self.clause)
    #expect(refusal.values["class"] == .text("guest"))
    #expect(refusal.ways.map(\.code) == ["leave-delegation-out", "adopt-rules"])
  }

  @Test func `When all places together are taken, a member with room waits too`() throws {
    let full = try given(", total: 3").seated("PT", 1...3)
    try register("ES", in: full).then("invitation.registered", ["waits": true])
    try register("ES", in: given(", total: 4").seated("PT", 1...3))
      .then("invitation.registered", ["waits": false])
  }

  private func cancel(_ number: Int, in given: Given) throws -> Given.Outcome {
    try given.when(
      "invitation cancel", ["meeting": "plenary-1", "number": "\(number)", "reason": "Ill"],
      on: "2026-06-03", today: "2026-06-03")
  }

  @Test func `A place that is given back goes to the first who waits and has room`() throws {
    let waiting = try given().seated("PT", 1...3).waiting("PT", 4).waiting("PT", 5)
    let decision = try cancel(2, in: waiting).then(
      ["invitation.cancelled", "invitation.advanced"],
      ["number": 2, "on": "2026-06-03", "reason": "Ill"])
    #expect(decision.events.last?.event.data["number"] == 4)
    #expect(decision.derivations.first?.holds == true)
  }

  @Test func `A place of one state helps nobody of another that is over its own quota`() throws {
    let waiting = try given().seated("PT", 1...3).seated("CH", 4...4, as: "observer")
      .waiting("CH", 5, as: "observer")
    try cancel(1, in: waiting).then("invitation.cancelled")
  }

  @Test func `Under a total the first in line moves up, whichever state it is`() throws {
    let waiting = try given(", total: 3").seated("PT", 1...3).waiting("PT", 4).waiting("ES", 5)
    let decision = try cancel(1, in: waiting).then(["invitation.cancelled", "invitation.advanced"])
    #expect(decision.events.last?.event.data["number"] == 4)
  }

  @Test func `Who waits may give that up, and nobody moves`() throws {
    let waiting = try given().seated("PT", 1...3).waiting("PT", 4).waiting("PT", 5)
    try cancel(4, in: waiting).then("invitation.cancelled", ["number": 4])
  }

  @Test(arguments: [4, 0, -1])
  func `A registration that there is not is not given back`(_ number: Int) throws {
    let refusal = try cancel(number, in: given().seated("PT", 1...3))
      .thenRefused("registration-unknown")
    #expect(refusal.code.exit == .notFound)
  }

  @Test func `What was given back once is not given back again`() throws {
    let gone = try given().seated("PT", 1...1).invited(
      "invitation.cancelled", ["meeting": "plenary-1", "number": 1, "on": "2026-06-03"])
    try cancel(1, in: gone).thenRefused("registration-unknown")
    try register("PT", in: gone).then("invitation.registered", ["number": 2, "waits": false])
  }

  @Test func `Rules without quotas, and a meeting that is over, take no registrations`() throws {
    let refusal = try register(
      "PT", in: Given(rules: SampleRules.rules()).admitted("PT").planned(1, from: "2026-11-23")
    ).thenRefused("invitations-unruled")
    #expect(refusal.ways.map(\.code) == ["lay-down-invitations"])
    let on = try #require(PartialDay("2026-05-01"))
    try register(
      "PT", in: given().met(1, .cancelled(Cancellation(on: on, reason: "x")), on: "2026-05-01")
    ).thenRefused("meeting-cancelled-already")
    try given().when("invitation register", ["meeting": "plenary-9", "member": "PT"])
      .thenRefused("meeting-unknown")
    try register("FR", in: given()).thenRefused("delegation-unknown")
  }

  @Test func `A person has one place at a meeting, and must be known`() throws {
    let person = try #require(PersonID("H-1"))
    let known = try given().happened(
      PersonEvent(type: "person.registered", data: [:]), to: person)
    let fields = ["meeting": "plenary-1", "member": "PT", "person": "H-1"]
    try known.when("invitation register", fields).then(
      "invitation.registered", ["person": "H-1"])
    try given().when("invitation register", fields).thenRefused("person-unknown")
    let placed = try known.invited(
      "invitation.registered",
      [
        "meeting": "plenary-1", "number": 1, "on": "2026-06-02", "member": "PT",
        "class": "member", "person": "H-1", "waits": false,
      ])
    let refusal = try placed.when("invitation register", fields).thenRefused("registered-already")
    #expect(refusal.values["number"] == .int(1))
  }

  @Test func `What is kept of the places is read back equal`() throws {
    var invitation = Invitation(id: try #require(InvitationID("plenary-1")))
    let day = try #require(Day("2026-06-02"))
    for (type, data): (String, JSON) in [
      (
        "invitation.registered",
        [
          "meeting": "plenary-1", "number": 1, "on": "2026-06-02", "member": "PT",
          "class": "member", "waits": true,
        ]
      ), ("invitation.advanced", ["meeting": "plenary-1", "number": 1, "on": "2026-06-03"]),
      ("invitation.cancelled", ["meeting": "plenary-1", "number": 1, "on": "2026-06-04"]),
      ("invitation.cancelled", ["meeting": "plenary-1", "number": 7, "on": "2026-06-04"]),
    ] {
      invitation.evolve(
        with: try InvitationEvent(type: type, data: data), at: Mark(position: 1, effective: day))
    }
    #expect(try Invitation(id: invitation.id, state: invitation.state) == invitation)
    #expect(invitation.seated().isEmpty && invitation.waiting.isEmpty)
    #expect(invitation.entries.count == 1)
  }
}

extension Given {
  fileprivate func invited(_ type: String, _ data: JSON) throws -> Given {
    try happened(
      InvitationEvent(type: type, data: data), to: #require(InvitationID("plenary-1")),
      on: "2026-06-01")
  }

  private func registered(
    _ member: String, _ number: Int, _ memberClass: String, waits: Bool
  ) throws -> Given {
    try invited(
      "invitation.registered",
      [
        "meeting": "plenary-1", "number": .int(Int64(number)), "on": "2026-06-01",
        "member": .text(member), "class": .text(memberClass), "waits": .bool(waits),
      ])
  }

  fileprivate func seated(
    _ member: String, _ numbers: ClosedRange<Int>, as memberClass: String = "member"
  ) throws -> Given {
    try numbers.reduce(self) { given, number in
      try given.registered(member, number, memberClass, waits: false)
    }
  }

  fileprivate func waiting(
    _ member: String, _ number: Int, as memberClass: String = "member"
  ) throws -> Given {
    try registered(member, number, memberClass, waits: true)
  }
}
