import Governance
import TestKit
import Testing
import Values

/// What is to be said of a decision outside a meeting, from its events alone.
@Suite struct ProcedureRecordTests {
  private static let members = ["ES", "FR", "PT"]

  private func decided(
    _ rule: String, _ acts: [Act], _ edits: [(String, String)] = []
  ) throws -> DecidedProcedure? {
    let network = try self.network(rule, acts, edits)
    return try DecidedProcedure(
      try #require(DeliberationID("D-1")), in: network.log, zones: .utc)
  }

  /// The same by the procedure, whatever came of it.
  private func ended(_ rule: String, _ acts: [Act]) throws -> DecidedProcedure? {
    let network = try self.network(rule, acts)
    return try DecidedProcedure(
      of: try #require(ProcedureID("P-1")), in: network.log, zones: .utc)
  }

  /// A network of three with a procedure, and what is recorded of it.
  private func network(
    _ rule: String, _ acts: [Act], _ edits: [(String, String)] = []
  ) throws -> SampleNetwork {
    let network = try SampleNetwork(under: SampleRules.withProcedures(edits))
    for member in Self.members {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.record(
      "procedure open",
      ["rule": [rule], "title": ["Guide"], "text": ["It is adopted."], "time": ["09:00"]],
      on: "2026-03-02")
    for act in acts {
      try network.record(
        act.command, act.fields.merging(["procedure": ["P-1"]]) { $1 }, on: act.day)
    }
    return network
  }

  private typealias Act = (command: String, fields: [String: [String]], day: String)

  private static let silence: [Act] = [
    ("procedure notify", ["time": ["10:00"], "way": ["e-mail"]], "2026-03-02"),
    ("procedure close", [:], "2026-03-17"),
  ]

  private func codes(_ decided: DecidedProcedure?) -> [String] {
    decided?.record.statements.map(\.code) ?? []
  }

  private func value(_ code: String, _ key: String, _ decided: DecidedProcedure?) -> Failure.Value?
  {
    decided?.record.statements.first { $0.code == code }?.values[key]
  }

  @Test func `A silence is told from the text to the outcome`() throws {
    let decided = try decided("silence", Self.silence)
    #expect(
      codes(decided) == [
        "matter", "text", "procedure-put", "procedure-ended", "procedure-silence", "outcome",
      ])
    #expect(value("procedure-put", "n", decided) == .int(3))
    #expect(value("procedure-put", "told", decided) == .int(3))
    #expect(value("procedure-ended", "on", decided) == .day(day("2026-03-16")))
    #expect(value("procedure-ended", "time", decided) == .text("10:00"))
    #expect(value("procedure-silence", "n", decided) == .int(0))
    #expect(value("outcome", "outcome", decided) == .text("adopted"))
  }

  @Test func `What came after the end is told, and that it was published`() throws {
    let more: [Act] =
      Self.silence + [
        ("procedure object", ["member": ["FR"]], "2026-03-18"),
        ("procedure publish", ["identifier": ["7"]], "2026-03-19"),
      ]
    let decided = try decided("silence", more)
    #expect(value("procedure-late", "member", decided) == .text("FR"))
    #expect(value("procedure-published", "identifier", decided) == .text("7"))
    #expect(value("procedure-published", "named", decided) == .text("yes"))
  }

  @Test func `A silence that was broken and went on says who objected and took it back`() throws {
    let resumes = ("count: 1, then: next_meeting,", "count: 1, then: next_meeting, resumes: true,")
    let decided = try decided(
      "silence",
      [
        Self.silence[0], ("procedure object", ["member": ["FR"]], "2026-03-03"),
        ("procedure retract", ["member": ["FR"], "reason": ["Point 2 is clear"]], "2026-03-04"),
        Self.silence[1],
      ], [resumes])
    #expect(
      codes(decided) == [
        "matter", "text", "procedure-put", "procedure-ended", "procedure-retracted",
        "procedure-silence", "outcome",
      ])
    #expect(value("procedure-retracted", "member", decided) == .text("FR"))
    #expect(value("procedure-retracted", "on", decided) == .day(day("2026-03-04")))
    #expect(value("procedure-retracted", "reason", decided) == .text("Point 2 is clear"))
    #expect(value("procedure-retracted", "resumes", decided) == .text("yes"))
    #expect(value("procedure-silence", "retracted", decided) == .text("yes"))
    #expect(
      decided?.record.statements.first { $0.code == "procedure-retracted" }?.events.count == 2)
  }

