import Governance
import Plugins
import TestKit
import Testing
import Values

/// Late items: the agenda is frozen before the first day, and only the rule for late items helps.
@Suite struct LateItemsTests {
  private func planned(_ rule: String?, from: String = "2026-12-14") throws -> Given {
    try Given(rules: SampleRules.withPapers(agenda: rule)).admitted("ES PT FR")
      .planned(1, from: from)
  }

  private static let fields = ["item": "x", "meeting": "plenary-1", "title": "X"]

  @Test(arguments: [("2026-12-06", false), ("2026-12-07", false), ("2026-12-08", true)])
  func `The last day in time is as far before the first day as the rule says`(
    _ row: (day: String, isLate: Bool)
  ) throws {
    let given = try planned("{freeze: P7D, late: never, source: assumption}")
    let outcome = try given.when("agenda add", Self.fields, on: row.day, today: row.day)
    guard row.isLate else {
      let decision = try outcome.then("item.added", ["late": false])
      #expect(decision.derivations.map(\.question) == ["agenda-freeze"])
      #expect(decision.derivations[0].holds)
      return
    }
    let refusal = try outcome.thenRefused("item-late", clause: "series.plenary.agenda")
    #expect(refusal.derivation?.inputs["last_day"] == "2026-12-07")
    #expect(refusal.ways.map(\.code) == ["next-agenda"])
  }

  @Test func `A reason admits a late item where the rule asks for one`() throws {
    let given = try planned("{freeze: P7D, late: reason, source: assumption}")
    let refusal = try given.when("agenda add", Self.fields, on: "2026-12-10", today: "2026-12-10")
      .thenRefused("item-late", clause: "series.plenary.agenda")
    #expect(refusal.ways.map(\.code) == ["late-with-reason", "next-agenda"])
    try given.when(
      "agenda add", Self.fields.merging(["reason": "new judgment"]) { $1 }, on: "2026-12-10",
      today: "2026-12-10"
    ).then("item.added", ["late": true, "reason": "new judgment"])
  }

  @Test func `A deliberation admits a late item where the rule asks for one`() throws {
    let rule = "{freeze: P7D, late: decision, matter: default, source: assumption}"
    let given = try planned(rule)
    let refusal = try given.when(
      "agenda add", Self.fields.merging(["reason": "r"]) { $1 }, on: "2026-12-10",
      today: "2026-12-10"
    ).thenRefused("item-late", clause: "series.plenary.agenda")
    #expect(refusal.ways.map(\.code) == ["late-with-decision", "next-agenda"])
    func admitting(_ body: String, _ matter: String) throws -> Given.Outcome {
      let resolution = Resolution(
        meeting: try #require(MeetingID("plenary-1")), body: body, title: "Late", matter: matter,
        method: .consensus)
      return try given.happened(.adopted(resolution), to: try #require(DeliberationID("D-1")))
        .when(
          "agenda add", Self.fields.merging(["by": "D-1"]) { $1 }, on: "2026-12-10",
          today: "2026-12-10")
    }
    try admitting("plenary", "default").then("item.added", ["late": true, "deliberation": "D-1"])
    try admitting("plenary", "rules")
      .thenRefused("deliberation-unfit", clause: "series.plenary.agenda")
    try admitting("board", "default")
      .thenRefused("deliberation-unfit", clause: "series.plenary.agenda")
  }

  @Test func `A deliberation that adopted nothing admits nothing`() throws {
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: "plenary", title: "Late",
      method: .consensus)
    try planned("{freeze: P7D, late: decision, source: assumption}")
      .happened(.rejected(resolution), to: try #require(DeliberationID("D-1")))
      .when(
        "agenda add", Self.fields.merging(["by": "D-1"]) { $1 }, on: "2026-12-10",
        today: "2026-12-10"
      ).thenRefused("deliberation-not-adopted")
  }

  private func frozen(_ rule: String?) throws -> Given {
    let meeting = try #require(MeetingID("plenary-1"))
    let freezing = Freezing(meeting: meeting, on: try #require(PartialDay("2026-11-20")))
    return try planned(rule).happened(
      .frozen(freezing), to: AgendaID(sharedWith: meeting), on: "2026-11-20")
  }

  @Test func `An agenda that was frozen by hand is frozen from that day on`() throws {
    let given = try frozen("{freeze: P7D, late: reason, source: assumption}")
    try given.when("agenda add", Self.fields, on: "2026-11-19", today: "2026-11-23")
      .then("item.added", ["late": false])
    let refusal = try given.when("agenda add", Self.fields, on: "2026-11-20", today: "2026-11-23")
      .thenRefused("item-late", clause: "series.plenary.agenda")
    #expect(refusal.derivation?.inputs["frozen_on"] == "2026-11-20")
  }

  @Test func `Without a rule a frozen agenda stays closed, and one that is not takes any item`()
    throws
  {
    try frozen(nil).when("agenda add", Self.fields.merging(["reason": "r"]) { $1 })
      .thenRefused("agenda-frozen")
    try planned(nil).when("agenda add", Self.fields, on: "2026-12-13", today: "2026-12-13")
      .then("item.added", ["late": false])
  }

  @Test func `A meeting whose first day nobody knows to the day freezes nothing by itself`() throws
  {
    let given = try planned("{freeze: P7D, late: never, source: assumption}", from: "2026-12")
    let decision = try given.when("agenda add", Self.fields, on: "2026-12-13", today: "2026-12-13")
      .then("item.added", ["late": false])
    #expect(decision.derivations.isEmpty)
  }

  @Test(arguments: UInt64(71)...73)
  func `The key and its guard say the same of items in time and late`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    for late in ["never", "reason", "decision"] {
      let days = Int.random(in: 1...12, using: &random)
      let words = "documents: P7D, source: assumption}"
      var expanded = try ExpandedRules([
        (
          words + "}",
          words + ", agenda: {freeze: P\(days)D, late: \(late), source: assumption}}"
        )
      ])
      try prepare(expanded.network)
      let first = try #require(Day("2026-07-15"))
      for _ in 1...25 {
        var fields = Self.fields.mapValues { [$0] }
        fields["meeting"] = ["plenary-2"]
        if Bool.random(using: &random) { fields["reason"] = ["r"] }
        if Bool.random(using: &random) { fields["by"] = ["D-1"] }
        let day = Day(number: first.number - Int.random(in: 0...16, using: &random))
        try expanded.compare("agenda add", fields, on: day.description)
      }
      #expect(expanded.differences.isEmpty, "\(expanded.differences.prefix(3))")
      #expect(expanded.held.contains("series.plenary.agenda"))
      #expect(expanded.refused.contains("series.plenary.agenda"))
    }
  }

  /// A plenary that decided something, and one that is to come.
  private func prepare(_ network: SampleNetwork) throws {
    for member in ["ES", "MT", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.convene("plenary-1", for: "2026-03-20", on: "2026-02-02")
    try network.open("plenary-1", on: "2026-03-20")
    try network.vote(3, against: 0, on: "2026-03-20", matter: "programme")
    try network.convene("plenary-2", for: "2026-07-15", on: "2026-06-01")
  }
}
