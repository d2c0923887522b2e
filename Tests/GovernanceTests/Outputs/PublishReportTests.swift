import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct PublishReportTests {
  private let fields = ["output": "outcome_report", "meeting": "plenary-1"]

  /// A meeting of two days that was closed on the second.
  private func held() throws -> Given {
    try Given(rules: .sample).admitted("AT BE BG").planned(
      1, from: "2026-10-20", until: "2026-10-21"
    )
    .met(1, .opened(Opening(on: PartialDay(day("2026-10-20")), present: [])))
    .met(1, .closed(Closing(on: PartialDay(day("2026-10-21")), time: nil)))
  }

  private static var yearly: Rules {
    var rules = Rules.sample
    rules.outputs[0].occasion = .period(Period(years: 1))
    return rules
  }

  @Test func `A report is in time on the last day of its deadline`() throws {
    let decision = try held().when("report publish", fields, on: "2026-11-20")
      .then(
        "report.published",
        ["output": "outcome_report", "identifier": "2026/1", "on": "2026-11-20"])
    #expect(decision.events.first?.key.text == "meeting-plenary-1")
    #expect(decision.notes == [Self.numbered("2026/1")])
    #expect(
      decision.derivations.map { JSON.object($0.inputs) } == [
        [
          "last_day": "2026-10-21", "within": "P30D", "due": "2026-11-20",
          "published_on": "2026-11-20", "days_late": 0,
        ]
      ])
    #expect(decision.derivations.map(\.holds) == [true])
  }

  @Test func `A late report is recorded with the days of delay`() throws {
    let decision = try held().when("report publish", fields, on: "2026-11-21")
      .then("report.published")
    #expect(decision.derivations.map(\.holds) == [false])
    #expect(decision.derivations.first?.inputs["days_late"] == 1)
    #expect(
      decision.notes == [
        Self.numbered("2026/1"),
        Note("report-late", ["due": .day(day("2026-11-20")), "days": .int(1)]),
      ])
  }

  @Test func `Where the last day is known by its month only, no deadline is counted`() throws {
    let month = try #require(PartialDay("2026-10"))
    let given = try Given(rules: .sample).admitted("AT BE BG").planned(1, from: "2026-10")
      .met(1, .opened(Opening(on: month, present: [])))
      .met(1, .closed(Closing(on: month, time: nil)))
    let decision = try given.when("report publish", fields, on: "2026-12-24")
      .then("report.published")
    #expect(decision.derivations.isEmpty && !decision.notes.contains { $0.code == "report-late" })
  }

  private static func numbered(_ identifier: String) -> Note {
    Note(
      "report-numbered", ["output": .text("outcome_report"), "identifier": .text(identifier)])
  }

  @Test func `Reports are numbered within the year, without cancelled meetings`() throws {
    let other = try held().planned(2, from: "2026-03-01").planned(3, from: "2025-12-31")
    try other.when("report publish", fields).then("report.published", ["identifier": "2026/2"])
    let cancellation = Cancellation(on: PartialDay(day("2026-02-01")), reason: "strike")
    try other.met(2, .cancelled(cancellation)).when("report publish", fields)
      .then("report.published", ["identifier": "2026/1"])
    let own = try other.when("report publish", fields.merging(["identifier": "R-7"]) { $1 })
      .then("report.published", ["identifier": "R-7"])
    #expect(own.notes.map(\.code) == ["report-late"])
  }

  @Test func `Reports may take the number of their meeting`() throws {
    var rules = Rules.sample
    rules.outputs[0].numbering = .meeting
    try Given(rules: rules).admitted("AT BE BG").open(present: "AT BE BG")
      .when("report publish", fields).then("report.published", ["identifier": "1"])
  }

  @Test func `A report is published once`() throws {
    let first = Publication(
      output: "outcome_report", identifier: "2026/1", on: PartialDay(day("2026-11-01")))
    try held().met(1, .reported(first)).when("report publish", fields)
      .thenRefused("report-published-already")
  }

  @Test func `A report is of a meeting that was held, in the series of the rule`() throws {
    try Given(rules: .sample).planned(1, from: "2026-12-20").when("report publish", fields)
      .thenRefused("meeting-not-open")
    try Given(rules: .sample).when("report publish", fields).thenRefused("meeting-unknown")
    var rules = Rules.sample
    rules.outputs[0].occasion = .meeting(series: "board")
    try Given(rules: rules).planned(1, from: "2026-10-20").when("report publish", fields)
      .thenRefused("report-of-other-series")
    try Given(rules: .sample).when("report publish", ["output": "memoir", "meeting": "plenary-1"])
      .thenRefused("output-unknown")
  }

  @Test func `What a report covers is said as the rule asks`() throws {
    let refusal = try held().when("report publish", ["output": "outcome_report"])
      .thenRefused("report-occasion-unclear")
    #expect(refusal.ways == [Note("give-meeting")])
    try held().when("report publish", fields.merging(["period-ending": "2026-12-31"]) { $1 })
      .thenRefused("report-occasion-unclear")
    let yearly = try Given(rules: Self.yearly).when("report publish", fields)
      .thenRefused("report-occasion-unclear")
    #expect(yearly.ways == [Note("give-period-ending")])
  }

  @Test func `An output of periods has its own stream and its own deadline`() throws {
    let fields = ["output": "outcome_report", "period-ending": "2026-06-30"]
    let decision = try Given(rules: Self.yearly).when("report publish", fields, on: "2026-08-01")
      .then(
        "output.published",
        [
          "output": "outcome_report", "identifier": "2026/1", "on": "2026-08-01",
          "period_ending": "2026-06-30",
        ])
    #expect(decision.events.first?.key.text == "output-outcome_report")
    #expect(decision.derivations.first?.inputs["due"] == "2026-07-30")
    #expect(decision.derivations.first?.inputs["days_late"] == 2)
    let former = Publication(
      output: "outcome_report", identifier: "2026/1", on: PartialDay(day("2026-08-01")),
      periodEnding: day("2026-06-30"))
    let published = try Given(rules: Self.yearly).happened(
      .published(former), to: try #require(OutputID("outcome_report")))
    try published.when("report publish", fields).thenRefused("report-published-already")
    try published
      .when("report publish", ["output": "outcome_report", "period-ending": "2026-12-31"])
      .then("output.published", ["identifier": "2026/2"])
  }

  @Test func `Who publishes is told the number that the rules give, in either stream`() throws {
    let yearly = try Given(rules: Self.yearly)
      .when("report publish", ["output": "outcome_report", "period-ending": "2026-06-30"])
      .then("output.published")
    #expect(yearly.notes.first == Self.numbered("2026/1"))
    var rules = Rules.sample
    rules.outputs[0].numbering = .meeting
    let plain = try Given(rules: rules).admitted("AT BE BG").open(present: "AT BE BG")
      .when("report publish", fields).then("report.published")
    #expect(plain.notes.first == Self.numbered("1"))
  }

  @Test func `Without a known deadline or day nothing is late`() throws {
    var rules = Rules.sample
    rules.outputs[0].within = nil
    let free = try Given(rules: rules).admitted("AT BE BG").open(present: "AT BE BG")
      .when("report publish", fields).then("report.published")
    #expect(free.derivations == [])
    let past = try Given(rules: .sample).planned(1, from: "2018")
      .when("report publish", fields, on: "2019", takenOver: true).then("report.published")
    #expect(past.derivations == [])
    #expect(past.notes.map(\.code) == ["report-numbered"])
  }

  @Test func `An output reads back equal`() throws {
    let id = try #require(OutputID("monitor"))
    let event = OutputEvent.published(
      Publication(
        output: "monitor", identifier: "6", on: PartialDay(day("2021-05-27")),
        periodEnding: day("2020-12-31")))
    #expect(try OutputEvent(type: event.type, data: event.data) == event)
    var output = Output(id: id)
    output.evolve(with: event, at: Mark(position: 3, effective: day("2021-05-27")))
    #expect(try Output(id: id, state: output.state) == output)
    #expect(throws: Failure.self) { try OutputEvent(type: "output.lost", data: [:]) }
  }
}
