import TestKit
import Testing
import Values

@testable import Projections

/// The places at a meeting and its waiting list, as a reader of the command line gets them.
@Suite struct InvitationListTests {
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork(
      under: SampleRules.amended([
        (
          "documents: P7D, source: assumption}}",
          "documents: P7D, source: assumption}, "
            + "invitations: {seats: {member: 1, observer: 1}, source: assumption}}"
        )
      ]))
    try network.admit("PT")
    try network.admit("CH", as: "observer")
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-11-20"]], on: "2026-02-02")
    for (member, day) in [
      ("PT", "2026-03-01"), ("PT", "2026-03-02"), ("CH", "2026-03-03"), ("PT", "2026-03-04"),
    ] {
      try network.record(
        "invitation register", ["meeting": ["plenary-1"], "member": [member]], on: day)
    }
    try network.record(
      "invitation cancel", ["meeting": ["plenary-1"], "number": ["1"], "reason": ["Ill"]],
      on: "2026-03-05")
    return network
  }

  @Test(arguments: [
    ("2026-02-28", [] as [String]), ("2026-03-01", ["1 PT member seated -"]),
    (
      "2026-03-04",
      [
        "1 PT member seated -", "2 PT member waiting 1", "3 CH observer seated -",
        "4 PT member waiting 2",
      ]
    ),
    (
      "2026-03-05",
      [
        "1 PT member cancelled -", "2 PT member seated -", "3 CH observer seated -",
        "4 PT member waiting 1",
      ]
    ),
  ])
  func `On any day the places and the waiting list are as they were`(
    _ row: (day: String, lines: [String])
  ) throws {
    let rows = try network().rows("invitation", on: row.day)
    #expect(rows.lines("number", "member", "class", "state", "waiting_place") == row.lines)
  }

  @Test func `A row says when it was asked for, advanced and given back, and why`() throws {
    let rows = try network().rows("invitation", on: "2026-03-05")
    #expect(
      rows.lines("number", "registered_on", "advanced_on", "cancelled_on", "reason").prefix(2) == [
        "1 2026-03-01 - 2026-03-05 Ill", "2 2026-03-02 2026-03-05 - -",
      ])
  }
}
