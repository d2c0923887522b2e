import Governance
import Plugins
import TestKit
import Testing
import Values

/// A matter is decided on a day of its meeting: the record would contradict itself otherwise.
@Suite struct DeliberationDayTests {
  /// The plenary of 23 and 24 November, open since the 23rd.
  private let given: Given

  init() throws {
    given = try Given(rules: .sample).admitted("AT BE BG").open(present: "AT BE BG")
  }

  private static let acts: [(String, [String: String])] = [
    ("deliberation record", ["meeting": "plenary-1", "title": "Budget", "consensus": "true"]),
    ("deliberation defer", ["meeting": "plenary-1", "title": "Budget", "reason": "No papers"]),
  ]

  @Test(arguments: [
    ("2026-11-22", false), ("2026-11-23", true), ("2026-11-24", true), ("2026-11-25", false),
    ("2027-11-23", false),
  ])
  func `What is decided or put off is so from the opening until the last day`(
    _ row: (day: String, isRight: Bool)
  ) throws {
    for (act, fields) in Self.acts {
      let outcome = try given.when(act, fields, on: row.day)
      guard !row.isRight else {
        #expect(try outcome.result.get().events.count == 1, "\(act)")
        continue
      }
      let refusal = try outcome.thenRefused("deliberation-outside-meeting")
      #expect(
        refusal.values == [
          "meeting": .text("plenary-1"), "day": .day(day(row.day)),
          "from": .day(day("2026-11-23")), "until": .day(day("2026-11-24")),
        ])
      #expect(refusal.ways.map(\.code) == ["give-day-of-meeting", "move-last-day"])
    }
  }

  @Test func `A meeting that was prolonged decides on its new last day`() throws {
    let prolonged = try given.met(
      1,
      .moved(
        Move(on: PartialDay(day("2026-11-24")), until: PartialDay(day("2026-11-25")), reason: "x")))
    let (act, fields) = Self.acts[0]
    try prolonged.when(act, fields, on: "2026-11-25").then("deliberation.adopted")
    try prolonged.when(act, fields, on: "2026-11-26").thenRefused("deliberation-outside-meeting")
  }

  @Test func `A meeting that opened late decides from its opening, past its planned end too`()
    throws
  {
    let late = try Given(rules: .sample).admitted("AT BE BG").planned(1, from: "2026-11-20")
      .met(
        1,
        .opened(
          Opening(
            on: PartialDay(day("2026-11-23")),
            present: try ["AT", "BE", "BG"].map { try #require(MemberID($0)) })))
    let (act, fields) = Self.acts[0]
    try late.when(act, fields, on: "2026-11-20").thenRefused("deliberation-outside-meeting")
    try late.when(act, fields, on: "2026-11-23").then("deliberation.adopted")
    try late.when(act, fields, on: "2026-11-24").thenRefused("deliberation-outside-meeting")
  }

  @Test func `A past that knows the month only decides in that month`() throws {
    let past = try Given(rules: .sample).admitted("AT").planned(
      2, from: "2017-04", until: "2017-04")
    let (act, fields) = Self.acts[0]
    let own = fields.merging(["meeting": "plenary-2"]) { $1 }
    for (day, isRight) in [
      ("2017-03-31", false), ("2017-04-01", true), ("2017-04-30", true), ("2017-05-01", false),
      ("2017", true), ("2017-04", true), ("2016", false), ("2018", false),
    ] {
      let outcome = try past.when(act, own, on: day, takenOver: true)
      if isRight {
        #expect(try outcome.result.get().events.count == 1, "\(day)")
      } else {
        let refusal = try outcome.thenRefused("deliberation-outside-meeting")
        #expect(refusal.ways.map(\.code) == ["give-day-of-meeting"], "\(day)")
      }
    }
  }

  @Test func `A past that knows the first day only decides on it or later`() throws {
    let past = try Given(rules: .sample).admitted("AT").planned(2, from: "2017-04-06")
    let (act, fields) = Self.acts[0]
    let own = fields.merging(["meeting": "plenary-2"]) { $1 }
    try past.when(act, own, on: "2017-04-05", takenOver: true)
      .thenRefused("deliberation-outside-meeting")
    for day in ["2017-04-06", "2017-04-07", "2017-05-01"] {
      let decision = try past.when(act, own, on: day, takenOver: true).result.get()
      #expect(decision.events.count == 1, "\(day)")
    }
    let closed = try past.met(2, .closed(Closing(on: PartialDay(day("2017-04-07")), time: nil)))
    try closed.when(act, own, on: "2017-04-08", takenOver: true)
      .thenRefused("deliberation-outside-meeting")
  }

  @Test func `A past meeting of which no day is known decides on any`() throws {
    let unknown = try Given(rules: .sample).admitted("AT").planned(2, from: nil)
      .met(2, .held(Holding(by: PartialDay(day("2025-12-31")))))
    let (act, fields) = Self.acts[0]
    let own = fields.merging(["meeting": "plenary-2"]) { $1 }
    for day in ["2016-06-09", "2025-12-31"] {
      let decision = try unknown.when(act, own, on: day, takenOver: true).result.get()
      #expect(decision.events.map(\.event.type) == ["deliberation.adopted"], "\(day)")
    }
  }
}
