import EventStore
import Plugins
import TestKit
import Testing
import Values

@testable import Governance

/// What a plan tells those who will vote on rules.
@Suite struct RulesPlanTests {
  private static func plan(
    _ edits: [(String, String)], on network: SampleNetwork, from day: String = "2027-01-01"
  ) throws -> RulesPlan {
    try RulesPlan(
      SampleRules.amendedRules(edits), from: #require(Day(day)), today: SampleNetwork.today,
      on: network.log)
  }

  @Test func `A plan names both versions, the end of the log and the changes`() throws {
    let network = try SampleNetwork.sitting()
    let plan = try Self.plan(SampleRules.strict, on: network)
    #expect(plan.inForce.version == "1.0.0" && plan.planned.version == "1.1.0")
    #expect(plan.head == (try network.log.head()))
    #expect(plan.changes.map(\.key) == ["bodies.plenary.decides.default"])
    #expect(plan.electorates["plenary"] == 3)
  }

  @Test func `A plan made on the same rules changes nothing`() throws {
    let network = try SampleNetwork.sitting()
    let plan = try RulesPlan(
      SampleRules.rules(), from: #require(Day("2027-01-01")), today: SampleNetwork.today,
      on: network.log)
    #expect(plan.changes.isEmpty && plan.past.differences.isEmpty)
    #expect(plan.affected.bodies.isEmpty && plan.affected.members == 0 && plan.affected.all == 3)
  }

  @Test func `The past of a plan is what a simulation over the whole log shows`() throws {
    let network = try SampleNetwork.sitting()
    try network.vote(2, against: 1, on: "2026-03-20")
    try network.vote(3, against: 0, on: "2026-03-20")
    let plan = try Self.plan(SampleRules.strict, on: network)
    let simulated = try WhatIf(SampleRules.amendedRules(SampleRules.strict)).report(on: network.log)
    #expect(plan.past.differences.map(\.json) == simulated.differences.map(\.json))
    #expect(plan.past.differences.map(\.subject) == ["D-1"])
  }

