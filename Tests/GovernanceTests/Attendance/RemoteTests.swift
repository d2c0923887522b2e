import Plugins
import TestKit
import Testing
import Values

@testable import Governance

/// Whether those who attend over a link count and vote, as the rules of the body say.
@Suite struct RemoteTests {
  private static let clause = "bodies.plenary.remote"

  private static func rules(quorum: Bool, vote: Bool) -> Rules {
    var rules = Rules.sample
    rules.bodies[0].remote = RemoteRule(
      countsForQuorum: quorum, mayVote: vote, clause: Clause(id: clause, source: .assumption))
    return rules
  }

  /// Five members; AT and BE in the room, BG over the link, CZ and DE away.
  private static func given(_ rules: Rules) throws -> Given {
    let convened = try #require(PartialDay("2026-11-02"))
    let opened = try #require(PartialDay("2026-11-23"))
    let codes = try ["AT", "BE", "BG"].map { try #require(MemberID($0)) }
    return try Given(rules: rules).admitted("AT BE BG CZ DE")
      .planned(1, from: "2026-11-23")
      .met(1, .convened(Convocation(on: convened, agenda: [], isUrgent: false)))
      .met(1, .opened(Opening(on: opened, present: codes, remote: [codes[2]])))
  }

  private static func planned(_ rules: Rules) throws -> Given {
    let convened = try #require(PartialDay("2026-11-02"))
    return try Given(rules: rules).admitted("AT BE BG CZ DE").planned(1, from: "2026-11-23")
      .met(1, .convened(Convocation(on: convened, agenda: [], isUrgent: false)))
  }

  private let opening = ["meeting": "plenary-1", "present": "AT,BE", "remote": "BG"]
  private let consensus = ["meeting": "plenary-1", "title": "X", "consensus": "true"]

  @Test func `Those over the link are present, and named apart`() throws {
    let decision = try Self.planned(.sample).when("meeting open", opening)
      .then("meeting.opened", ["present": ["AT", "BE", "BG"], "remote": ["BG"]])
    #expect(decision.derivations.map(\.question) == ["quorum"])
    let none = try Self.planned(.sample)
      .when("meeting open", ["meeting": "plenary-1", "present": "AT,BE,BG"]).then("meeting.opened")
    #expect(none.events.first?.event.data["remote"] == nil)
  }

  @Test func `One in the room and over the link at once is refused by its form`() throws {
    let command = try #require(ActCatalogue.command(named: "meeting open"))
    let failure = #expect(throws: Failure.self) {
      _ = try command.init(
        ActInput(
          command.kind,
          ["meeting": ["plenary-1"], "present": ["AT", "BE"], "remote": ["BE"]]))
    }
    #expect(failure?.code.name == "field-repeated" && failure?.values["found"] == .text("BE"))
  }

  @Test(arguments: [(true, 3), (false, 2)])
  func `The opening counts them for the quorum as the rule says`(_ row: (counts: Bool, found: Int))
    throws
  {
    let outcome = try Self.planned(Self.rules(quorum: row.counts, vote: true))
      .when("meeting open", opening)
    let decision = try outcome.result.get()
    #expect(decision.derivations.map(\.question) == ["remote", "quorum"])
    let remote = try #require(decision.derivations.first)
    #expect(remote.clause.id == Self.clause && remote.inputs["remote_members"] == ["BG"])
    #expect(remote.inputs["quorum"] == .bool(row.counts) && remote.inputs["vote"] == true)
    #expect(decision.derivations.last?.inputs["found"] == .int(Int64(row.found)))
    #expect(decision.objections.isEmpty == row.counts)
    if !row.counts {
      try outcome.thenRefused("quorum-missing", clause: "bodies.plenary.quorum")
    }
  }

  @Test func `Without a rule they count and vote, and nothing is derived of them`() throws {
    let decision = try Self.given(.sample)
      .when(
        "deliberation record", ["meeting": "plenary-1", "title": "X", "names": "AT=for,BG=for"]
      )
      .result.get()
    #expect(decision.objections.isEmpty)
    #expect(!decision.derivations.contains { $0.question == "remote" })
    #expect(decision.events.first?.event.data["present"] == 3)
  }

