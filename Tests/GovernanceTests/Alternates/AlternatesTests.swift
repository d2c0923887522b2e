import Governance
import Plugins
import TestKit
import Testing
import Values

/// Alternates of a seat in their order, and who is away.
@Suite struct AlternatesTests {
  private let seat = "PT.contact_point.1"
  private let clause = "seats.contact_point"

  private func given() throws -> Given {
    try Given(rules: .sample).admitted("PT ES").registered(5)
      .seated("PT.contact_point.1=H-1 ES.contact_point.1=H-5")
  }

  /// Alternates as `H-2=1`, from 10 February 2026.
  private func given(alternates: String, until: String? = nil) throws -> Given {
    try alternates.split(separator: " ").reduce(given()) { given, text in
      let sides = text.split(separator: "=")
      let naming = AlternateNaming(
        person: try #require(PersonID(sides[0])), rank: try #require(Int(sides[1])),
        from: try #require(PartialDay("2026-02-10")), until: until.flatMap { Day($0) })
      return try happened(.named(naming), in: given, on: "2026-02-10")
    }
  }

  private func happened(_ event: AlternateEvent, in given: Given, on day: String) throws -> Given {
    try given.happened(SeatEvent.alternate(event), to: try #require(SeatID(seat)), on: day)
  }

  private func away(_ person: String, from day: String, until: String? = nil, _ given: Given) throws
    -> Given
  {
    let absence = Absence(
      person: try #require(PersonID(person)), from: try #require(PartialDay(day)),
      until: until.flatMap { Day($0) })
    return try happened(.absent(absence), in: given, on: day)
  }

  @Test func `An alternate takes the first free place, by the clause that lets a seat have some`()
    throws
  {
    let decision = try given().when("alternate appoint", ["seat": seat, "person": "H-2"])
      .then("alternate.named", ["person": "H-2", "rank": 1, "from": "2026-11-23"])
    #expect(decision.derivations.map(\.question) == ["alternates"])
    #expect(decision.derivations.map(\.clause.id) == [clause])
    try given(alternates: "H-2=1").when("alternate appoint", ["seat": seat, "person": "H-3"])
      .then("alternate.named", ["rank": 2])
    try given(alternates: "H-2=2").when("alternate appoint", ["seat": seat, "person": "H-3"])
      .then("alternate.named", ["rank": 1])
  }

  @Test func `An end and an instrument are kept as they were given`() throws {
    let fields = [
      "seat": seat, "person": "H-2", "rank": "2", "until": "2027-01-01", "act": "Letter 3",
    ]
    try given().when("alternate appoint", fields)
      .then("alternate.named", ["rank": 2, "until": "2027-01-01", "act": "Letter 3"])
  }

  @Test func `One alternate more than the rules have is refused with the clause`() throws {
    let refusal = try given(alternates: "H-2=1 H-3=2")
      .when("alternate appoint", ["seat": seat, "person": "H-4"])
      .thenRefused("alternates-exceeded", clause: clause)
    #expect(refusal.values["most"] == .int(2))
    #expect(refusal.ways.map(\.code) == ["end-alternate"])
  }

  @Test func `Rules without alternates refuse the first, and say what to change`() throws {
    var rules = Rules.sample
    rules.seats[0].alternates = 0
    let refusal = try Given(rules: rules).admitted("PT").registered(2).seated("\(seat)=H-1")
      .when("alternate appoint", ["seat": seat, "person": "H-2"])
      .thenRefused("alternates-exceeded", clause: clause)
    #expect(refusal.ways.map(\.code) == ["rules-have-alternates"])
  }

  @Test(arguments: [
    (["person": "H-1"], "alternate-is-holder"), (["person": "H-2"], "alternate-named-already"),
    (["person": "H-3", "rank": "1"], "rank-taken"), (["person": "H-9"], "person-unknown"),
    (["person": "H-3", "until": "2026-11-23"], "until-before-from"),
    (["person": "H-3", "seat": "FR.contact_point.1"], "seat-unknown"),
  ])
  func `What makes no sense is refused`(_ fields: [String: String], _ code: String) throws {
    try given(alternates: "H-2=1")
      .when("alternate appoint", ["seat": seat].merging(fields) { $1 }).thenRefused(code)
  }

  @Test(arguments: ["0", "100", "-1", "first"])
  func `A place is a number from 1 to 99`(_ rank: String) {
    let failure = #expect(throws: Failure.self) {
      try given().when("alternate appoint", ["seat": seat, "person": "H-2", "rank": rank])
    }
    #expect(failure?.code.name == "field-malformed")
  }

  @Test func `The seat of a member that has left takes no alternate`() throws {
    let left = MemberEvent.ended(from: try #require(PartialDay("2026-05-01")), reason: nil)
    try given().happened(left, to: try #require(MemberID("PT")), on: "2026-05-01")
      .when("alternate appoint", ["seat": seat, "person": "H-2"]).thenRefused("member-not-then")
  }

  @Test func `An alternate ends from its day, and its place is free`() throws {
    let fields = ["seat": seat, "person": "H-2", "reason": "moved"]
    try given(alternates: "H-2=1").when("alternate end", fields)
      .then("alternate.ended", ["person": "H-2", "until": "2026-11-23", "reason": "moved"])
    try given().when("alternate end", fields).thenRefused("no-alternate")
    let end = AlternateEnd(
      person: try #require(PersonID("H-2")), until: try #require(PartialDay("2026-03-01")),
      reason: "moved")
    try happened(.ended(end), in: given(alternates: "H-2=1"), on: "2026-03-01")
      .when("alternate appoint", ["seat": seat, "person": "H-3"])
      .then("alternate.named", ["rank": 1])
  }

  @Test func `An alternate whose days are over is none any more, by no act`() throws {
    let given = try given(alternates: "H-2=1", until: "2026-06-01")
    let fields = ["seat": seat, "person": "H-2", "reason": "moved"]
    try given.when("alternate end", fields, on: "2026-05-31").then("alternate.ended")
    try given.when("alternate end", fields, on: "2026-06-01").thenRefused("no-alternate")
  }

  @Test func `A holder is excused, and the answer says who acts`() throws {
    let decision = try given(alternates: "H-2=1 H-3=2").when("seat excuse", ["seat": seat])
      .then("absence.recorded", ["person": "H-1", "from": "2026-11-23"])
    #expect(decision.notes.map(\.code) == ["acts-now"])
    #expect(decision.notes.first?.values["person"] == .text("H-2"))
    let alone = try given().when("seat excuse", ["seat": seat, "until": "2026-12-01"])
      .then("absence.recorded", ["until": "2026-12-01"])
    #expect(alone.notes.map(\.code) == ["nobody-acts"])
  }

  @Test func `An alternate who is away too is passed over`() throws {
    let given = try away("H-1", from: "2026-11-01", given(alternates: "H-2=1 H-3=2"))
    let decision = try given.when("seat excuse", ["seat": seat, "person": "H-2"])
      .then("absence.recorded", ["person": "H-2"])
    #expect(decision.notes.first?.values["person"] == .text("H-3"))
  }

  @Test(
    arguments: [
      ("seat excuse", [:], "away-already"), ("seat excuse", ["person": "H-4"], "not-seated-there"),
      ("seat excuse", ["person": "H-2", "until": "2026-11-01"], "until-before-from"),
      ("seat attend", ["person": "H-2"], "not-away"),
      ("seat attend", ["person": "H-4"], "not-seated-there"),
    ] as [(String, [String: String], String)])
  func `An absence is of somebody who has a part in the seat, and is recorded once`(
    _ act: String, _ fields: [String: String], _ code: String
  ) throws {
    try away("H-1", from: "2026-11-01", given(alternates: "H-2=1"))
      .when(act, ["seat": seat].merging(fields) { $1 }).thenRefused(code)
  }

  @Test func `Whoever was away is there again by an act, or from the day that was given`() throws {
    let given = try away("H-1", from: "2026-11-01", until: "2026-11-10", given())
    try given.when("seat attend", ["seat": seat], on: "2026-11-09")
      .then("absence.ended", ["person": "H-1", "from": "2026-11-09"])
    try given.when("seat attend", ["seat": seat], on: "2026-11-10").thenRefused("not-away")
  }

  @Test func `A vacant seat has nobody to be excused`() throws {
    let end = SeatEvent.ended(until: try #require(PartialDay("2026-03-01")), reason: "left")
    try given().happened(end, to: try #require(SeatID(seat)), on: "2026-03-01")
      .when("seat excuse", ["seat": seat]).thenRefused("seat-vacant")
  }

  // MARK: - Who acts

  /// The seat after its events, each as `DAY EVENT PERSON [RANK]`.
  private func seat(_ events: [String]) throws -> Seat {
    var seat = Seat(id: try #require(SeatID(self.seat)))
    let member = try #require(MemberID("PT"))
    for (index, text) in events.enumerated() {
      let words = text.split(separator: " ").map(String.init)
      let day = try #require(Day(words[0]))
      let event = try event(words, from: PartialDay(day), member)
      seat.evolve(with: event, at: Mark(position: Int64(index + 1), effective: day))
    }
    return seat
  }

  private func event(_ words: [String], from day: PartialDay, _ member: MemberID) throws
    -> SeatEvent
  {
    if words[1] == "vacant" { return .ended(until: day, reason: "left") }
    let person = try #require(PersonID(words[2]))
    switch words[1] {
    case "holder":
      return .appointed(SeatEvent.Making(person: person, from: day, until: Day("2030-01-01")))
    case "alternate":
      return .alternate(
        .named(AlternateNaming(person: person, rank: try #require(Int(words[3])), from: day)))
    case "away":
      return .alternate(
        .absent(Absence(person: person, from: day, until: words.count > 3 ? Day(words[3]) : nil)))
    default: return .alternate(.attending(Absence(person: person, from: day)))
    }
  }

  private static let story = [
    "2026-01-01 holder H-1", "2026-01-01 alternate H-3 2", "2026-01-01 alternate H-2 1",
    "2026-03-01 away H-1 2026-03-10", "2026-03-05 away H-2 2026-03-20", "2026-04-01 away H-1",
    "2026-04-01 back H-1", "2026-05-01 vacant",
  ]

  @Test(arguments: [
    ("2025-12-31", nil), ("2026-02-28", "H-1"), ("2026-03-01", "H-2"), ("2026-03-05", "H-3"),
    ("2026-03-09", "H-3"), ("2026-03-10", "H-1"), ("2026-04-01", "H-1"), ("2026-05-01", "H-2"),
  ])
  func `The holder acts while there, else the first alternate who is`(_ day: String, _ who: String?)
    throws
  {
    let acting = try seat(Self.story).acting(
      on: try #require(Day(day)), under: Rules.sample.seats[0])
    #expect(acting?.text == who)
  }

  @Test func `Who was recorded late acts as if it had been recorded in time`() throws {
    let days = ["2026-02-28", "2026-03-01", "2026-03-07", "2026-03-15", "2026-04-02", "2026-06-01"]
    let late = [0, 1, 2, 4, 7, 3, 5, 6].map { Self.story[$0] }
    for day in try days.map({ try #require(Day($0)) }) {
      let rule = Rules.sample.seats[0]
      #expect(
        try seat(late).acting(on: day, under: rule) == seat(Self.story).acting(on: day, under: rule)
      )
    }
  }

  @Test(arguments: [(0, nil), (1, nil), (2, "H-3"), (9, "H-3")])
  func `No more alternates act than the rules of the day have`(_ most: Int, _ who: String?) throws {
    var rule = Rules.sample.seats[0]
    rule.alternates = most
    let day = try #require(Day("2026-03-05"))
    #expect(try seat(Self.story).acting(on: day, under: rule)?.text == who)
  }

  @Test func `A holder whose term is over acts only where the rules let it stay`() throws {
    let day = try #require(Day("2030-01-01"))
    let seat = try seat(Array(Self.story.prefix(3)))
    var rule = Rules.sample.seats[0]
    #expect(seat.acting(on: day, under: rule)?.text == "H-1")
    rule.holdsOver = false
    #expect(seat.acting(on: day, under: rule)?.text == "H-2")
  }

  @Test func `A seat is read back from its state as it was`() throws {
    let seat = try seat(Self.story)
    let back = try Seat(id: seat.id, state: seat.state)
    #expect(back.alternates == seat.alternates)
    #expect(back.state == seat.state)
    #expect(seat.state["alternates"] != nil)
    #expect(try self.seat(["2026-01-01 holder H-1"]).state["alternates"] == nil)
  }
}
