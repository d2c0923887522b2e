import TestKit
import Testing
import Values

@Suite struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00.000001Z", 1),
    ("1969-12-31T23:59:59.999999Z", -1), ("2026-11-23T09:32:00Z", 1_795_426_320_000_000),
    ("2026-11-23T09:32:00.5Z", 1_795_426_320_500_000),
    ("2026-11-23T09:32:00.05Z", 1_795_426_320_050_000),
    ("2026-11-23T09:32:00.123456Z", 1_795_426_320_123_456),
    ("2026-11-23", 1_795_392_000_000_000), ("1970-01-02", 86_400_000_000),
    ("0001-01-01T00:00:00Z", -62_135_596_800_000_000),
    ("9999-12-31T23:59:59.999999Z", 253_402_300_799_999_999),
  ])
  func `A moment is read to the microsecond`(_ row: (text: String, microseconds: Int64)) {
    #expect(Instant(row.text)?.microseconds == row.microseconds)
  }

  @Test(arguments: [
    "", "Z", "2026-11-23T", "2026-11-23T09:32:00", "2026-11-23T09:32Z", "2026-11-23 09:32:00Z",
    "2026-11-23t09:32:00Z", "2026-11-23T09:32:00z", "2026-11-23T24:00:00Z",
    "2026-11-23T09:60:00Z", "2026-11-23T09:32:60Z", "2026-11-23T9:32:00Z", "2026-11-31T09:32:00Z",
    "2026-11-23T09:32:00.Z", "2026-11-23T09:32:00.1234567Z", "2026-11-23T09:32:00,5Z",
    "2026-11-23T09:32:00.5", "2026-11-23T09:32:00+01:00", "2026-11-23T09:32:00-00Z",
    "2026-11-23T09-32-00Z", "2026-11-23T+9:32:00Z", "2026-11-23T09:32:00.-5Z", "20261123T093200Z",
    "0000-01-01T00:00:00Z", "2026-11-23T09:32:00Z ", "２０２６-11-23T09:32:00Z", "now",
  ])
  func `A text that is no moment is refused`(_ text: String) {
    #expect(Instant(text) == nil)
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000000Z"), (-1, "1969-12-31T23:59:59.999999Z"),
    (1_795_426_320_000_007, "2026-11-23T09:32:00.000007Z"),
    (-86_400_000_000, "1969-12-31T00:00:00.000000Z"),
    (-86_400_000_001, "1969-12-30T23:59:59.999999Z"),
  ])
  func `A moment is written with six digits after the point`(
    _ row: (microseconds: Int64, text: String)
  ) {
    #expect(Instant(microseconds: row.microseconds).description == row.text)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `Any moment of the calendar reads and writes the same`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 0..<200 {
      let instant = Instant(
        microseconds: .random(
          in: -62_135_596_800_000_000...253_402_300_799_999_999, using: &random))
      #expect(Instant(instant.description) == instant)
    }
  }

  @Test(arguments: [
    (0, 0), (86_399_999_999, 0), (86_400_000_000, 1), (-1, -1), (-86_400_000_000, -1),
    (-86_400_000_001, -2),
  ])
  func `The day of a moment begins at its midnight`(_ row: (microseconds: Int64, day: Int)) {
    #expect(Instant(microseconds: row.microseconds).day == Day(number: row.day))
  }

  @Test(arguments: ["0001-01-01", "1969-12-31", "1970-01-01", "2026-11-23", "9999-12-31"])
  func `The first moment of a day is in the day, and the moment before is not`(
    _ text: String
  ) throws {
    let day = try #require(Day(text))
    let start = Instant(startOf: day)
    #expect(start.day == day)
    #expect(Instant(microseconds: start.microseconds - 1).day < day)
    #expect(start.description == "\(text)T00:00:00.000000Z")
  }

  @Test(arguments: [
    (Int64.min, "0001-01-01"), (-62_135_596_800_000_001, "0001-01-01"),
    (253_402_300_800_000_000, "9999-12-31"), (Int64.max, "9999-12-31"),
  ])
  func `A moment outside the calendar is told from those in it and can be written`(
    _ row: (microseconds: Int64, day: String)
  ) throws {
    let instant = Instant(microseconds: row.microseconds)
    #expect(Instant(startOf: instant.day) != instant)
    #expect(instant.day != Day(row.day))
    #expect(instant.description.hasPrefix(row.day))
    #expect(Instant(instant.description) != nil)
  }

  @Test func `Moments are in the order of time`() throws {
    let texts = [
      "1969-12-31T23:59:59Z", "1970-01-01", "2026-11-23T09:32:00Z", "2026-11-23T09:32:00.000001Z",
    ]
    let instants = try texts.map { try #require(Instant($0)) }
    #expect(instants.reversed().sorted() == instants)
  }
}