  @Test func `A vote by letter has its numbers and its roll`() throws {
    let decided = try decided(
      "plain",
      [
        ("procedure answer", ["names": ["PT=for", "ES=for", "FR=against"]], "2026-03-03"),
        ("procedure close", [:], "2026-03-04"),
      ])
    #expect(value("vote", "for", decided) == .int(2))
    #expect(value("vote", "against", decided) == .int(1))
    #expect(value("vote", "needed", decided) == .int(2))
    #expect(value("roll", "for", decided) == .list(["ES", "PT"]))
    #expect(!codes(decided).contains("procedure-silence"))
  }

  // MARK: - Nothing decided

  private static let notified: Act =
    ("procedure notify", ["time": ["10:00"], "way": ["e-mail"]], "2026-03-02")

  @Test func `A broken silence is told with who broke it, in whose words, and what follows`()
    throws
  {
    let ended = try ended(
      "silence",
      [
        Self.notified,
        (
          "procedure object", ["member": ["FR"], "text": ["Too far."], "time": ["11:00"]],
          "2026-03-05"
        ),
      ])
    #expect(
      codes(ended) == [
        "matter", "text", "procedure-put", "procedure-until", "procedure-objection-worded",
        "procedure-broken",
      ])
    #expect(value("procedure-objection-worded", "member", ended) == .text("FR"))
    #expect(value("procedure-objection-worded", "text", ended) == .text("Too far."))
    #expect(value("procedure-broken", "on", ended) == .day(day("2026-03-05")))
    #expect(value("procedure-broken", "then", ended) == .text("next_meeting"))
    #expect(value("matter", "deliberation", ended) == .text("P-1"))
    #expect(ended?.record.deliberation == nil)
    #expect(ended?.record.position == ended?.record.procedure.breaking?.position)
  }

  @Test func `A vote that lapsed is told with how many answered, and not how`() throws {
    let ended = try ended(
      "written",
      [
        ("procedure consent", ["agreed": ["ES", "FR"], "time": ["10:00"]], "2026-03-02"),
        ("procedure answer", ["names": ["PT=for"]], "2026-03-03"),
        ("procedure close", [:], "2026-03-17"),
      ])
    #expect(codes(ended).suffix(2) == ["procedure-ended", "procedure-lapsed"])
    #expect(value("procedure-lapsed", "n", ended) == .int(1))
    #expect(value("procedure-lapsed", "addressees", ended) == .int(3))
    #expect(!codes(ended).contains("roll") && !codes(ended).contains("vote"))
  }

  @Test func `A procedure taken back says why, and one that goes on that nothing is decided`()
    throws
  {
    let withdrawn = try ended(
      "silence",
      [Self.notified, ("procedure withdraw", ["reason": ["The draft was old"]], "2026-03-05")])
    #expect(codes(withdrawn).last == "procedure-withdrawn")
    #expect(value("procedure-withdrawn", "reason", withdrawn) == .text("The draft was old"))
    let running = try ended(
      "plain", [("procedure answer", ["names": ["PT=for"]], "2026-03-03")])
    #expect(
      codes(running) == [
        "matter", "text", "procedure-put", "procedure-until", "procedure-ongoing",
      ])
    #expect(value("procedure-ongoing", "stage", running) == .text("running"))
    let waiting = try ended("silence", [])
    #expect(value("procedure-ongoing", "stage", waiting) == .text("waiting"))
  }

  @Test func `A procedure that decided is told as its decision is`() throws {
    let (byProcedure, byDecision) = (
      try ended("silence", Self.silence), try decided("silence", Self.silence)
    )
    #expect(byProcedure?.record.statements == byDecision?.record.statements)
    #expect(byProcedure?.record.position == byDecision?.record.deliberation?.position)
  }

  @Test func `Each sentence names events that are about it`() throws {
    let decided = try #require(try decided("silence", Self.silence))
    for statement in decided.record.statements { #expect(!statement.events.isEmpty) }
    let places = decided.record.statements.map(\.place)
    #expect(Set(places).count == places.count)
  }

  @Test func `What was not decided, or decided in a meeting, has no such record`() throws {
    let undecided = try decided("silence", [])
    #expect(undecided?.record.statements == nil)
    let network = try SampleSitting.network()
    let id = try #require(DeliberationID("D-1"))
    let taken = try DecidedProcedure(id, in: network.log, zones: .utc)
    #expect(taken?.record.statements == nil)
  }
}
