import EventStore
import Plugins
import TestKit
import Testing
import Values

@testable import Governance

/// What has been set counts for every act from its day on, and for those who ask again.
@Suite struct ParameterInForceTests {
  private func network(_ edits: [(String, String)] = [], adding: String = "") throws
    -> SampleNetwork
  {
    let text = try SampleRules.parametered(edits)
    guard !adding.isEmpty else { return try SampleNetwork(under: text) }
    let guards = try YAML.parse(adding, file: "guards.yaml").json
    var fields = try #require(text.fields)
    for member in try #require(guards.fields).members { fields[member.name] = member.value }
    let network = try SampleNetwork(under: .object(fields))
    return network
  }

  @discardableResult
  private func set(
    _ value: String, of name: String = "notice", on day: String, in network: SampleNetwork
  ) throws -> Answer {
    try network.record("parameter set", ["parameter": [name], "value": [value]], on: day)
  }

  private func admit(_ members: [String], to network: SampleNetwork) throws {
    for member in members {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
  }

  private func expectRechecked(_ network: SampleNetwork) throws {
    let outcomes = try Recheck.outcomes(of: nil, in: network.log)
    #expect(outcomes.filter { $0.value != .same }.keys.sorted() == [])
  }

  @Test func `A longer notice stands against a convocation from its day on, and not before`() throws
  {
    let network = try network()
    try set("P21D", on: "2026-03-01", in: network)
    let before = try network.convene("plenary-1", for: "2026-03-15", on: "2026-02-28")
    #expect(before.verdict == .accepted)
    let after = try network.convene("plenary-2", for: "2026-03-16", on: "2026-03-01")
    #expect(after.verdict == .refused)
    #expect(after.reasons.refusals.first?.rule == "series.plenary.notice")
    let late = try network.convene("plenary-3", for: "2026-03-22", on: "2026-03-01")
    #expect(late.verdict == .accepted)
    try expectRechecked(network)
  }

  @Test func `The digest that is kept with an act stays that of the version`() throws {
    let network = try network()
    let set = try set("P21D", on: "2026-03-01", in: network)
    let convened = try network.convene("plenary-1", for: "2026-06-01", on: "2026-04-01")
    let digest = Digest.sha256(try SampleRules.parametered().canonical)
    #expect(try network.log.command(set.command)?.rules == digest)
    #expect(try network.log.command(convened.command)?.rules == digest)
  }

  /// Five members: three are more than one half, and not more than 7/10.
  private func convened(_ edits: [(String, String)] = []) throws -> SampleNetwork {
    let network = try network(edits)
    try admit(["PT", "ES", "MT", "FR", "IT"], to: network)
    try network.convene("plenary-1", for: "2026-04-20", on: "2026-02-02")
    try set("7/10", of: "quorum", on: "2026-03-01", in: network)
    return network
  }

  @Test func `A meeting that was convened before keeps the quorum of its convocation`() throws {
    let network = try convened()
    #expect(try network.open("plenary-1", on: "2026-04-20").verdict == .accepted)
    try network.convene("plenary-2", for: "2026-04-25", on: "2026-03-02")
    let second = try network.open("plenary-2", on: "2026-04-25")
    #expect(second.verdict == .refused)
    #expect(second.reasons.refusals.first?.rule == "bodies.plenary.quorum")
    try expectRechecked(network)
  }

  @Test func `Rules that take over what is in progress take over the values too`() throws {
    let network = try convened(SampleRules.adopting)
    let opened = try network.open("plenary-1", on: "2026-04-20")
    #expect(opened.verdict == .refused)
    #expect(opened.reasons.refusals.first?.rule == "bodies.plenary.quorum")
    try expectRechecked(network)
  }

  @Test func `Rules that the network wrote itself see the value of the day`() throws {
    let network = try network(adding: SampleRules.ceiling)
    try admit(["PT", "ES", "MT"], to: network)
    func fourth(_ day: String) throws -> Verdict {
      try network.record(
        "member admit", ["member": ["FR"], "class": ["member"]], on: day, mode: .trial
      ).verdict
    }
    #expect(try fourth("2026-05-01") == .refused)
    try set("4", of: "ceiling", on: "2026-05-01", in: network)
    #expect(try fourth("2026-05-01") == .accepted)
    #expect(try fourth("2026-04-30") == .refused)
    try expectRechecked(network)
  }

  @Test func `Acts of one import see what an act before them set`() throws {
    let network = try network(adding: SampleRules.ceiling)
    let entries = try [
      ("parameter set", ["parameter": ["ceiling"], "value": ["1"]], "2026-02-01"),
      ("member admit", ["member": ["PT"], "class": ["member"]], "2026-02-01"),
      ("member admit", ["member": ["ES"], "class": ["member"]], "2026-02-01"),
    ].map { name, fields, day in
      (try ActInput(#require(ActCatalogue.command(named: name)).kind, fields), day)
    }
    var verdicts: [Verdict] = []
    try network.log.rehearse(now: SampleNetwork.now) { transaction in
      var session = Session(
        transaction, panel: GuardPanel(zones: .utc), inForce: RulesInForce())
      for (input, day) in entries {
        let request = ActRequest(
          id: .random(), input: input, actor: "secretariat",
          effective: try #require(PartialDay(day)), today: SampleNetwork.today)
        verdicts.append(try session.answer(request).verdict)
      }
    }
    #expect(verdicts == [.accepted, .accepted, .refused])
  }

  @Test func `A new version of the rules keeps the value, and gives it up beyond its bounds`()
    throws
  {
    let network = try network()
    try admit(["PT", "ES", "MT"], to: network)
    try set("P40D", on: "2026-01-15", in: network)
    try network.convene("plenary-1", for: "2026-03-20", on: "2026-01-20")
    try network.open("plenary-1", on: "2026-03-20")
    try network.adopt(try SampleRules.parametered(version: "1.1.0"), from: "2026-03-21")
    #expect(
      try network.convene("plenary-2", for: "2026-04-25", on: "2026-03-22").verdict == .refused)
    let narrow = [("min: P7D, max: P2M", "min: P7D, max: P30D")]
    try network.adopt(try SampleRules.parametered(narrow, version: "1.2.0"), from: "2026-03-23")
    #expect(
      try network.convene("plenary-3", for: "2026-04-25", on: "2026-03-23").verdict == .accepted)
    try expectRechecked(network)
  }

  @Test func `A change that is corrected counts as corrected, and one that is struck not at all`()
    throws
  {
    let network = try network()
    let event = try #require(
      try set("P21D", on: "2026-03-01", in: network).events.first?.position)
    func convene() throws -> Verdict {
      let plan = try network.record(
        "meeting plan", ["series": ["plenary"], "from": ["2026-03-25"]], on: "2026-03-02")
      let meeting = try #require(plan.events.first?.stream.dropFirst("meeting-".count))
      return try network.record("meeting convene", ["meeting": [String(meeting)]], on: "2026-03-02")
        .verdict
    }
    func correct(_ fields: [String: [String]]) throws -> Answer {
      let common = ["event": ["\(event)"], "reason": ["Typing error"]]
      return try network.record("event correct", common.merging(fields) { $1 }, on: "2026-03-02")
    }
    #expect(try convene() == .accepted)
    #expect(try correct(["set": ["value=P30D"]]).verdict == .accepted)
    #expect(try convene() == .refused)
    #expect(
      try correct(["set": ["value=P1D"]]).reasons.refusals.map(\.code)
        == ["parameter-beyond-bounds"])
    #expect(throws: Refusal.self) { try correct(["set": ["value=soon"]]) }
    #expect(throws: Refusal.self) { try correct(["set": ["name=quorum"]]) }
    #expect(try convene() == .refused)
    #expect(try correct(["strike": ["true"]]).verdict == .accepted)
    #expect(try convene() == .accepted)
    try expectRechecked(network)
  }

