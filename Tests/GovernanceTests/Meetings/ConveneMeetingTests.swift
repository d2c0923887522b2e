import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct ConveneMeetingTests {
  private let given = Given(rules: .sample)
  private let clause = "series.plenary.notice"

  @Test func `Fourteen days are enough where the rules ask for fourteen`() throws {
    let decision = try given.planned(1, from: "2026-12-07")
      .when("meeting convene", ["meeting": "plenary-1", "agenda": "Opening,E-evidence"])
      .then(
        "meeting.convened",
        ["on": "2026-11-23", "agenda": ["Opening", "E-evidence"], "urgent": false])
    let derivation = try #require(decision.derivations.first)
    #expect(derivation.question == "notice")
    #expect(derivation.holds)
    #expect(derivation.clause.id == clause)
    #expect(
      JSON.object(derivation.inputs) == [
        "convened_on": "2026-11-23", "first_day": "2026-12-07", "days_given": 14,
        "period": "P14D", "urgent": false, "earliest_meeting": "2026-12-07",
        "latest_convocation": "2026-11-23", "urgent_period": "P4D",
      ])
  }

  @Test func `Thirteen days are refused with the days that would do`() throws {
    let refusal = try given.planned(1, from: "2026-12-06")
      .when("meeting convene", ["meeting": "plenary-1"])
      .thenRefused("notice-too-short", clause: clause)
    #expect(
      refusal.values == [
        "meeting": .text("plenary-1"), "given": .int(13), "period": .period(.days(14)),
        "opening": .day(day("2026-12-06")), "earliest": .day(day("2026-12-07")),
        "latest": .day(day("2026-11-22")),
      ])
    #expect(
      refusal.ways == [
        Note("earliest-lawful-day", ["day": .day(day("2026-12-07"))]),
        Note("move-to-day", ["meeting": .text("plenary-1"), "day": .text("2026-12-07")]),
        Note("urgent-notice", ["period": .period(.days(4)), "day": .day(day("2026-11-27"))]),
      ])
    #expect(refusal.derivation?.holds == false)
  }

  @Test func `An urgent meeting has the shorter notice`() throws {
    try given.planned(1, from: "2026-11-27")
      .when("meeting convene", ["meeting": "plenary-1", "urgent": "true"])
      .then("meeting.convened", ["urgent": true])
    let refusal = try given.planned(1, from: "2026-11-26")
      .when("meeting convene", ["meeting": "plenary-1", "urgent": "true"])
      .thenRefused("notice-too-short", clause: clause)
    #expect(
      refusal.ways == [
        Note("earliest-lawful-day", ["day": .day(day("2026-11-27"))]),
        Note("move-to-day", ["meeting": .text("plenary-1"), "day": .text("2026-11-27")]),
      ])
  }

  @Test func `Urgency cannot be claimed where the rules do not know it`() throws {
    var rules = Rules.sample
    rules.series[0].notice?.urgent = nil
    let refusal = try Given(rules: rules).planned(1, from: "2026-12-30")
      .when("meeting convene", ["meeting": "plenary-1", "urgent": "true"])
      .thenRefused("urgency-unknown", clause: clause)
    #expect(refusal.ways == [Note("earliest-lawful-day", ["day": .day(day("2026-12-07"))])])
    let plain = try Given(rules: rules).planned(1, from: "2026-11-27")
      .when("meeting convene", ["meeting": "plenary-1"])
      .thenRefused("notice-too-short", clause: clause)
    #expect(plain.ways.map(\.code) == ["earliest-lawful-day", "move-to-day"])
  }

  @Test func `Without a rule on notice any day will do`() throws {
    var rules = Rules.sample
    rules.series[0].notice = nil
    let decision = try Given(rules: rules).planned(1, from: "2026-11-23")
      .when("meeting convene", ["meeting": "plenary-1"])
      .then("meeting.convened")
    #expect(decision.derivations == [])
  }

  @Test func `A meeting that nobody planned cannot be convened`() throws {
    let refusal = try given.when("meeting convene", ["meeting": "plenary-9"])
      .thenRefused("meeting-unknown")
    #expect(refusal.code.exit == .notFound)
  }

  @Test func `A meeting is convened once`() throws {
    let first = Convocation(on: PartialDay(day("2026-11-01")), agenda: [], isUrgent: false)
    let refusal = try given.planned(1, from: "2026-12-30").met(1, .convened(first))
      .when("meeting convene", ["meeting": "plenary-1"])
      .thenRefused("meeting-convened-already")
    #expect(
      refusal.ways == [
        Note("correct-event", ["position": .text("3")]),
        Note("cancel-meeting", ["meeting": .text("plenary-1")]),
      ])
  }

  @Test func `A meeting that was cancelled, opened or closed cannot be convened`() throws {
    let on = PartialDay(day("2026-11-01"))
    let planned = try given.planned(1, from: "2026-12-30")
    try planned.met(1, .cancelled(Cancellation(on: on, reason: "strike")))
      .when("meeting convene", ["meeting": "plenary-1"])
      .thenRefused("meeting-cancelled-already")
    let opened = try planned.met(1, .opened(Opening(on: on, present: [])))
    try opened.when("meeting convene", ["meeting": "plenary-1"])
      .thenRefused("meeting-open-already")
    try opened.met(1, .closed(Closing(on: on, time: nil)))
      .when("meeting convene", ["meeting": "plenary-1"])
      .thenRefused("meeting-closed-already")
  }

  @Test func `A meeting whose day is not fixed cannot be convened`() throws {
    let refusal = try given.planned(1, from: "2027-04")
      .when("meeting convene", ["meeting": "plenary-1"])
      .thenRefused("meeting-day-unknown")
    #expect(refusal.ways == [Note("correct-event", ["position": .text("1")])])
  }

  @Test func `A meeting that should have begun cannot be convened`() throws {
    try given.planned(1, from: "2026-11-22")
      .when("meeting convene", ["meeting": "plenary-1"])
      .thenRefused("meeting-in-the-past")
  }

  @Test func `A past without its days is taken over with a note`() throws {
    let decision = try given.planned(1, from: nil)
      .when("meeting convene", ["meeting": "plenary-1"], on: "2016-11", takenOver: true)
      .then("meeting.convened", ["on": "2016-11"])
    #expect(decision.notes == [Note("notice-unknown", ["meeting": .text("plenary-1")])])
  }

  @Test func `A past with short notice keeps the event beside the objection`() throws {
    let outcome = try given.planned(1, from: "2016-11-24")
      .when("meeting convene", ["meeting": "plenary-1"], on: "2016-11-20", takenOver: true)
    let decision = try outcome.result.get()
    #expect(decision.events.map(\.event.type) == ["meeting.convened"])
    #expect(decision.objections.map(\.code.name) == ["notice-too-short"])
  }
}
