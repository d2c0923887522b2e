import Governance
import Plugins
import TestKit
import Testing
import Values

/// When the time of a procedure begins, and the exact moment of its end.
@Suite struct ProcedureClockTests {
  private func rule(
    _ count: Int, _ unit: ProcedurePeriod.Unit, urgent: Int? = nil, at: String? = nil
  ) -> ProcedurePeriod {
    ProcedurePeriod(
      count: count, unit: unit, urgent: urgent, at: at.flatMap { TimeOfDay($0) }, start: .opening,
      clause: Clause(id: "p", source: .assumption))
  }

  /// Ten working days from a Friday evening, over two week-ends; an urgent one; a Saturday.
  @Test(arguments: [
    ("2026-06-01T10:00:00Z", 10, "2026-06-15T10:00:00Z"),
    ("2026-06-05T22:30:00Z", 10, "2026-06-19T22:30:00Z"),
    ("2026-06-06T08:00:00Z", 1, "2026-06-08T08:00:00Z"),
    ("2026-06-07T08:00:00Z", 5, "2026-06-12T08:00:00Z"),
    ("2026-06-04T12:00:00Z", 3, "2026-06-09T12:00:00Z"),
    ("2026-12-31T23:59:59Z", 1, "2027-01-01T23:59:59Z"),
  ])
  func `Working days are Monday to Friday, and the first day is not counted`(
    _ row: (from: String, count: Int, end: String)
  ) throws {
    let from = try #require(Instant(row.from))
    #expect(
      rule(row.count, .workingDays).expiry(from: from, isUrgent: false, in: .utc, by: .weekdays)
        == Instant(row.end))
  }

  /// Summer time begins in Lisbon on 29 March 2026 at 1:00 and ends on 25 October 2026 at 2:00.
  @Test(arguments: [
    ("2026-03-27T10:00:00Z", 3, "2026-03-30T09:00:00Z"),
    ("2026-03-28T01:30:00Z", 1, "2026-03-29T01:30:00Z"),
    ("2026-10-24T09:00:00Z", 1, "2026-10-25T10:00:00Z"),
    ("2026-10-24T00:30:00Z", 1, "2026-10-25T00:30:00Z"),
    ("2026-05-31T22:30:00Z", 1, "2026-06-01T22:30:00Z"),
    ("2026-05-31T23:30:00Z", 1, "2026-06-01T23:30:00Z"),
  ])
  func `Days are those of the network's clocks, and so is the time of day`(
    _ row: (from: String, count: Int, end: String)
  ) throws {
    let from = try #require(Instant(row.from))
    #expect(
      rule(row.count, .days).expiry(from: from, isUrgent: false, in: .lisbon, by: .weekdays)
        == Instant(row.end))
  }

  /// An evening in June is the next day in Lisbon.
  @Test(arguments: [
    ("2026-06-01T10:00:00Z", "17:00", "2026-06-04T16:00:00Z"),
    ("2026-06-01T23:30:00Z", "17:00", "2026-06-05T16:00:00Z"),
    ("2026-12-01T10:00:00Z", "17:00", "2026-12-04T17:00:00Z"),
    ("2026-10-22T10:00:00Z", "01:30", "2026-10-25T00:30:00Z"),
    ("2026-03-26T10:00:00Z", "01:30", "2026-03-29T01:30:00Z"),
    ("2026-06-01T10:00:00Z", "00:00", "2026-06-03T23:00:00Z"),
  ])
  func `A time of the rule is shown by the clocks on the last day`(
    _ row: (from: String, at: String, end: String)
  ) throws {
    let from = try #require(Instant(row.from))
    let period = rule(3, .days, at: row.at)
    #expect(
      period.expiry(from: from, isUrgent: false, in: .lisbon, by: .weekdays) == Instant(row.end))
  }

  @Test func `An urgent matter has the shorter time, where there is one`() throws {
    let from = try #require(Instant("2026-06-01T10:00:00Z"))
    #expect(
      rule(10, .workingDays, urgent: 3).expiry(from: from, isUrgent: true, in: .utc, by: .weekdays)
        == Instant("2026-06-04T10:00:00Z"))
    #expect(
      rule(10, .days).expiry(from: from, isUrgent: true, in: .utc, by: .weekdays)
        == Instant("2026-06-11T10:00:00Z"))
  }

  @Test(arguments: [
    ("2026-12-23T10:00:00Z", 2, "2026-12-28T10:00:00Z"),
    ("2026-12-23T10:00:00Z", 3, "2026-12-29T10:00:00Z"),
    ("2026-04-02T10:00:00Z", 1, "2026-04-03T10:00:00Z"),
  ])
  func `A holiday of the network is no working day`(
    _ row: (from: String, count: Int, end: String)
  ) throws {
    let calendar = try #require(
      WorkCalendar(weekend: [6, 7], yearly: [.date(month: 12, day: 25)]))
    let from = try #require(Instant(row.from))
    #expect(
      rule(row.count, .workingDays).expiry(from: from, isUrgent: false, in: .utc, by: calendar)
        == Instant(row.end))
  }

  // MARK: - What the time waits for

  private func given() throws -> Given {
    try Given(rules: SampleRules.procedureRules()).admitted("ES FR IT PT")
  }

  @Test func `The last proven notice starts the time, and its proof is part of it`() throws {
    let decision = try given().opened("silence", to: "ES FR PT").when(
      "procedure notify", ["procedure": "P-1", "way": "e-mail"], at: "2026-06-02T08:00:00Z"
    ).then(
      ["procedure.notified", "procedure.started"],
      ["members": ["ES", "FR", "PT"], "way": "e-mail", "at": "2026-06-02T08:00:00.000000Z"])
    let clock = try #require(decision.events.last?.event.data)
    #expect(clock["notified"] == ["ES", "FR", "PT"])
    #expect(clock["from"] == "2026-06-02T08:00:00.000000Z")
    #expect(clock["expires"] == "2026-06-16T08:00:00.000000Z")
    let period = try #require(decision.derivations.first { $0.question == "procedure-period" })
    #expect(period.clause.id == "procedures.silence.period")
    #expect(period.inputs["count"] == 10)
    #expect(period.inputs["unit"] == "working_days")
  }

  @Test func `Before that the time does not run, and the answer says who is missing`() throws {
    let decision = try given().opened("silence", to: "ES FR PT").when(
      "procedure notify", ["procedure": "P-1", "members": "ES,PT"], at: "2026-06-02T08:00:00Z"
    ).then("procedure.notified", ["members": ["ES", "PT"]])
    #expect(decision.notes.first?.values["missing"] == .list(["FR"]))
    let proof = try #require(decision.derivations.first { $0.question == "procedure-notices" })
    #expect(!proof.holds)
    #expect(proof.inputs["missing"] == ["FR"])
  }

  @Test func `Of several notices the earliest of each member counts`() throws {
    func notice(_ members: [String], _ at: String) throws -> ProcedureEvent {
      try ProcedureEvent(
        type: "procedure.notified", data: ["members": .texts(members), "at": .text(at)])
    }
    let decision = try given().opened("silence", to: "ES FR")
      .proceeded(notice(["ES"], "2026-06-01T12:00:00Z"))
      .proceeded(notice(["ES"], "2026-06-05T12:00:00Z"))
      .when(
        "procedure notify", ["procedure": "P-1", "members": "FR", "time": "11:00"],
        at: "2026-06-02T15:00:00Z"
      ).then(["procedure.notified", "procedure.started"])
    #expect(decision.events.last?.event.data["from"] == "2026-06-02T11:00:00.000000Z")
  }

  @Test func `A notice more after the time has begun starts nothing again`() throws {
    try given().running("silence").when(
      "procedure notify", ["procedure": "P-1", "members": "FR"], at: "2026-06-03T08:00:00Z"
    ).then("procedure.notified")
  }

  @Test func `With everybody told there is nobody left to name`() throws {
    let notice = try ProcedureEvent(
      type: "procedure.notified", data: ["members": ["ES"], "at": "2026-06-01T12:00:00Z"])
    try given().opened("silence", to: "ES").proceeded(notice).when(
      "procedure notify", ["procedure": "P-1"], at: "2026-06-03T08:00:00Z"
    ).thenRefused("all-notified")
  }

  @Test func `Nobody is told to whom it was not put`() throws {
    let refusal = try given().opened("silence", to: "ES FR").when(
      "procedure notify", ["procedure": "P-1", "members": "PT"], at: "2026-06-03T08:00:00Z"
    ).thenRefused("not-addressee", clause: "procedures.silence")
    let recordDate = try #require(Day("2026-06-01"))
    #expect(refusal.values["day"] == .day(recordDate))
  }

  @Test func `Nothing of a procedure comes before its opening`() throws {
    let refusal = try given().opened("silence").when(
      "procedure notify", ["procedure": "P-1", "time": "09:59"], at: "2026-06-01T12:00:00Z"
    ).thenRefused("moment-before-opening")
    #expect(refusal.ways.map(\.code) == ["give-later-moment"])
  }
}