  @Test func `A plan for a day before the founding has nothing to compare with`() throws {
    let network = try SampleNetwork()
    let failure = #expect(throws: Failure.self) {
      try Self.plan(SampleRules.strict, on: network, from: "2016-06-08")
    }
    #expect(failure?.code == .dayBeforeRules)
  }

  // MARK: - What is open

  private static func busy() throws -> SampleNetwork {
    let network = try SampleNetwork.sitting()
    let put = { (title: String) in
      ["meeting": ["plenary-1"], "title": [title], "reason": ["No papers"]]
    }
    try network.record("deliberation defer", put("Budget"), on: "2026-03-20")
    try network.record("deliberation defer", put("Seal"), on: "2026-03-20")
    try network.record(
      "deliberation record",
      ["meeting": ["plenary-1"], "title": ["Seal"], "for": ["3"]], on: "2026-03-21")
    try network.record(
      "programme draft", ["title": ["Work"], "from": ["2026-04-01"]], on: "2026-03-22")
    try network.convene("plenary-2", for: "2026-06-01", on: "2026-04-01")
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-09-01"]], on: "2026-04-01")
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-10-01"]], on: "2026-04-01")
    try network.record(
      "meeting cancel", ["meeting": ["plenary-4"], "reason": ["No host"]], on: "2026-04-02")
    return network
  }

  private static func line(_ matter: OpenMatter, _ plan: RulesPlan) -> String {
    "\(matter.id) \(matter.stage.rawValue) \(matter.body ?? "-") \(matter.since) "
      + (plan.keeps(matter) ? "keeps" : "changes")
  }

  @Test func `Open meetings, drafts and matters put off are listed; what is settled is not`() throws
  {
    let plan = try Self.plan(SampleRules.strict, on: Self.busy())
    #expect(
      plan.open.map { Self.line($0, plan) } == [
        "plenary-1 open plenary 2026-03-20 keeps",
        "plenary-2 convened plenary 2026-04-01 keeps",
        "plenary-3 planned plenary 2026-04-01 changes",
        "programme-1 drafted plenary 2026-03-22 keeps",
        "D-1 deferred plenary 2026-03-20 changes",
      ])
  }

  @Test func `Rules that take over keep nothing`() throws {
    let plan = try Self.plan(SampleRules.strict + SampleRules.adopting, on: Self.busy())
    #expect(plan.open.count == 5 && plan.open.allSatisfy { !plan.keeps($0) })
  }

  @Test func `What began on the first day of the rules, or after it, is decided by them`() throws {
    let plan = try Self.plan(SampleRules.strict, on: Self.busy(), from: "2026-04-01")
    let kept = plan.open.filter { plan.keeps($0) }.map(\.id)
    #expect(kept == ["plenary-1", "programme-1"])
  }

  // MARK: - Who is affected

  struct Row: Sendable {
    let name: String
    let edits: [(String, String)]
    let bodies: [String]
    let classes: [String]
    let members: Int
  }

  @Test(arguments: [
    Row(name: "majority", edits: SampleRules.strict, bodies: ["plenary"], classes: [], members: 3),
    Row(name: "notice", edits: [("P14D", "P15D")], bodies: ["plenary"], classes: [], members: 3),
    Row(
      name: "rotation", edits: [("chair_period: P6M", "chair_period: P1Y")], bodies: ["board"],
      classes: [], members: 3),
    Row(
      name: "elected", edits: [("min: 2, max: 3", "min: 1, max: 3")], bodies: ["bureau"],
      classes: [], members: 0),
    Row(
      name: "rights",
      edits: [("observer: {may: [attend, speak, receive]", "observer: {may: [attend, speak]")],
      bodies: [], classes: ["observer"], members: 1),
    Row(
      name: "new class",
      edits: [("observer: {may", "guest: {may: [attend], source: charter}\n      observer: {may")],
      bodies: [], classes: ["guest"], members: 0),
    Row(
      name: "seats",
      edits: [
        (
          "contact_point: {classes: [member], min: 1",
          "contact_point: {classes: [member, observer], min: 1"
        )
      ], bodies: [], classes: ["member", "observer"], members: 4),
    Row(
      name: "programme", edits: [("length: P2Y", "length: P3Y")], bodies: ["plenary"], classes: [],
      members: 3),
    Row(
      name: "subgroups", edits: [("longest: P2Y", "longest: P1Y")], bodies: ["plenary"],
      classes: [], members: 3),
    Row(
      name: "report", edits: [("within: P30D", "within: P40D")], bodies: ["plenary"], classes: [],
      members: 3),
    Row(
      name: "a source only",
      edits: [
        (
          "quorum: {more_than: 1/2, of: members, source: assumption",
          "quorum: {more_than: 1/2, of: members, source: charter"
        )
      ], bodies: [], classes: [], members: 0),
    Row(
      name: "time zone", edits: [("timezone: UTC", "timezone: Europe/Lisbon")], bodies: [],
      classes: [], members: 0),
  ])
  func `The bodies and classes of each change are named, with their members of today`(_ row: Row)
    throws
  {
    let network = try SampleNetwork.sitting()
    try network.record("member admit", ["member": ["CH"], "class": ["observer"]], on: "2026-01-10")
    let affected = try Self.plan(row.edits, on: network).affected
    #expect(affected.bodies == row.bodies, "\(row.name)")
    #expect(affected.classes == row.classes, "\(row.name)")
    #expect(affected.members == row.members, "\(row.name)")
    #expect(affected.all == 4)
  }

  // MARK: - What is needed

  @Test func `The body that decides on rules is named with its majority of today`() throws {
    let plan = try Self.plan(SampleRules.strict, on: SampleNetwork.sitting())
    let needed = try #require(plan.needs.first)
    #expect(plan.needs.count == 1)
    #expect(needed.body == "plenary" && needed.matter == "rules")
    #expect(needed.clause == "bodies.plenary.decides.rules" && needed.method == .vote)
    #expect(needed.needed == 2 && needed.of == 3)
    #expect(needed.threshold == Threshold(.atLeast, .twoThirds))
  }

  @Test func `It is the rules in force that say so, and not those planned`() throws {
    let network = try SampleNetwork.sitting()
    let plan = try Self.plan([("rules: {at_least: 2/3", "rules: {at_least: 3/4")], on: network)
    #expect(plan.needs.first?.threshold == Threshold(.atLeast, .twoThirds))
  }

  @Test func `Without a rule on rules the default stands in, of every body that decides`() throws {
    var rules = Rules.sample
    rules.bodies[0].decisions.removeAll { $0.matter == "rules" }
    rules.bodies[1].decisions = [rules.bodies[0].decisions[0]]
    let needs = NeededMajority.all(under: rules, ["plenary": 10])
    #expect(needs.map(\.body) == ["plenary", "board"])
    #expect(needs.map(\.matter) == ["default", "default"])
    #expect(needs.map(\.needed) == [6, nil])
  }

  @Test(arguments: [
    (["rules", "default"], ["default"], ["plenary"]), (["default"], ["rules"], ["board"]),
    (["rules"], ["rules", "default"], ["plenary", "board"]),
    (["default"], ["default"], ["plenary", "board"]), (["names"], ["rules"], ["board"]),
  ])
  func `A body with a rule on rules leaves out those that have only others`(
    _ row: (plenary: [String], board: [String], named: [String])
  ) throws {
    var rules = Rules.sample
    let sample = try #require(rules.bodies[0].decisions.first)
    for (index, matters) in [row.plenary, row.board].enumerated() {
      rules.bodies[index].decisions = matters.map { matter in
        var decision = sample
        decision.matter = matter
        return decision
      }
    }
    #expect(NeededMajority.all(under: rules, [:]).map(\.body) == row.named)
  }

  @Test func `Where no body decides, nothing is needed that could be had`() {
    var rules = Rules.sample
    for index in rules.bodies.indices { rules.bodies[index].decisions = [] }
    #expect(NeededMajority.all(under: rules, [:]).isEmpty)
  }

  @Test func `A majority of votes cast has no number before the vote`() {
    var rules = Rules.sample
    let index = rules.bodies[0].decisions.firstIndex { $0.matter == "rules" } ?? 0
    rules.bodies[0].decisions[index].base = .votesCast
    let needs = NeededMajority.all(under: rules, ["plenary": 10])
    #expect(needs.map(\.needed) == [nil] && needs.map(\.of) == [nil])
  }
}
