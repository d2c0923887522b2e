import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct AppointToSeatTests {
  private func given() throws -> Given {
    try Given(rules: .sample).admitted("PT").registered(4)
  }

  private let ana = ["member": "PT", "kind": "contact_point", "person": "H-1"]

  @Test func `The first appointment makes the seat and lasts for the term of the rules`() throws {
    let decision = try given().when("seat appoint", ana, on: "2026-11-23")
      .then(
        ["seat.created", "appointment.made"],
        ["member": "PT", "kind": "contact_point", "number": 1])
    #expect(decision.events.map(\.key.id) == ["PT.contact_point.1", "PT.contact_point.1"])
    let made = try #require(decision.events.last?.event.data)
    #expect(made["until"] == "2030-11-23")
    #expect(made["person"] == "H-1")
    #expect(decision.derivations.map(\.question) == ["seat-class", "seat-maximum", "term"])
    #expect(!decision.derivations.contains { !$0.holds })
  }

  @Test func `A second seat is numbered after the first`() throws {
    let decision = try given().seated("PT.contact_point.1=H-2").when("seat appoint", ana)
      .then(["seat.created", "appointment.made"], ["number": 2])
    #expect(decision.notes == [])
  }

  @Test func `A vacant seat is taken before another is made`() throws {
    let seat = try #require(SeatID("PT.contact_point.1"))
    let end = try #require(PartialDay("2026-05-01"))
    let decision = try given().seated("PT.contact_point.1=H-2 PT.contact_point.2=H-3")
      .happened(.ended(until: end, reason: "Retired"), to: seat, on: "2026-05-01")
      .when("seat appoint", ana).then("appointment.made", ["person": "H-1"])
    #expect(decision.events.first?.key.id == "PT.contact_point.1")
  }

  @Test func `A seat known from a later day is created for the earlier day too`() throws {
    let given = try given().seated("PT.contact_point.1=H-2", from: "2026-03-01")
    try given.when("seat appoint", ana, on: "2026-02-01")
      .then(["seat.created", "appointment.made"], ["number": 1])
  }

  @Test func `A seat that fell vacant on its first day is filled on that day and not made anew`()
    throws
  {
    let seat = try #require(SeatID("PT.contact_point.1"))
    let end = try #require(PartialDay("2026-03-01"))
    try given().seated("PT.contact_point.1=H-2", from: "2026-03-01")
      .happened(.ended(until: end, reason: "Retired"), to: seat, on: "2026-03-01")
      .when("seat appoint", ana, on: "2026-03-01").then("appointment.made", ["person": "H-1"])
  }

  @Test func `A seat whose term is over is taken although its holder stays on`() throws {
    let decision = try given()
      .seated("PT.contact_point.1=H-2 PT.contact_point.2=H-3", until: "2026-06-01")
      .when("seat appoint", ana).then("appointment.made")
    #expect(decision.events.first?.key.id == "PT.contact_point.1")
  }

  @Test func `One seat more than the rules allow is refused with the way out`() throws {
    let refusal = try given().seated("PT.contact_point.1=H-2 PT.contact_point.2=H-3")
      .when("seat appoint", ana).thenRefused("seat-maximum", clause: "seats.contact_point")
    #expect(refusal.values["maximum"] == .int(2))
    #expect(refusal.derivation?.inputs["number"] == 3)
    #expect(refusal.ways.map(\.code) == ["replace-holder"])
  }

  @Test func `A vacant seat that was there when the rules had more is filled again`() throws {
    let third = try #require(SeatID("PT.contact_point.3"))
    let end = try #require(PartialDay("2026-05-01"))
    let decision = try given()
      .seated("PT.contact_point.1=H-2 PT.contact_point.2=H-3 PT.contact_point.3=H-4")
      .happened(.ended(until: end, reason: "Retired"), to: third, on: "2026-05-01")
      .when("seat appoint", ana).then("appointment.made", ["person": "H-1"])
    #expect(decision.events.first?.key.id == "PT.contact_point.3")
    #expect(decision.derivations.map(\.holds) == [true, false, true])
  }

  @Test func `A kind of seat with too long a name makes no seat`() throws {
    var rules = Rules.sample
    rules.seats[0].kind = String(repeating: "k", count: 200)
    let refusal = try Given(rules: rules).admitted("PT").registered(1)
      .when("seat appoint", ana.merging(["kind": rules.seats[0].kind]) { $1 })
      .thenRefused("seat-name-too-long")
    #expect(refusal.code.exit == .badData)
  }

  @Test func `In a past that is taken over the objection comes with the events`() throws {
    let outcome = try given().seated("PT.contact_point.1=H-2 PT.contact_point.2=H-3")
      .when("seat appoint", ana, takenOver: true)
    let decision = try outcome.result.get()
    #expect(decision.objections.map(\.code.name) == ["seat-maximum"])
    #expect(decision.events.map(\.key.id) == ["PT.contact_point.3", "PT.contact_point.3"])
  }

  @Test func `A class without the seat is refused by its clause`() throws {
    let refusal = try Given(rules: .sample).admitted("PT", as: "observer").registered(1)
      .when("seat appoint", ana).thenRefused("seat-not-for-class", clause: "seats.contact_point")
    #expect(refusal.derivation?.inputs["classes"] == ["member"])
  }

  @Test(arguments: [("2030-11-23", true), ("2030-11-24", false)])
  func `An end is accepted up to the term`(_ until: String, _ isAccepted: Bool) throws {
    let outcome = try given().when(
      "seat appoint", ana.merging(["until": until]) { $1 }, on: "2026-11-23")
    if isAccepted {
      try outcome.then(["seat.created", "appointment.made"])
    } else {
      let refusal = try outcome.thenRefused("term-exceeded", clause: "seats.contact_point")
      #expect(refusal.ways.first?.values["day"] == .day(try #require(Day("2030-11-23"))))
    }
  }

  @Test func `Without a term in the rules an appointment has no end`() throws {
    var rules = Rules.sample
    rules.seats[0].term = nil
    let decision = try Given(rules: rules).admitted("PT").registered(1)
      .when("seat appoint", ana).then(["seat.created", "appointment.made"])
    #expect(decision.events.last?.event.data["until"] == nil)
    #expect(decision.derivations.map(\.question) == ["seat-class", "seat-maximum"])
  }

  @Test(arguments: [
    (["kind": "chair"], "seat-kind-unknown", Values.ExitStatus.notFound),
    (["member": "ES"], "member-unknown", .notFound),
    (["person": "H-9"], "person-unknown", .notFound),
    (["until": "2026-11-23"], "until-before-from", .badData),
  ])
  func `What makes no sense is refused whatever the rules say`(
    _ change: [String: String], _ code: String, _ exit: Values.ExitStatus
  ) throws {
    let refusal = try given().when("seat appoint", ana.merging(change) { $1 }).thenRefused(code)
    #expect(refusal.code.exit == exit)
  }

  @Test func `A member that has left gets no seat`() throws {
    let portugal = try #require(MemberID("PT"))
    let end = try #require(PartialDay("2026-03-01"))
    try given().happened(.ended(from: end, reason: nil), to: portugal, on: "2026-03-01")
      .when("seat appoint", ana).thenRefused("member-not-then")
  }

  @Test func `Nobody has two seats of a kind for one member`() throws {
    try given().seated("PT.contact_point.1=H-1").when("seat appoint", ana)
      .thenRefused("appointed-already")
  }

  @Test func `A person with a seat of another member is noted`() throws {
    let decision = try Given(rules: .sample).admitted("PT ES").registered(1)
      .seated("ES.contact_point.1=H-1").when("seat appoint", ana)
      .then(["seat.created", "appointment.made"])
    #expect(
      decision.notes == [
        Note(
          "person-has-other-seat",
          ["person": .text("H-1"), "seat": .text("ES.contact_point.1")])
      ])
  }

  @Test func `Where a body appoints, an act that is not named is noted`() throws {
    var rules = Rules.sample
    rules.seats[0].appointedBy = "board"
    let given = try Given(rules: rules).admitted("PT").registered(1)
    let silent = try given.when("seat appoint", ana).then(["seat.created", "appointment.made"])
    #expect(silent.notes.map(\.code) == ["appointing-body"])
    let named = try given.when("seat appoint", ana.merging(["act": "Decision 3"]) { $1 })
      .then(["seat.created", "appointment.made"])
    #expect(named.notes == [])
  }

  @Test(arguments: [("2026-11-22", false), ("2026-11-23", false), ("2026-11-24", true)])
  func `An appointment ends after its first day, and the way out says after which`(
    _ row: (until: String, isRight: Bool)
  ) throws {
    let outcome = try Given(rules: .sample).admitted("PT").registered(1)
      .when("seat appoint", ana.merging(["until": row.until]) { $1 })
    if row.isRight {
      try outcome.then(["seat.created", "appointment.made"])
    } else {
      let refusal = try outcome.thenRefused("until-before-from")
      #expect(refusal.ways == [Note("give-day-after", ["day": .day(day("2026-11-23"))])])
    }
  }
}
