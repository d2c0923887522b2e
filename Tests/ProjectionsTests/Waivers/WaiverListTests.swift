import EventStore
import TestKit
import Testing
import Values

@testable import Projections

/// Waivers and guards as a reader of the command line gets them.
@Suite struct WaiverListTests {
  private static let guards = """
    guards:
      - id: members.most
        on: [member.admitted]
        require: size(members) < 1
        message: {en: "No more than one."}
        waiver: {by: [secretariat, plenary], reason: optional}
        source: assumption
      - id: members.named
        on: [member.admitted, member.ended]
        require: "true"
        severity: warn
        message: {en: "Named."}
        source: charter

    """

  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork(adding: Self.guards)
    try network.admit("PT", on: "2026-01-10")
    try network.record(
      "guard waive", ["guard": ["members.most"], "reason": ["Urgent"], "until": ["2026-06-30"]],
      on: "2026-03-01")
    try network.admit("ES", on: "2026-04-01")
    try network.record(
      "guard waive",
      [
        "guard": ["members.most"], "subject": ["FR"], "until": ["2026-10-31"],
        "repeats": ["true"],
      ], on: "2026-05-01")
    return network
  }

  @Test func `A waiver is listed with who gave it, why, for what and until when`() throws {
    let rows = try network().rows("waiver", on: "2026-05-01")
    #expect(
      rows.lines(
        "waiver", "guard", "given_by", "reason", "subject", "since", "until", "repeats") == [
          "W-1 members.most secretariat Urgent - 2026-03-01 2026-06-30 false",
          "W-2 members.most secretariat - FR 2026-05-01 2026-10-31 true",
        ])
  }

  @Test(arguments: [
    ("2026-02-28", [] as [String]), ("2026-03-01", ["W-1 open 0 -"]),
    ("2026-03-31", ["W-1 open 0 -"]),
    ("2026-04-01", ["W-1 used 1 2026-04-01"]),
    ("2026-05-01", ["W-1 used 1 2026-04-01", "W-2 open 0 -"]),
    ("2026-10-31", ["W-1 used 1 2026-04-01", "W-2 open 0 -"]),
    ("2026-11-01", ["W-1 used 1 2026-04-01", "W-2 ended 0 -"]),
  ])
  func `On any day a waiver stands as it stood then`(_ row: (day: String, lines: [String])) throws {
    let rows = try network().rows("waiver", on: row.day)
    #expect(rows.lines("waiver", "state", "uses", "last_used") == row.lines)
  }

  @Test func `A row is explained by the event that used the waiver, else by the one that gave it`()
    throws
  {
    let network = try network()
    let given = try #require(try network.rows("waiver", on: "2026-03-01").first?.event)
    #expect(try network.log.event(at: given)?.type == "guard.waived")
    let used = try #require(try network.rows("waiver", on: "2026-04-01").first?.event)
    #expect(try network.log.event(at: used)?.type == "waiver.used")
  }

  @Test func `Guards are listed with who may waive them and the waivers that are open`() throws {
    let network = try network()
    let lines = try network.rows("guard", on: "2026-05-01")
      .lines("guard", "severity", "source", "message")
    #expect(
      lines == [
        "members.most deny assumption No more than one.", "members.named warn charter Named.",
      ])
    let rows = try network.rows("guard", on: "2026-05-01")
    #expect(rows.map { $0["may_waive"] } == [["secretariat", "plenary"], []])
    #expect(rows.map { $0["on"] } == [["member.admitted"], ["member.admitted", "member.ended"]])
    #expect(rows.map { $0["waivers"] } == [["W-2"], []])
    #expect(try network.rows("guard", on: "2026-04-15").map { $0["waivers"] } == [[], []])
    #expect(try network.rows("guard", on: "2016-01-01") == [])
  }
}
