import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// A subgroup that nobody renewed ends by itself, where the rules say how long after its mandate.
@Suite struct MandateEndTests {
  private let ai: SubgroupID
  private let fields = ["subgroup": "ai"]

  init() throws { ai = try #require(SubgroupID("ai")) }

  private func creation(until: String) throws -> SubgroupCreation {
    SubgroupCreation(
      title: "AI", mandate: "Study", from: PartialDay(day("2026-02-01")), until: day(until),
      deliberation: try #require(DeliberationID("D-1")), members: ["ES"].compactMap { MemberID($0) }
    )
  }

  /// A mandate until 24 October 2026 and thirty days more, so that 23 November is the last day.
  private func given(_ terms: String = SampleSubgroups.ending) throws -> Given {
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: "plenary", title: "x",
      method: .consensus)
    return try Given(rules: SampleSubgroups.rules(terms)).admitted("ES PT")
      .happened(.adopted(resolution), to: try #require(DeliberationID("D-1")))
      .happened(.created(try creation(until: "2026-10-24")), to: ai, on: "2026-02-01")
  }

  private func asked(_ more: [String: String]) -> [String: String] { fields.merging(more) { $1 } }

  // MARK: - What the rule lets happen

  @Test func `A last report is taken until the time after the mandate is over`() throws {
    let report = asked(["text": "What is left"])
    let inTime = try given().when("subgroup report", report, on: "2026-11-23")
      .then("subgroup.reported")
    #expect(inTime.notes.map(\.code) == ["mandate-over"])
    let refusal = try given().when("subgroup report", report, on: "2026-11-24")
      .thenRefused("subgroup-run-out", clause: "subgroups")
    #expect(
      refusal.values == [
        "subgroup": .text("ai"), "until": .day(day("2026-10-24")), "on": .day(day("2026-11-24")),
      ])
    #expect(refusal.ways.map(\.code) == ["tick-ends-subgroup", "new-mandate"])
    #expect(
      refusal.derivation.map { JSON.object($0.inputs) } == [
        "mandate_until": "2026-10-24", "ends_after": "P30D", "first_day_without": "2026-11-24",
      ])
  }

  @Test func `Until then it may be renewed, and not later`() throws {
    let renewal = asked(["by": "D-1", "until": "2027-06-30"])
    try given().when("subgroup amend", renewal, on: "2026-11-23").then("subgroup.amended")
    try given().when("subgroup amend", renewal, on: "2026-11-24")
      .thenRefused("subgroup-run-out", clause: "subgroups")
  }

  @Test(arguments: [
    ("subgroup coordinate", "2026-11-23", "mandate-over"),
    ("subgroup coordinate", "2026-11-24", "subgroup-run-out"),
    ("subgroup join", "2026-11-23", "mandate-over"),
    ("subgroup join", "2026-11-24", "subgroup-run-out"),
  ])
  func `Nothing new begins after the mandate, and the reason says how far it is over`(
    _ row: (act: String, day: String, code: String)
  ) throws {
    try given().when(row.act, asked(["member": "PT"]), on: row.day)
      .thenRefused(row.code, clause: "subgroups")
    try given().when(row.act, asked(["member": "PT"]), on: "2026-10-24")
      .then(row.act == "subgroup join" ? "subgroup.joined" : "subgroup.coordinated")
  }

  @Test func `An end that the rules ask for says so, and one before it does not`() throws {
    let due = try given().when("subgroup end", fields, on: "2026-11-24")
      .then("subgroup.ended", ["on": "2026-11-24"])
    #expect(due.derivations.map(\.question) == ["mandate-run-out"])
    #expect(due.derivations.first?.clause.id == "subgroups")
    for earlier in ["2026-11-23", "2026-05-01"] {
      let early = try given().when("subgroup end", fields, on: earlier).then("subgroup.ended")
      #expect(early.derivations == [])
    }
  }

  @Test func `Without the key a report is taken at any time, and nothing is due`() throws {
    try given(SampleSubgroups.terms)
      .when("subgroup report", asked(["text": "x"]), on: "2026-11-24").then("subgroup.reported")
    let rules = try SampleSubgroups.rules()
    #expect(try due(on: "2030-01-01", ledger(until: "2026-10-24")) { _ in rules } == [])
  }

  // MARK: - What is due

  private func ledger(
    until: String, then events: [(SubgroupEvent, String)] = []
  ) throws -> Ledger {
    var ledger = Ledger()
    let all = [(SubgroupEvent.created(try creation(until: until)), "2026-02-01")] + events
    for (index, step) in all.enumerated() {
      ledger.evolve(
        ai, with: step.0, at: Mark(position: Int64(index + 1), effective: day(step.1)))
    }
    return ledger
  }

  private func due(on text: String, _ ledger: Ledger, rules: DueRules) throws -> [String] {
    let today = day(text)
    return try DueCatalogue.due(
      by: Zone.utc.moment(on: today, microseconds: 0), on: today, in: ledger, under: rules
    ).map { "\($0.id) \($0.input.kind.name) \($0.effective?.description ?? "-")" }
  }

  private let end = "subgroup:ai:2026-11-24 subgroup end 2026-11-24"

  @Test func `The end is due from the first day without it, under one name for ever`() throws {
    let rules = try SampleSubgroups.rules(SampleSubgroups.ending)
    let ledger = try ledger(until: "2026-10-24")
    #expect(try due(on: "2026-11-23", ledger) { _ in rules } == [])
    #expect(try due(on: "2026-11-24", ledger) { _ in rules } == [end])
    #expect(try due(on: "2028-01-01", ledger) { _ in rules } == [end])
    #expect(try due(on: "2028-01-01", ledger) { _ in nil } == [])
  }

  @Test func `A renewed mandate ends later, and what has ended is due no more`() throws {
    let rules = try SampleSubgroups.rules(SampleSubgroups.ending)
    let renewal = SubgroupAmendment(
      on: PartialDay(day("2026-11-01")), deliberation: try #require(DeliberationID("D-2")),
      until: day("2026-12-31"))
    let renewed = try ledger(until: "2026-10-24", then: [(.amended(renewal), "2026-11-01")])
    #expect(try due(on: "2027-01-30", renewed) { _ in rules } == [])
    #expect(
      try due(on: "2027-01-31", renewed) { _ in rules } == [
        "subgroup:ai:2027-01-31 subgroup end 2027-01-31"
      ])
    let ending = SubgroupEnding(on: PartialDay(day("2026-06-01")), reason: nil)
    let ended = try ledger(until: "2026-10-24", then: [(.ended(ending), "2026-06-01")])
    #expect(try due(on: "2028-01-01", ended) { _ in rules } == [])
  }

  @Test func `Rules that came later end nothing before they were there`() throws {
    let with = try SampleSubgroups.rules(SampleSubgroups.ending)
    let without = try SampleSubgroups.rules()
    let ledger = try ledger(until: "2026-10-24")
    let change = day("2026-11-25")
    #expect(try due(on: "2027-01-01", ledger) { $0 < change ? without : with } == [])
    let earlier = day("2026-11-24")
    #expect(try due(on: "2027-01-01", ledger) { $0 < earlier ? without : with } == [end])
  }

  // MARK: - Through the log

  @Test func `A tick records the end once, as of its day`() throws {
    let network = try SampleSubgroups.network(terms: SampleSubgroups.ending)
    let amended = try SampleSubgroups.amend(network, ["until": ["2026-06-30"]])
    #expect(amended.verdict == .accepted)
    func tick() throws -> [Ticked] {
      try Registrar(network.log, zones: ZoneSource { _ in .utc }).tick(
        by: SampleNetwork.now, now: SampleNetwork.now, today: SampleNetwork.today, actor: "timer")
    }
    let ticked = try tick()
    #expect(
      ticked.flatMap(\.answer.events).map { "\($0.stream) \($0.type) \($0.effective)" } == [
        "subgroup-cloud subgroup.ended 2026-07-31"
      ])
    #expect(ticked.first?.answer.reasons.derivations.map(\.rule) == ["subgroups"])
    #expect(try tick().isEmpty)
    #expect(try network.keptStates() == network.foldedStates())
  }
}
