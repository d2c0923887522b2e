import Governance
import Plugins
import TestKit
import Testing
import Values

/// Quorum two thirds; a second meeting two weeks later with one half.
///
/// Source: chaoss/community, pull request 81.
@Suite struct SecondCallTests {
  private static let members = "AT BE BG CZ DE EE"

  static let rule = [
    (
      "quorum: {more_than: 1/2, of: members, source: assumption}",
      "quorum: {at_least: 2/3, of: members, source: assumption, "
        + "second_call: {after: P14D, at_least: 1/2, source: assumption}}"
    )
  ]
  private static let clause = "bodies.plenary.quorum.second_call"

  private func given(_ edits: [(String, String)] = Self.rule) throws -> Given {
    try Given(rules: SampleRules.amendedRules(edits)).admitted(Self.members)
      .planned(1, from: "2026-11-02").convened(1, on: "2026-10-01")
  }

  /// The first meeting could not be opened, and the second one is planned for a day.
  private func second(_ from: String, _ edits: [(String, String)] = Self.rule) throws -> Given {
    try given(edits).planned(2, from: from)
  }

  private let call = ["meeting": "plenary-2", "second-call-of": "plenary-1"]

  @Test func `A second meeting is called under its clause, two weeks after the first`() throws {
    let decision = try second("2026-11-23")
      .when("meeting convene", call, on: "2026-11-03", today: "2026-11-03")
      .then("meeting.convened", ["second_call_of": "plenary-1"])
    let derivation = try #require(decision.derivations.first { $0.question == "second-call" })
    #expect(derivation.clause.id == Self.clause && derivation.holds)
    #expect(derivation.inputs["former_day"] == "2026-11-02")
    #expect(derivation.inputs["earliest_meeting"] == "2026-11-16")
    #expect(derivation.inputs["threshold"] == "1/2" && derivation.inputs["period"] == "P14D")
    #expect(decision.derivations.map(\.question) == ["second-call", "notice"])
  }

  @Test func `A convocation that is no second call says nothing of one`() throws {
    let decision = try second("2026-11-23")
      .when("meeting convene", ["meeting": "plenary-2"], on: "2026-11-03")
      .then("meeting.convened")
    #expect(decision.events.first?.event.data["second_call_of"] == nil)
    #expect(decision.derivations.map(\.question) == ["notice"])
  }

  @Test(arguments: [("2026-11-15", false), ("2026-11-16", true)])
  func `Between both lie the days of the rule, to the day`(
    _ row: (from: String, isLawful: Bool)
  ) throws {
    let edits = Self.rule + [("notice: {period: P14D,", "notice: {period: P1D,")]
    let outcome = try second(row.from, edits).when("meeting convene", call, on: "2026-11-03")
    guard !row.isLawful else {
      try outcome.then("meeting.convened")
      return
    }
    let refusal = try outcome.thenRefused("second-call-too-early", clause: Self.clause)
    #expect(refusal.values["earliest"] == .day(try #require(Day("2026-11-16"))))
    #expect(refusal.ways.map(\.code) == ["earliest-lawful-day", "move-to-day"])
    #expect(refusal.derivation?.holds == false)
  }

