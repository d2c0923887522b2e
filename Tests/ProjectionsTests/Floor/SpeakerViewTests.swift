import EventStore
import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// Requests for the floor, as the views tell of them.
@Suite struct SpeakerViewTests {
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork.sitting()
    try network.record(
      "agenda add", ["item": ["budget"], "meeting": ["plenary-1"], "title": ["Budget"]],
      on: "2026-03-20")
    let acts: [(String, [String: String], String)] = [
      ("floor request", ["member": "PT", "item": "budget", "time": "10:00"], "2026-03-20"),
      ("floor request", ["member": "ES", "point-of-order": "true"], "2026-03-20"),
      ("floor request", ["member": "MT"], "2026-03-20"),
      ("floor give", ["time": "10:01"], "2026-03-20"),
      ("floor end", ["time": "10:02"], "2026-03-20"),
      ("floor give", ["time": "10:02"], "2026-03-20"),
      ("floor end", ["time": "10:09"], "2026-03-21"),
      ("floor withdraw", ["number": "3"], "2026-03-22"),
    ]
    for (act, fields, day) in acts {
      let answer = try network.record(
        act, fields.mapValues { [$0] }.merging(["meeting": ["plenary-1"]]) { $1 }, on: day)
      #expect(answer.verdict == .accepted, "\(act)")
    }
    return network
  }

  @Test(arguments: [
    ("2026-03-19", [] as [String]),
    (
      "2026-03-20",
      [
        "1 budget PT false speaking 10:00 10:02 - -", "2 - ES true spoken - 10:01 10:02 1",
        "3 - MT false waiting - - - -",
      ]
    ),
    (
      "2026-03-22",
      [
        "1 budget PT false spoken 10:00 10:02 10:09 1447", "2 - ES true spoken - 10:01 10:02 1",
        "3 - MT false withdrawn - - - -",
      ]
    ),
  ])
  func `On any day the requests are as they were`(_ row: (day: String, lines: [String])) throws {
    let rows = try network().rows("speaker", on: row.day)
    #expect(
      rows.lines(
        "number", "item", "member", "point_of_order", "state", "requested_at", "given_at",
        "ended_at", "minutes") == row.lines)
  }

  @Test func `A row is explained by its last event`() throws {
    let network = try network()
    let rows = try network.rows("speaker", on: "2026-03-22")
    let types = try rows.map { row in
      try network.log.event(at: #require(row.event))?.type
    }
    #expect(types == ["floor.ended", "floor.ended", "floor.withdrawn"])
  }
}
