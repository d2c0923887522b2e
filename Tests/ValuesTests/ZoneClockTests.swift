import TestKit
import Testing
import Values

/// What the clocks of a zone show, and the moment at which they show it.
@Suite struct ZoneClockTests {
  private func moment(_ day: String, _ time: String, _ zone: Zone = .lisbon) throws -> String {
    zone.moment(on: try #require(Day(day)), at: try #require(TimeOfDay(time))).description
  }

  /// In 2026 summer time lasts in Lisbon from 29 March at 1:00 to 25 October at 2:00.
  @Test(arguments: [
    ("2026-01-15", "09:30", "2026-01-15T09:30:00.000000Z"),
    ("2026-07-15", "09:30", "2026-07-15T08:30:00.000000Z"),
    ("2026-07-15", "00:00", "2026-07-14T23:00:00.000000Z"),
    ("2026-03-29", "00:59", "2026-03-29T00:59:00.000000Z"),
    ("2026-03-29", "01:00", "2026-03-29T01:00:00.000000Z"),
    ("2026-03-29", "01:30", "2026-03-29T01:30:00.000000Z"),
    ("2026-03-29", "02:00", "2026-03-29T01:00:00.000000Z"),
    ("2026-10-25", "00:59", "2026-10-24T23:59:00.000000Z"),
    ("2026-10-25", "01:00", "2026-10-25T00:00:00.000000Z"),
    ("2026-10-25", "01:59", "2026-10-25T00:59:00.000000Z"),
    ("2026-10-25", "02:00", "2026-10-25T02:00:00.000000Z"),
  ])
  func `A skipped time is as much later, and of one shown twice the first counts`(
    _ row: (day: String, time: String, moment: String)
  ) throws {
    #expect(try moment(row.day, row.time) == row.moment)
  }

  @Test(arguments: [
    ("2026-01-15T09:30:59Z", "2026-01-15 09:30"), ("2026-07-15T08:30:00Z", "2026-07-15 09:30"),
    ("2026-07-14T23:30:00Z", "2026-07-15 00:30"), ("1969-12-31T23:59:00Z", "1969-12-31 23:59"),
  ])
  func `A moment is shown to the minute`(_ row: (moment: String, text: String)) throws {
    let moment = try #require(Instant(row.moment))
    #expect(Zone.lisbon.text(of: moment) == row.text)
  }

  @Test(arguments: UInt64(1)...5)
  func `The moment of what the clocks show is the moment, but in the hour that they show twice`(
    _ seed: UInt64
  ) throws {
    var random = Seeded(seed: seed)
    for _ in 0..<500 {
      let moment = Instant(
        microseconds: Int64.random(
          in: 1_700_000_000_000_000...2_000_000_000_000_000, using: &random))
      let again = Zone.lisbon.moment(
        on: Zone.lisbon.day(of: moment),
        microseconds: Zone.lisbon.microseconds(intoDayOf: moment))
      let late = moment.microseconds - again.microseconds
      #expect(late == 0 || late == 3_600_000_000)
    }
  }

  @Test(arguments: UInt64(1)...3)
  func `In UTC the clocks show what is stored`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    for _ in 0..<200 {
      let moment = Instant(
        microseconds: Int64.random(
          in: -9_000_000_000_000_000...9_000_000_000_000_000, using: &random)
      )
      let day = Zone.utc.day(of: moment)
      #expect(
        Zone.utc.moment(on: day, microseconds: Zone.utc.microseconds(intoDayOf: moment)) == moment)
    }
  }

  @Test func `Two zones of the same data are one and the same`() {
    #expect(Set([Zone.lisbon, .lisbon, .utc]).count == 2)
    #expect(
      ZoneRule("WET0WEST,M3.5.0/1,M10.5.0")?.hashValue
        == ZoneRule("WET0WEST,M3.5.0/1,M10.5.0")?.hashValue)
  }
}