  @Test(arguments: [(true, true), (false, false)])
  func `A decision counts them for its quorum as the rule says`(
    _ row: (counts: Bool, holds: Bool)
  ) throws {
    let decision = try Self.given(Self.rules(quorum: row.counts, vote: true))
      .when("deliberation record", consensus).result.get()
    let quorum = try #require(decision.derivations.first { $0.question == "quorum" })
    #expect(quorum.holds == row.holds)
    #expect(
      quorum.inputs["present_members"] == (row.counts ? ["AT", "BE", "BG"] : ["AT", "BE"]))
    #expect(decision.derivations.contains { $0.question == "remote" })
  }

  @Test func `A vote over the link is refused by the clause, with the way into the room`() throws {
    let given = try Self.given(Self.rules(quorum: true, vote: false))
    let ballot = ["meeting": "plenary-1", "title": "X", "names": "AT=for,BE=for,BG=for"]
    let refusal = try given.when("deliberation record", ballot)
      .thenRefused("remote-may-not-vote", clause: Self.clause)
    #expect(refusal.values["member"] == .text("BG"))
    #expect(refusal.ways.map(\.code) == ["move-into-room", "leave-delegation-out"])
    let back = RoomChange(member: try #require(MemberID("BG")), isRemote: false)
    let inRoom = try given.met(1, .attendance(.moved(back)))
    let decision = try inRoom.when("deliberation record", ballot).result.get()
    #expect(decision.objections.isEmpty)
    #expect(!decision.derivations.contains { $0.question == "remote" })
  }

  @Test func `Whoever may not vote is in no base of those present, and counts for the quorum`()
    throws
  {
    let decision = try Self.given(Self.rules(quorum: true, vote: false))
      .when(
        "deliberation record", ["meeting": "plenary-1", "title": "X", "names": "AT=for,BE=for"]
      )
      .result.get()
    let data = try #require(decision.events.first?.event.data)
    #expect(data["present"] == 2 && data["entitled"] == 5)
    #expect(decision.derivations.first { $0.question == "quorum" }?.holds == true)
  }

  @Test func `More votes than those who may vote from where they are do not add up`() throws {
    try Self.given(Self.rules(quorum: true, vote: false))
      .when("deliberation record", ["meeting": "plenary-1", "title": "X", "for": "3"])
      .thenRefused("votes-exceed-present")
  }

  @Test func `A delegation in the room votes by proxy for one over the link that may not`() throws {
    var rules = Self.rules(quorum: true, vote: false)
    rules.bodies[0].proxies = ProxyRule(
      perHolder: 1, countsForQuorum: false, clause: Clause(id: "p", source: .assumption))
    let grant = ProxyGrant(
      giver: try #require(MemberID("BG")), holder: try #require(MemberID("AT")), body: "plenary",
      meeting: nil, matter: nil, from: try #require(Day("2026-11-01")), until: nil,
      presence: false)
    let decision = try Self.given(rules)
      .happened(.given(grant), to: #require(ProxyID("X-1")), on: "2026-11-01")
      .when(
        "deliberation record", ["meeting": "plenary-1", "title": "X", "names": "AT=for,BG=for"]
      )
      .result.get()
    #expect(decision.objections.isEmpty)
    let cast = decision.events.first?.event.data["names"]?.list?.last
    #expect(cast?["member"] == "BG" && cast?["by"] == "AT")
  }

  @Test func `Who joins over the link later is told so, and once it is there it is there`() throws {
    let fields = ["meeting": "plenary-1", "member": "CZ", "remote": "true"]
    try Self.given(.sample).when("attendance arrive", fields)
      .then("delegation.arrived", ["member": "CZ", "remote": true])
    let plain = try Self.given(.sample)
      .when("attendance arrive", ["meeting": "plenary-1", "member": "CZ"]).then(
        "delegation.arrived")
    #expect(plain.events.first?.event.data["remote"] == nil)
    try Self.given(.sample).when("attendance arrive", ["meeting": "plenary-1", "member": "BG"])
      .thenRefused("delegation-present-already")
  }

  @Test func `Sets of those who count and vote leave out no one but those over the link`() throws {
    let body = try #require(Self.rules(quorum: false, vote: false).body("plenary"))
    let all = Set(try ["AT", "BE", "BG"].map { try #require(MemberID($0)) })
    let away = Set(try ["BG"].map { try #require(MemberID($0)) })
    #expect(body.inQuorum(all, remote: away).map(\.text).sorted() == ["AT", "BE"])
    #expect(body.voting(all, remote: away).map(\.text).sorted() == ["AT", "BE"])
    #expect(body.inQuorum(all, remote: []) == all && body.voting(all, remote: []) == all)
    #expect(body.remote?.derivation(of: []) == nil)
  }
}
