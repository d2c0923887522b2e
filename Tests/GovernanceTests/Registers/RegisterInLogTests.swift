import EventStore
import Plugins
import TestKit
import Testing
import Values

@testable import Governance

/// Events that only the network has go through the log as the program's own do.
@Suite struct RegisterInLogTests {
  static let type = "sample.guideline.published"

  private func network() throws -> SampleNetwork {
    try SampleNetwork(adding: SampleRules.guidelines)
  }

  @discardableResult
  private func register(
    _ set: [String], in network: SampleNetwork, on day: String = "2026-03-01",
    as actor: String = "secretariat"
  ) throws -> Answer {
    let input = try ActInput(RegisterEvent.kind, ["type": [Self.type], "set": set])
    let request = ActRequest(
      id: .random(), input: input, actor: actor, effective: try #require(PartialDay(day)),
      today: SampleNetwork.today)
    return try network.registrar.record(request, now: SampleNetwork.now)
  }

  private func expectRechecked(_ network: SampleNetwork) throws {
    let outcomes = try Recheck.outcomes(of: nil, in: network.log)
    #expect(outcomes.filter { $0.value != .same }.keys.sorted() == [])
  }

  private func stream() throws -> StreamName { try #require(StreamName("register-\(Self.type)")) }

  @Test func `An event is stored under the network's own name, with the version of its payload`()
    throws
  {
    let network = try network()
    let answer = try register(["number=S/2026", "handling=green"], in: network)
    #expect(answer.verdict == .accepted)
    let event = try #require(try network.log.events(of: stream()).first)
    #expect(event.type == Self.type && event.schema == 1)
    #expect(event.effective == Day("2026-03-01"))
    #expect(event.data["number"] == "S/2026" && event.data["names_case"] == .bool(false))
    try expectRechecked(network)
  }

  @Test func `Its state counts its events and equals a fold from the first`() throws {
    let network = try network()
    for number in 2021...2025 {
      try register(["number=S/\(number)", "handling=green"], in: network)
    }
    let stored = try #require(try network.log.state(of: stream()))
    #expect(stored.data["count"] == 5)
    #expect(try FoldCheck.holds(network.log, stream(), stored))
  }

  @Test func `The network's own rules see the typed payload`() throws {
    let network = try network()
    let refused = try register(
      ["number=S/2026", "handling=clear", "names_case=true"], in: network)
    #expect(refused.verdict == .refused)
    #expect(refused.reasons.refusals.first?.rule == "guideline.no-case-in-clear")
    #expect(refused.reasons.refusals.first?.values["handling"] == .text("clear"))
    let passed = try register(["number=S/2026", "handling=green", "names_case=true"], in: network)
    #expect(passed.verdict == .accepted)
    #expect(passed.reasons.derivations.map(\.rule) == ["guideline.no-case-in-clear"])
    try expectRechecked(network)
  }

  @Test(arguments: [("secretariat", true), ("editor", true), ("board", false), ("Editor", false)])
  func `Those of the roles named record it, and the secretariat`(
    _ row: (actor: String, may: Bool)
  ) throws {
    let network = try network()
    let answer = try register(["number=S/2026", "handling=green"], in: network, as: row.actor)
    #expect((answer.verdict == .accepted) == row.may)
    guard !row.may else { return }
    let refusal = try #require(answer.reasons.refusals.first)
    #expect(refusal.code == "actor-not-entitled" && refusal.rule == "roles.editor")
    #expect(
      refusal.ways == [Note("record-as", ["roles": .list(["editor", "secretariat"])])])
    #expect(try network.log.events(of: stream()).isEmpty)
  }

  @Test func `What does not fit is not recorded`() throws {
    let network = try network()
    let head = try network.log.head()
    #expect(throws: Refusal.self) { try register(["number=2026", "handling=green"], in: network) }
    #expect(try network.log.head() == head)
  }

  private func correct(
    _ event: Int64, _ fields: [String: [String]], in network: SampleNetwork
  ) throws -> Answer {
    let common = ["event": ["\(event)"], "reason": ["Typing error"]]
    return try network.record("event correct", common.merging(fields) { $1 }, on: "2026-03-02")
  }

  @Test func `A correction has values of the schema, typed as the payload is`() throws {
    let network = try network()
    let event = try #require(
      try register(["number=S/2026", "handling=green"], in: network).events.first?.position)
    let corrected = try correct(event, ["set": ["copies=12", "number=S/2025"]], in: network)
    #expect(corrected.verdict == .accepted)
    let changes = try #require(corrected.events.first?.data["changes"])
    #expect(changes["copies"] == 12 && changes["number"] == "S/2025")
    try expectRechecked(network)
  }

  @Test(arguments: ["number=2025", "handling=red", "copies=501", "colour=red", "copies=few"])
  func `A correction that does not fit the schema is refused and changes nothing`(_ set: String)
    throws
  {
    let network = try network()
    let event = try #require(
      try register(["number=S/2026", "handling=green"], in: network).events.first?.position)
    let head = try network.log.head()
    #expect(throws: Refusal.self) { try correct(event, ["set": [set]], in: network) }
    #expect(try network.log.head() == head)
  }

  @Test func `An event that is struck counts no more`() throws {
    let network = try network()
    let event = try #require(
      try register(["number=S/2026", "handling=green"], in: network).events.first?.position)
    #expect(try correct(event, ["strike": ["true"]], in: network).verdict == .accepted)
    #expect(try #require(try network.log.state(of: stream())).data["count"] == 0)
  }

  @Test func `An event of an earlier version can be struck and not changed`() throws {
    let rules = try PluginFile.load(
      resolved: SampleRules.document(adding: SampleRules.laterGuidelines))
    let event = PastEvent(
      key: EntityKey(category: "register", id: Self.type), position: 7, type: Self.type, schema: 1,
      effective: Day(number: 740_000), data: ["number": "S/2026", "handling": "green"])
    let changed = Correction(
      corrects: 7, changes: JSON.Fields([("handling", "clear")]), effective: nil, strikes: false,
      reason: "x")
    let refusal = #expect(throws: Refusal.self) {
      try RegisterChecks.typed(changed, of: event, under: rules)
    }
    #expect(refusal?.code.name == "register-version-earlier")
    let struck = Correction(
      corrects: 7, changes: JSON.Fields(), effective: nil, strikes: true, reason: "x")
    #expect(try RegisterChecks.typed(struck, of: event, under: rules) == struck)
  }
}
