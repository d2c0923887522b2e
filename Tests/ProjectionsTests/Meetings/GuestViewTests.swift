import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// Guests, excuses and those over a link, as the views tell of them.
@Suite struct GuestViewTests {
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    for member in ["ES", "FR", "MT", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.convene("plenary-1", for: "2026-03-20", until: "2026-03-22", on: "2026-02-02")
    let acts: [(String, [String: [String]], String)] = [
      ("attendance excuse", ["member": ["FR"]], "2026-03-19"),
      ("meeting open", ["present": ["ES", "MT"], "remote": ["PT"]], "2026-03-20"),
      ("guest arrive", ["state": ["US"], "count": ["2"], "time": ["10:00"]], "2026-03-20"),
      ("attendance move", ["member": ["PT"], "to": ["room"], "time": ["11:00"]], "2026-03-20"),
      ("guest leave", ["number": ["1"], "time": ["16:00"]], "2026-03-21"),
      (
        "guest arrive", ["organisation": ["Council of Europe"], "remote": ["true"]], "2026-03-21"
      ),
    ]
    for (act, fields, day) in acts {
      try network.record(act, fields.merging(["meeting": ["plenary-1"]]) { $1 }, on: day)
    }
    return network
  }

  @Test(arguments: [
    ("2026-03-19", [] as [String]), ("2026-03-20", ["1 state US 2 room 10:00 - -"]),
    (
      "2026-03-21",
      [
        "1 state US 2 room 10:00 2026-03-21 16:00",
        "2 organisation Council of Europe - remote - - -",
      ]
    ),
  ])
  func `A guest has a row for each stay, from its day on`(_ row: (day: String, lines: [String]))
    throws
  {
    let rows = try network().rows("guest", on: row.day)
    #expect(
      rows.lines("number", "kind", "guest", "count", "way", "time", "left_on", "left_at")
        == row.lines)
  }

  @Test
  func `Attendance says in which way, and a change of place ends one stay and begins another`()
    throws
  {
    let rows = try network().rows("attendance", on: "2026-03-21")
    #expect(
      rows.lines("member", "way", "time", "left_at") == [
        "ES room - -", "MT room - -", "PT remote - 11:00", "PT room 11:00 -",
      ])
  }

  @Test(arguments: [
    ("2026-03-18", "null [] null"), ("2026-03-19", "null [\"FR\"] null"),
    ("2026-03-20", "3 [\"FR\"] 1"), ("2026-03-21", "3 [\"FR\"] 2"),
  ])
  func `A meeting counts delegations and guests apart, and names those excused`(
    _ row: (day: String, line: String)
  ) throws {
    let found = try #require(try network().rows("meeting", on: row.day).first)
    let words = ["present", "excused", "guests"].map { found[$0].canonicalText }
    #expect(words.joined(separator: " ") == row.line)
  }
}
