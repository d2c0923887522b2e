import Governance
import Plugins
import TestKit
import Testing
import Values

/// Votes that a delegation casts for a member that is away.
@Suite struct ProxyVoteTests {
  private func record(_ more: [String: String]) -> [String: String] {
    ["meeting": "plenary-1", "title": "A matter"].merging(more) { $1 }
  }

  /// AT, BE and BG are in the room; DE is away and gave its vote to AT.
  private func given(
    _ rules: Rules = SampleProxies.rules(), present: String = "AT BE BG", presence: Bool = false,
    matter: String? = nil, meeting: String? = nil, until: String? = nil
  ) throws -> Given {
    try SampleProxies.given(rules, present: present).proxy(
      "X-1",
      SampleProxies.grant(
        "DE", to: "AT", meeting: meeting, matter: matter, until: until, presence: presence))
  }

  @Test func `A vote by proxy is recorded with who cast it, and explained`() throws {
    let decision = try given()
      .when("deliberation record", record(["names": "AT=for,BE=for,DE=for"]))
      .then(
        "deliberation.adopted",
        [
          "names": [
            ["member": "AT", "vote": "for"], ["member": "BE", "vote": "for"],
            ["member": "DE", "vote": "for", "by": "AT"],
          ],
          "votes": [
            "for": 3, "against": 0, "abstain": 0, "recused": 0, "represented": 0, "proxied": 1,
          ], "present": 3,
          "proxies": [["proxy": "X-1", "giver": "DE", "holder": "AT", "presence": false]],
        ])
    #expect(decision.derivations.map(\.question) == ["quorum", "proxies", "majority"])
    let proxies = decision.derivations[1]
    #expect(proxies.clause.id == SampleProxies.clause && proxies.holds)
    #expect(
      JSON.object(proxies.inputs) == [
        "proxied": 1, "proxies": ["DE (AT)"], "quorum": false, "quorum_members": [],
      ])
    #expect(decision.derivations.last?.inputs["proxied"] == 1)
  }

  @Test func `A holder may vote one way for itself and another way for the giver`() throws {
    let decision = try given()
      .when("deliberation record", record(["names": "AT=for,DE=against"]))
      .then("deliberation.rejected")
    #expect(decision.derivations.last?.inputs["for"] == 1)
    #expect(decision.derivations.last?.inputs["against"] == 1)
  }

  @Test func `Votes by counts are as many as the room and the proxies in it`() throws {
    try given().when("deliberation record", record(["for": "4"])).then("deliberation.adopted")
    let refusal = try given().when("deliberation record", record(["for": "5"]))
      .thenRefused("votes-exceed-present")
    #expect(refusal.values["present"] == .int(4))
    try given().when("deliberation record", record(["for": "2", "not-voting": "2"]))
      .then("deliberation.rejected")
    try given().when("deliberation record", record(["for": "2", "not-voting": "1"]))
      .thenRefused("votes-do-not-add-up")
  }

  @Test(arguments: [
    ("2026-11-22", nil, nil, false), ("2026-11-23", "11:30", "11:29", true),
    ("2026-11-23", "11:30", "11:30", false), ("2026-11-23", "11:30", "11:31", false),
    ("2026-11-23", "11:30", nil, false), ("2026-11-23", nil, "11:29", false),
    ("2026-11-24", "09:00", "11:30", true),
  ])
  func `A revoked proxy stops counting at its minute`(
    _ row: (day: String, revoked: String?, voted: String?, counts: Bool)
  ) throws {
    var fields = record(["names": "AT=for,BE=for,DE=for"])
    fields["time"] = row.voted
    let outcome = try given().revoked("X-1", on: row.day, at: row.revoked)
      .when("deliberation record", fields)
    if row.counts {
      let decision = try outcome.then("deliberation.adopted")
      #expect(decision.events.first?.event.data["time"] == row.voted.map { .text($0) })
    } else {
      try outcome.thenRefused("delegation-not-present")
    }
  }

  @Test func `A giver that is in the room votes itself`() throws {
    let decision = try given(present: "AT BE DE")
      .when("deliberation record", record(["names": "AT=for,BE=for,DE=for"]))
      .then("deliberation.adopted")
    let data = decision.events.first?.event.data
    #expect(data?["proxies"] == nil && data?["votes"]?["proxied"] == nil)
    #expect(data?["names"]?.list?.last == ["member": "DE", "vote": "for"])
  }

  @Test func `A holder that is not in the room votes for nobody`() throws {
    try given(present: "BE BG CZ")
      .when("deliberation record", record(["names": "BE=for,DE=for"]))
      .thenRefused("delegation-not-present")
  }

  @Test func `A holder that stands aside votes for nobody on that matter`() throws {
    try given().when(
      "deliberation record", record(["names": "BE=for,DE=for", "recused": "AT=own case"])
    ).thenRefused("delegation-not-present")
    let decision = try given().when(
      "deliberation record", record(["names": "BE=for,BG=for", "recused": "AT=own case"])
    ).then("deliberation.rejected")
    #expect(decision.events.first?.event.data["proxies"] == nil)
  }

  @Test(
    arguments: [
      ("rules", nil, nil, false), ("default", nil, nil, true), (nil, "plenary-2", nil, false),
      (nil, "plenary-1", nil, true), (nil, nil, "2026-11-22", false),
      (nil, nil, "2026-11-23", true),
    ] as [(String?, String?, String?, Bool)])
  func `A proxy counts on its matter, in its meeting and until its day`(
    _ matter: String?, _ meeting: String?, _ until: String?, _ counts: Bool
  ) throws {
    let outcome = try given(matter: matter, meeting: meeting, until: until)
      .when("deliberation record", record(["names": "AT=for,BE=for,DE=for"]))
    if counts {
      try outcome.then("deliberation.adopted")
    } else {
      try outcome.thenRefused("delegation-not-present")
    }
  }

  @Test func `Rules that know no proxies any more count none`() throws {
    try given(.sample).when("deliberation record", record(["names": "AT=for,DE=for"]))
      .thenRefused("delegation-not-present")
  }

  @Test func `Who is represented by proxy is in the base of those present and not absent`() throws {
    var rules = SampleProxies.rules()
    rules.bodies[0].decisions[0].base = .present
    let decision = try given(rules)
      .when("deliberation record", record(["names": "AT=for,BE=for,DE=against"]))
      .then("deliberation.rejected")
    let inputs = decision.derivations.last?.inputs
    #expect(inputs?["base"] == 4 && inputs?["needed"] == 3 && inputs?["present"] == 3)
  }

  @Test func `A vote comes after the opening of its meeting`() throws {
    let early = try SampleProxies.given(present: nil).planned(1, from: "2026-11-23")
      .met(
        1,
        .opened(
          Opening(
            on: #require(PartialDay("2026-11-23")), time: TimeOfDay("09:30"),
            present: ["AT", "BE", "BG"].compactMap { MemberID($0) })))
    let refusal = try early.when("deliberation record", record(["for": "3", "time": "09:29"]))
      .thenRefused("vote-before-opening")
    #expect(refusal.values["opened"] == .text("2026-11-23 09:30"))
    try early.when("deliberation record", record(["for": "3", "time": "09:30"]))
      .then("deliberation.adopted", ["time": "09:30"])
  }

  // MARK: Quorum

  @Test(arguments: [
    (true, true, 3), (true, false, 2), (false, true, 2), (false, false, 2),
  ])
  func `The quorum with proxies and without differs as rule and proxy say`(
    _ row: (rule: Bool, presence: Bool, found: Int64)
  ) throws {
    let outcome = try given(
      SampleProxies.rules(quorum: row.rule), present: "AT BE", presence: row.presence
    ).when("deliberation record", record(["names": "AT=for,BE=for,DE=for"]))
    let quorum = try #require(outcome.result.get().derivations.first)
    #expect(quorum.inputs["found"] == .int(row.found))
    #expect(quorum.inputs["present_members"] == ["AT", "BE"])
    #expect(quorum.inputs["proxied_members"] == (row.found == 3 ? ["DE"] : nil))
    #expect(
      try outcome.result.get().objections.map(\.code.name)
        == (row.found == 3 ? [] : ["quorum-missing"]))
  }

  @Test(arguments: [(true, 3, nil), (false, 2, "quorum-missing")])
  func `A meeting opens with those represented where the rule counts them`(
    _ row: (rule: Bool, found: Int64, code: String?)
  ) throws {
    let convened = Convocation(
      on: try #require(PartialDay("2026-11-02")), agenda: [], isUrgent: false)
    let outcome = try SampleProxies.given(SampleProxies.rules(quorum: row.rule), present: nil)
      .planned(1, from: "2026-11-23").met(1, .convened(convened), on: "2026-11-02")
      .proxy("X-1", SampleProxies.grant("DE", to: "AT", presence: true))
      .proxy("X-2", SampleProxies.grant("CZ", to: "BG", presence: true))
      .when("meeting open", ["meeting": "plenary-1", "present": "AT,BE"])
    let decision = try outcome.result.get()
    let data = try #require(decision.events.first?.event.data)
    #expect(data["quorum"]?["found"] == .int(row.found))
    #expect(
      data["proxies"] == [["proxy": "X-1", "giver": "DE", "holder": "AT", "presence": true]])
    #expect(decision.objections.map(\.code.name) == (row.code.map { [$0] } ?? []))
  }
}
