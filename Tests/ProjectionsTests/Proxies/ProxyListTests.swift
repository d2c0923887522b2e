import EventStore
import TestKit
import Testing
import Values

@testable import Projections

/// Proxies as a reader of the command line gets them.
@Suite struct ProxyListTests {
  private func network() throws -> SampleNetwork {
    let rule = "proxies: {per_holder: 2, quorum: false, source: assumption}"
    let network = try SampleNetwork(
      under: SampleRules.amended([
        ("title: {en: Plenary}\n", "title: {en: Plenary}\n      \(rule)\n")
      ]))
    for member in ["ES", "MT", "PT"] { try network.admit(member, on: "2026-01-10") }
    try network.record(
      "proxy give",
      [
        "giver": ["ES"], "holder": ["PT"], "body": ["plenary"], "matter": ["rules"],
        "from": ["2026-03-01"], "until": ["2026-06-30"], "presence": ["true"],
      ], on: "2026-02-01")
    try network.record(
      "proxy give", ["giver": ["MT"], "holder": ["PT"], "body": ["plenary"]], on: "2026-04-01")
    try network.record(
      "proxy revoke", ["proxy": ["X-2"], "time": ["11:30"], "reason": ["Came"]], on: "2026-05-02")
    return network
  }

  @Test func `A proxy is listed with who votes for whom, where and until when`() throws {
    let rows = try network().rows("proxy", on: "2026-04-01")
    #expect(
      rows.lines(
        "proxy", "giver", "holder", "body", "meeting", "matter", "from", "until", "presence",
        "held_at_once") == [
          "X-1 ES PT plenary - rules 2026-03-01 2026-06-30 true 1",
          "X-2 MT PT plenary - - 2026-04-01 - false 2",
        ])
  }

  @Test(arguments: [
    ("2026-02-01", ["X-1 coming"]), ("2026-02-28", ["X-1 coming"]), ("2026-03-01", ["X-1 open"]),
    ("2026-05-01", ["X-1 open", "X-2 open"]), ("2026-05-02", ["X-1 open", "X-2 revoked"]),
    ("2026-06-30", ["X-1 open", "X-2 revoked"]), ("2026-07-01", ["X-1 ended", "X-2 revoked"]),
  ])
  func `Its state turns by the day and by its revocation`(
    _ row: (day: String, lines: [String])
  ) throws {
    #expect(try network().rows("proxy", on: row.day).lines("proxy", "state") == row.lines)
  }

  @Test func `A revocation is shown with its minute and its reason`() throws {
    let rows = try network().rows("proxy", on: "2026-05-02")
    #expect(
      rows.lines("proxy", "revoked_on", "revoked_at", "reason") == [
        "X-1 - - -", "X-2 2026-05-02 11:30 Came",
      ])
  }
}
