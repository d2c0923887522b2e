import Governance
import Plugins
import TestKit
import Testing
import Values

/// A member gives its vote to another one, within the bounds of the rules.
@Suite struct GiveProxyTests {
  private func fields(_ more: [String: String] = [:]) -> [String: String] {
    ["giver": "DE", "holder": "AT", "body": "plenary"].merging(more) { $1 }
  }

  @Test func `A proxy says who votes for whom, where and until when`() throws {
    let decision = try SampleProxies.given().when(
      "proxy give",
      fields([
        "meeting": "plenary-1", "matter": "rules", "from": "2026-11-20", "until": "2026-12-01",
        "presence": "true",
      ])
    ).then(
      "proxy.given",
      [
        "giver": "DE", "holder": "AT", "body": "plenary", "meeting": "plenary-1",
        "matter": "rules", "from": "2026-11-20", "until": "2026-12-01", "presence": true,
        "held": 1,
      ])
    #expect(decision.events.first?.key == EntityKey(try #require(ProxyID("X-1"))))
    #expect(decision.derivations.map(\.question) == ["proxies-held"])
  }

  @Test func `Without a day it counts from the day of the act, for the vote alone`() throws {
    let decision = try SampleProxies.given().when("proxy give", fields())
      .then("proxy.given", ["from": "2026-11-23", "presence": false])
    let data = decision.events.first?.event.data
    #expect(data?["until"] == nil && data?["meeting"] == nil && data?["matter"] == nil)
  }

  @Test func `A third proxy to one holder is refused by its clause, and to another one it is not`()
    throws
  {
    let given = try SampleProxies.given()
      .proxy("X-1", SampleProxies.grant("BE", to: "AT"))
      .proxy("X-2", SampleProxies.grant("CZ", to: "AT"))
    let refusal = try given.when("proxy give", fields())
      .thenRefused("proxies-exceeded", clause: SampleProxies.clause)
    #expect(refusal.values["held"] == .int(3) && refusal.values["most"] == .int(2))
    #expect(refusal.derivation?.question == "proxies-held" && refusal.derivation?.holds == false)
    #expect(refusal.ways.map(\.code) == ["name-other-holder"])
    try given.when("proxy give", fields(["holder": "BG"])).then("proxy.given", ["held": 1])
  }

  @Test(arguments: [
    ("2026-11-01", "2026-11-10", "rules", 2), ("2026-11-01", "2026-11-25", "rules", 3),
    ("2026-11-01", "2026-11-25", "other", 2),
  ])
  func `Only proxies that may count together are counted together`(
    _ row: (from: String, until: String, matter: String, held: Int)
  ) throws {
    let outcome = try SampleProxies.given()
      .proxy("X-1", SampleProxies.grant("BE", to: "AT"))
      .proxy(
        "X-2",
        SampleProxies.grant("CZ", to: "AT", matter: "rules", from: row.from, until: row.until)
      ).when("proxy give", fields(["matter": row.matter]))
    let event = try #require(outcome.result.get().events.first)
    #expect(event.event.data["held"] == .int(Int64(row.held)))
  }

  @Test func `A proxy that was revoked is no longer in the hand of its holder`() throws {
    try SampleProxies.given(SampleProxies.rules(perHolder: 1))
      .proxy("X-1", SampleProxies.grant("BE", to: "AT")).revoked("X-1", on: "2026-11-20")
      .when("proxy give", fields()).then("proxy.given", ["held": 1])
  }

  @Test func `A body whose rules say nothing of proxies has none`() throws {
    let outcome = try SampleProxies.given(.sample).when("proxy give", fields())
    let refusal = try outcome.thenRefused("proxies-not-allowed")
    #expect(refusal.values["body"] == .text("plenary"))
    #expect(refusal.ways == [Note("amend-proxies", ["body": .text("plenary")])])
    #expect(try outcome.result.get().events.map(\.event.type) == ["proxy.given"])
  }

  @Test(arguments: [
    ("2026-11-23", "2027-11-22", true), ("2026-11-23", "2027-11-23", false),
    ("2026-11-23", nil, false),
  ])
  func `A proxy lasts no longer than the rules say`(
    _ row: (from: String, until: String?, holds: Bool)
  ) throws {
    var more = ["from": row.from]
    more["until"] = row.until
    let outcome = try SampleProxies.given(SampleProxies.rules(longest: Period(years: 1)))
      .when("proxy give", fields(more))
    let derivation = try #require(outcome.result.get().derivations.last)
    #expect(derivation.question == "proxy-length" && derivation.holds == row.holds)
    #expect(derivation.inputs["lawful_until"] == "2027-11-22")
    if !row.holds {
      let refusal = try outcome.thenRefused("proxy-too-long", clause: SampleProxies.clause)
      #expect(refusal.ways == [Note("end-proxy-by", ["until": .text("2027-11-22")])])
    }
  }

  @Test func `A proxy for one meeting ends with it and needs no last day`() throws {
    let decision = try SampleProxies.given(SampleProxies.rules(longest: .days(5)))
      .when("proxy give", fields(["meeting": "plenary-1"])).then("proxy.given")
    #expect(decision.derivations.map(\.question) == ["proxies-held"])
  }

  @Test(arguments: [
    (["holder": "DE"], "proxy-to-itself"), (["body": "senate"], "body-unknown"),
    (["giver": "NO"], "not-in-body"), (["holder": "NO"], "not-in-body"),
    (["giver": "US"], "delegation-unknown"), (["meeting": "plenary-9"], "meeting-unknown"),
    (["from": "2026-11-23", "until": "2026-11-22"], "proxy-ends-before"),
  ])
  func `What makes no sense is refused, whatever the rules`(
    _ more: [String: String], _ code: String
  ) throws {
    try SampleProxies.given().when("proxy give", fields(more)).thenRefused(code)
  }

  @Test func `A proxy for a meeting is given in the body that meets`() throws {
    var rules = SampleProxies.rules()
    rules.bodies[1].proxies = rules.bodies[0].proxies
    let given = try Given(rules: rules).admitted("PT ES MT").open(present: "PT ES")
    let refusal = try given.when(
      "proxy give", ["giver": "MT", "holder": "PT", "body": "board", "meeting": "plenary-1"]
    ).thenRefused("proxy-for-other-body")
    #expect(refusal.values["other"] == .text("plenary"))
  }

  @Test func `After its meeting nobody is represented in it`() throws {
    let closed = try SampleProxies.given().met(
      1, .closed(Closing(on: #require(PartialDay("2026-11-23")), time: nil)))
    try closed.when("proxy give", fields(["meeting": "plenary-1"]))
      .thenRefused("meeting-closed-already")
  }

  @Test func `A vote is in one hand at a time`() throws {
    let given = try SampleProxies.given()
      .proxy("X-1", SampleProxies.grant("DE", to: "BE", until: "2026-11-30"))
    let refusal = try given.when("proxy give", fields()).thenRefused("proxy-given-already")
    #expect(refusal.values["holder"] == .text("BE") && refusal.values["proxy"] == .text("X-1"))
    try given.when("proxy give", fields(["from": "2026-12-01"])).then("proxy.given")
    try given.revoked("X-1", on: "2026-11-22").when("proxy give", fields()).then("proxy.given")
  }
}
