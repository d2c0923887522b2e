import Governance
import TestKit
import Testing
import Values

@Suite struct RevokeProxyTests {
  private func given(until: String? = nil) throws -> Given {
    try SampleProxies.given()
      .proxy("X-1", SampleProxies.grant("DE", to: "AT", until: until))
  }

  @Test func `A proxy is taken back on a day, at a minute, for a reason`() throws {
    let decision = try given()
      .when("proxy revoke", ["proxy": "X-1", "time": "11:30", "reason": "The delegation came"])
      .then(
        "proxy.revoked",
        ["on": "2026-11-23", "time": "11:30", "reason": "The delegation came"])
    #expect(decision.events.first?.key.id == "X-1")
    try given().when("proxy revoke", ["proxy": "X-1"]).then("proxy.revoked", ["on": "2026-11-23"])
  }

  @Test func `What was never given cannot be taken back`() throws {
    let refusal = try given().when("proxy revoke", ["proxy": "X-2"]).thenRefused("proxy-unknown")
    #expect(refusal.values["proxy"] == .text("X-2"))
  }

  @Test func `What is over is not taken back, on its last day it still is`() throws {
    let over = try given(until: "2026-11-22").when("proxy revoke", ["proxy": "X-1"])
      .thenRefused("proxy-over")
    #expect(over.values["day"] == .day(try #require(Day("2026-11-22"))))
    try given(until: "2026-11-23").when("proxy revoke", ["proxy": "X-1"]).then("proxy.revoked")
    let twice = try given().revoked("X-1", on: "2026-11-20").when("proxy revoke", ["proxy": "X-1"])
      .thenRefused("proxy-over")
    #expect(twice.values["day"] == .day(try #require(Day("2026-11-20"))))
  }

  @Test(arguments: ["25:00", "noon", ""])
  func `A minute is one of the day`(_ time: String) throws {
    let given = try given()
    #expect(throws: Failure.self) {
      try given.when("proxy revoke", ["proxy": "X-1", "time": time])
    }
  }
}