  @Test func `What if other rules had decided asks them with the same values`() throws {
    let network = try network()
    try set("P21D", on: "2026-03-01", in: network)
    try network.convene("plenary-1", for: "2026-03-22", on: "2026-03-01")
    func lines(_ edits: [(String, String)]) throws -> [String] {
      let rules = try PluginFile.load(
        resolved: SampleRules.parametered(edits, version: "1.1.0"))
      return try WhatIf(rules).report(on: network.log).differences.map {
        "\($0.kind.rawValue) \($0.act)"
      }
    }
    #expect(try lines([("default: P14D", "default: P30D")]) == [])
    #expect(
      try lines([("notice: {period: {param: notice},", "notice: {period: P30D,")])
        == ["refused meeting convene"])
    let narrow = [("default: P14D, min: P7D, max: P2M", "default: P20D, min: P7D, max: P20D")]
    #expect(try lines(narrow) == ["refused parameter set"])
  }

  @Test func `A refused value changes nothing`() throws {
    let network = try network()
    let answer = try set("P1D", on: "2026-03-01", in: network)
    #expect(answer.verdict == .refused && answer.events.isEmpty)
    #expect(try network.log.streams(in: "parameter").isEmpty)
    #expect(
      try network.convene("plenary-1", for: "2026-03-15", on: "2026-03-01").verdict == .accepted)
    try expectRechecked(network)
  }
}
