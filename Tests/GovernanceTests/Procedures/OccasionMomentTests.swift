import TestKit
import Testing
import Values

@testable import Governance

/// The moment at which an act counts: stated, or told by the clock of the log, or the beginning of a past day.
@Suite struct OccasionMomentTests {
  private func occasion(
    on day: String, today: String, recorded: String?, zone: Zone = .lisbon
  ) throws -> Occasion {
    Occasion(
      effective: try #require(PartialDay(day)), today: try #require(Day(today)),
      isTakenOver: false, actor: "secretariat", recorded: recorded.flatMap { Instant($0) },
      zone: zone)
  }

  /// In summer the clocks of Lisbon are an hour ahead of UTC.
  static let moments:
    [(day: String, today: String, time: String?, recorded: String?, moment: String)] = [
      ("2026-06-05", "2026-06-05", nil, "2026-06-05T15:30:00Z", "2026-06-05T15:30:00.000000Z"),
      ("2026-06-05", "2026-06-05", "16:00", "2026-06-05T15:30:00Z", "2026-06-05T15:00:00.000000Z"),
      ("2026-06-04", "2026-06-05", nil, "2026-06-05T15:30:00Z", "2026-06-03T23:00:00.000000Z"),
      ("2026-06-04", "2026-06-05", "23:59", "2026-06-05T15:30:00Z", "2026-06-04T22:59:00.000000Z"),
      ("2026-06", "2026-07-05", nil, "2026-07-05T15:30:00Z", "2026-05-31T23:00:00.000000Z"),
      ("2026-06-05", "2026-06-05", nil, nil, "2026-06-04T23:00:00.000000Z"),
      ("2026-06-05", "2026-06-01", "10:00", nil, "2026-06-05T09:00:00.000000Z"),
    ]

  @Test(arguments: moments)
  func `It is stated, or now, or the beginning of the day`(
    _ row: (day: String, today: String, time: String?, recorded: String?, moment: String)
  ) throws {
    let occasion = try occasion(on: row.day, today: row.today, recorded: row.recorded)
    let moment = try occasion.moment(at: row.time.flatMap { TimeOfDay($0) })
    #expect(moment.description == row.moment)
  }

  static let ahead: [(day: String, time: String?, told: String)] = [
    ("2026-06-05", "16:31", "2026-06-05 16:31"), ("2026-06-06", nil, "2026-06-06 00:00"),
    ("2026-06-06", "00:01", "2026-06-06 00:01"),
  ]

  @Test(arguments: ahead)
  func `What the clock of the log has not reached is refused with both moments`(
    _ row: (day: String, time: String?, told: String)
  ) throws {
    let occasion = try occasion(
      on: row.day, today: "2026-06-05", recorded: "2026-06-05T15:30:00Z")
    let refusal = #expect(throws: Refusal.self) {
      try occasion.moment(at: row.time.flatMap { TimeOfDay($0) })
    }
    #expect(refusal?.code.name == "moment-ahead")
    #expect(refusal?.values["moment"] == .text(row.told))
    #expect(refusal?.values["now"] == .text("2026-06-05 16:30"))
    #expect(refusal?.ways.map(\.code) == ["leave-time-out"])
  }

  @Test(arguments: ActCatalogue.commands.map { $0.kind.name })
  func `Acts of procedures are decided by moments, and no others`(_ name: String) throws {
    let command = try #require(ActCatalogue.command(named: name))
    #expect(command.tellsMoments == name.hasPrefix("procedure "))
  }
}
