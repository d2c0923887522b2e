import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct MoveMeetingTests {
  private let given: Given

  init() throws { given = try Given(rules: .sample).admitted("AT BE BG") }

  private func planned() throws -> Given {
    try given.planned(1, from: "2026-12-10", until: "2026-12-12")
  }

  private func convened() throws -> Given {
    let told = Convocation(on: PartialDay(day("2026-11-10")), agenda: ["One"], isUrgent: false)
    return try planned().met(1, .convened(told), on: "2026-11-10")
  }

  private func move(_ given: Given, _ fields: [String: String], takenOver: Bool = false) throws
    -> Given.Outcome
  {
    try given.when(
      "meeting move", fields.merging(["meeting": "plenary-1", "reason": "the host asked"]) { $1 },
      takenOver: takenOver)
  }

  @Test func `A planned meeting gets other days, another place, form and title, with a reason`()
    throws
  {
    let decision = try move(
      planned(),
      [
        "from": "2027-01-11", "until": "2027-01-12", "place": "Ghent", "format": "hybrid",
        "title": "Winter plenary",
      ]
    ).then(
      "meeting.moved",
      [
        "on": "2026-11-23", "from": "2027-01-11", "until": "2027-01-12", "place": "Ghent",
        "format": "hybrid", "title": "Winter plenary", "reason": "the host asked", "urgent": false,
      ])
    #expect(decision.events.first?.key.text == "meeting-plenary-1")
    #expect(decision.derivations == [], "nobody was told of the former day")
  }

  @Test(arguments: [
    ("2026-12-14", "2026-12-16"), ("2026-12-30", "2027-01-01"), ("2028-02-28", "2028-03-01"),
  ])
  func `A meeting of three days whose first day moves keeps its length`(
    _ row: (from: String, until: String)
  ) throws {
    try move(planned(), ["from": row.from])
      .then("meeting.moved", ["from": .text(row.from), "until": .text(row.until)])
  }

  @Test func `A length is kept only where all days are known to the day`() throws {
    let month = try move(planned(), ["from": "2027-01"]).then("meeting.moved", ["from": "2027-01"])
    #expect(month.events.first?.event.data["until"] == nil)
    let oneDay = try given.planned(1, from: "2026-12-10")
    let moved = try move(oneDay, ["from": "2026-12-20"]).then("meeting.moved")
    #expect(moved.events.first?.event.data["until"] == nil)
    let year = try given.planned(1, from: "2027", until: "2027")
    let known = try move(year, ["from": "2027-05-03"]).then("meeting.moved")
    #expect(known.events.first?.event.data["until"] == nil)
  }

  @Test func `The place alone leaves the days`() throws {
    let decision = try move(convened(), ["place": "Ghent"]).then("meeting.moved")
    #expect(decision.events.first?.event.data["from"] == nil)
    #expect(decision.events.first?.event.data["until"] == nil)
    #expect(decision.derivations == [], "the notice is counted until the first day, which stays")
  }

  @Test(arguments: [("2026-12-07", true), ("2026-12-06", false)])
  func `A convened meeting that moves its first day needs the notice again, from the move`(
    _ row: (from: String, isRight: Bool)
  ) throws {
    let outcome = try move(convened(), ["from": row.from])
    if row.isRight {
      let decision = try outcome.then("meeting.moved")
      let derivation = try #require(decision.derivations.first)
      #expect(derivation.question == "notice" && derivation.holds)
      #expect(derivation.inputs["convened_on"] == "2026-11-23")
      #expect(derivation.inputs["days_given"] == 14)
    } else {
      let refusal = try outcome.thenRefused("notice-too-short", clause: "series.plenary.notice")
      #expect(refusal.values["given"] == .int(13))
      #expect(refusal.values["earliest"] == .day(day("2026-12-07")))
      #expect(
        refusal.ways == [
          Note("earliest-lawful-day", ["day": .day(day("2026-12-07"))]),
          Note("urgent-move", ["period": .period(.days(4)), "day": .day(day("2026-11-27"))]),
        ])
    }
  }

  @Test(arguments: [("2026-11-27", true), ("2026-11-26", false)])
  func `An urgent move has the shorter notice`(_ row: (from: String, isRight: Bool)) throws {
    let outcome = try move(convened(), ["from": row.from, "urgent": "true"])
    if row.isRight {
      try outcome.then("meeting.moved", ["urgent": true])
    } else {
      let refusal = try outcome.thenRefused("notice-too-short", clause: "series.plenary.notice")
      #expect(refusal.ways.map(\.code) == ["earliest-lawful-day"])
    }
  }

  @Test func `Urgency that the rules do not know is refused`() throws {
    var rules = Rules.sample
    let notice = try #require(rules.series[0].notice)
    rules.series[0].notice = NoticeRule(
      period: notice.period, urgent: nil, documents: nil, clause: notice.clause)
    let told = Convocation(on: PartialDay(day("2026-11-10")), agenda: [], isUrgent: false)
    let convened = try Given(rules: rules).planned(1, from: "2026-12-10")
      .met(1, .convened(told), on: "2026-11-10")
    try move(convened, ["from": "2027-01-11", "urgent": "true"])
      .thenRefused("urgency-unknown", clause: "series.plenary.notice")
    rules.series[0].notice = nil
    let free = try Given(rules: rules).planned(1, from: "2026-12-10")
      .met(1, .convened(told), on: "2026-11-10")
    try move(free, ["from": "2026-11-24"]).then("meeting.moved")
  }

  @Test func `A convened meeting moves to a day and not to a month`() throws {
    try move(convened(), ["from": "2027-01"]).thenRefused("meeting-day-unknown")
    let past = try move(convened(), ["from": "2027-01"], takenOver: true).then("meeting.moved")
    #expect(past.notes == [Note("notice-unknown", ["meeting": .text("plenary-1")])])
  }

  @Test func `A move that changes nothing is refused`() throws {
    for fields in [
      [:], ["from": "2026-12-10"], ["until": "2026-12-12"],
      ["from": "2026-12-10", "until": "2026-12-12"],
    ] {
      let refusal = try move(planned(), fields).thenRefused("nothing-moved")
      #expect(refusal.code.exit == .badData && refusal.ways.map(\.code) == ["give-what-moves"])
    }
  }

  @Test(arguments: [
    (["until": "2026-12-09"], "2026-12-10", "2026-12-09"),
    (["from": "2026-12-13", "until": "2026-12-12"], "2026-12-13", "2026-12-12"),
  ])
  func `A meeting does not end before it begins`(
    _ row: (fields: [String: String], from: String, until: String)
  ) throws {
    let refusal = try move(planned(), row.fields).thenRefused("meeting-ends-before")
    #expect(refusal.values == ["from": .day(day(row.from)), "until": .day(day(row.until))])
  }

  @Test func `A meeting does not move into the past, unless that past is taken over`() throws {
    try move(planned(), ["from": "2026-11-22"]).thenRefused("meeting-in-the-past")
    try move(planned(), ["from": "2026-11-23"]).then("meeting.moved")
    try move(planned(), ["from": "2026-11"]).then("meeting.moved")
    try move(planned(), ["from": "2026-11-22"], takenOver: true).then("meeting.moved")
  }

  @Test func `An open meeting may be prolonged and change its room, and does not begin again`()
    throws
  {
    let open = try given.open(present: "AT BE BG")
    try move(open, ["until": "2026-11-25"]).then("meeting.moved", ["until": "2026-11-25"])
    try move(open, ["place": "Room 2"]).then("meeting.moved", ["place": "Room 2"])
    try move(open, ["from": "2026-12-20"]).thenRefused("meeting-open-already")
    let late = try given.planned(1, from: "2026-11-20", until: "2026-11-24").met(
      1, .opened(Opening(on: PartialDay(day("2026-11-23")), present: [])), on: "2026-11-23")
    let refusal = try move(late, ["until": "2026-11-22"]).thenRefused("meeting-ends-before")
    #expect(refusal.values["from"] == .day(day("2026-11-23")))
    try move(late, ["until": "2026-11-23"]).then("meeting.moved")
  }

  @Test func `A meeting that is over, cancelled or unknown does not move`() throws {
    let on = PartialDay(day("2026-11-20"))
    try move(planned().met(1, .closed(Closing(on: on, time: nil))), ["place": "x"])
      .thenRefused("meeting-closed-already")
    try move(planned().met(1, .cancelled(Cancellation(on: on, reason: "x"))), ["place": "x"])
      .thenRefused("meeting-cancelled-already")
    try move(given.planned(1, from: nil).met(1, .held(Holding(by: on))), ["place": "x"])
      .thenRefused("meeting-closed-already")
    try move(given, ["place": "x"]).thenRefused("meeting-unknown")
  }

  @Test func `After a move the meeting opens on its new day and not on the former one`() throws {
    let moved = try convened().met(
      1,
      .moved(
        Move(on: PartialDay(day("2026-11-20")), from: PartialDay(day("2026-12-15")), reason: "x")),
      on: "2026-11-20")
    let fields = ["meeting": "plenary-1", "present": "AT,BE"]
    try moved.when("meeting open", fields, on: "2026-12-14").thenRefused(
      "meeting-before-its-day", clause: "series.plenary.notice")
    try moved.when("meeting open", fields, on: "2026-12-15").then("meeting.opened")
  }
}