  @Test(arguments: [
    ("AT BE BG", 3, true), ("AT BE", 2, false), ("AT BE BG CZ", 4, true),
  ])
  func `The second meeting opens with the lower number, and its clause is named`(
    _ row: (present: String, found: Int, holds: Bool)
  ) throws {
    let called = try second("2026-11-23").convened(2, on: "2026-11-03", after: "plenary-1")
    let outcome = try called.when(
      "meeting open",
      ["meeting": "plenary-2", "present": row.present.split(separator: " ").joined(separator: ",")])
    guard row.holds else {
      let refusal = try outcome.thenRefused("quorum-missing", clause: Self.clause)
      #expect(refusal.values["needed"] == .int(3) && refusal.values["found"] == .int(row.found))
      return
    }
    let decision = try outcome.then("meeting.opened")
    #expect(decision.derivations.map(\.clause.id) == [Self.clause])
    #expect(
      decision.events.first?.event.data["quorum"] == [
        "needed": 3, "found": .int(Int64(row.found)), "base": 6,
      ])
  }

  @Test func `Under the usual quorum the same delegations are too few`() throws {
    let called = try second("2026-11-23").convened(2, on: "2026-11-03")
    let refusal =
      try called
      .when("meeting open", ["meeting": "plenary-2", "present": "AT,BE,BG"])
      .thenRefused("quorum-missing", clause: "bodies.plenary.quorum")
    #expect(refusal.values["needed"] == .int(4))
  }

  @Test func `A vote at the second meeting asks for the lower quorum too`() throws {
    let sitting = try second("2026-11-23").convened(2, on: "2026-11-03", after: "plenary-1")
      .opened(2, present: "AT BE BG")
    let fields = ["meeting": "plenary-2", "title": "Guide", "consensus": "true"]
    let decision = try sitting.when("deliberation record", fields).then("deliberation.adopted")
    #expect(decision.derivations.first?.clause.id == Self.clause)
    try sitting.met(2, .departed(Departure(member: #require(MemberID("BG")), time: nil)))
      .when("deliberation record", fields)
      .thenRefused("quorum-missing", clause: Self.clause)
  }

  @Test func `Where the rule asks for no quorum, the second meeting opens with whoever comes`()
    throws
  {
    let edits = [
      (
        "quorum: {more_than: 1/2, of: members, source: assumption}",
        "quorum: {more_than: 1/2, of: members, source: assumption, "
          + "second_call: {after: P15D, quorum: none, source: assumption}}"
      )
    ]
    let called = try second("2026-11-23", edits).convened(2, on: "2026-11-03", after: "plenary-1")
    let decision =
      try called
      .when("meeting open", ["meeting": "plenary-2", "present": "AT"]).then("meeting.opened")
    #expect(decision.derivations.isEmpty)
    #expect(decision.events.first?.event.data["quorum"] == nil)
  }

  @Test func `Rules without a second call refuse one, with the clause of the quorum`() throws {
    let refusal = try second("2026-11-23", []).when("meeting convene", call, on: "2026-11-03")
      .thenRefused("second-call-unruled", clause: "bodies.plenary.quorum")
    #expect(refusal.ways.map(\.code) == ["convene-anew", "adopt-rules"])
  }

  @Test func `A meeting whose day has not come did not lack its quorum`() throws {
    try second("2026-11-23").when("meeting convene", call, on: "2026-11-01")
      .thenRefused("second-call-unfounded")
    try second("2026-11-23").when("meeting convene", call, on: "2026-11-02")
      .then("meeting.convened")
  }

  @Test(arguments: [("2026-11-01", false), ("2026-11-02", true)])
  func `One that was cancelled lacked it only when its day had come`(
    _ row: (day: String, isFounded: Bool)
  ) throws {
    let on = try #require(PartialDay(row.day))
    let cancelled = try second("2026-11-23")
      .met(1, .cancelled(Cancellation(on: on, reason: "No quorum")), on: row.day)
    let outcome = try cancelled.when("meeting convene", call, on: "2026-11-03")
    if row.isFounded {
      try outcome.then("meeting.convened")
    } else {
      try outcome.thenRefused("second-call-unfounded")
    }
  }

  @Test func `A meeting that ended with its quorum has no second call, and one that lost it has`()
    throws
  {
    let on = try #require(PartialDay("2026-11-02"))
    let held = try second("2026-11-23").opened(1, present: "AT BE BG CZ", on: "2026-11-02")
    let closed = try held.met(1, .closed(Closing(on: on, time: nil)), on: "2026-11-02")
    try closed.when("meeting convene", call, on: "2026-11-03").thenRefused("second-call-unfounded")
    let lost =
      try held
      .met(
        1, .departed(Departure(member: #require(MemberID("CZ")), time: nil)), on: "2026-11-02"
      ).met(1, .closed(Closing(on: on, time: nil)), on: "2026-11-02")
    try lost.when("meeting convene", call, on: "2026-11-03").then("meeting.convened")
  }

  @Test func `A second call is made once, and of a meeting that was none itself`() throws {
    let called = try second("2026-11-23").convened(2, on: "2026-11-03", after: "plenary-1")
      .planned(3, from: "2026-12-14")
    let made = try called.when(
      "meeting convene", ["meeting": "plenary-3", "second-call-of": "plenary-1"], on: "2026-11-24"
    ).thenRefused("second-call-made")
    #expect(made.values["other"] == .text("plenary-2"))
    try called.when(
      "meeting convene", ["meeting": "plenary-3", "second-call-of": "plenary-2"], on: "2026-11-24"
    ).thenRefused("second-call-again")
  }

  @Test func `A meeting is no second call of itself, nor of one that there is not`() throws {
    try second("2026-11-23").when(
      "meeting convene", ["meeting": "plenary-2", "second-call-of": "plenary-2"], on: "2026-11-03"
    ).thenRefused("second-call-elsewhere")
    try second("2026-11-23").when(
      "meeting convene", ["meeting": "plenary-2", "second-call-of": "plenary-9"], on: "2026-11-03"
    ).thenRefused("meeting-unknown")
  }
}

extension Given {
  fileprivate func convened(_ number: Int, on day: String, after former: String? = nil) throws
    -> Given
  {
    let convocation = Convocation(
      on: try #require(PartialDay(day)), agenda: [], isUrgent: false,
      secondCallOf: former.flatMap { MeetingID($0) })
    return try met(number, .convened(convocation), on: day)
  }

  fileprivate func opened(_ number: Int, present codes: String, on day: String = "2026-11-23")
    throws -> Given
  {
    let present = try codes.split(separator: " ").map { try #require(MemberID($0)) }
    return try met(
      number, .opened(Opening(on: #require(PartialDay(day)), present: present)), on: day)
  }
}
