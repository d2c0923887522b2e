import Plugins
import TestKit
import Testing
import Values

@Suite struct TimestampTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0, 0), ("1970-01-01T00:00:01Z", 1, 0),
    ("1969-12-31T23:59:59Z", -1, 0), ("1970-01-01T00:00:00.5Z", 0, 500_000_000),
    ("1969-12-31T23:59:59.25Z", -1, 250_000_000), ("1970-01-01T01:00:00+01:00", 0, 0),
    ("1969-12-31T23:00:00-01:00", 0, 0), ("1970-01-01T05:45:00+05:45", 0, 0),
    ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
    ("9999-12-31T23:59:59.999999999Z", 253_402_300_799, 999_999_999),
    ("2000-02-29T00:00:00Z", 951_782_400, 0), ("2009-02-13T23:31:30Z", 1_234_567_890, 0),
  ])
  func `A moment is read to the nanosecond, with its offset`(
    _ row: (text: String, seconds: Int64, nanoseconds: Int32)
  ) throws {
    let moment = try #require(CEL.Timestamp(row.text))
    #expect(moment.seconds == row.seconds && moment.nanoseconds == row.nanoseconds)
  }

  @Test(arguments: [
    "", "2026", "2026-11-23", "2026-11-23T09:32:00", "2026-11-23 09:32:00Z",
    "2026-11-23t09:32:00Z", "2026-11-23T09:32Z", "2026-11-23T9:32:00Z", "2026-13-01T00:00:00Z",
    "2026-02-29T00:00:00Z", "2026-11-23T24:00:00Z", "2026-11-23T09:60:00Z",
    "2026-11-23T09:32:60Z", "2026-11-23T09:32:00.Z", "2026-11-23T09:32:00.1234567890Z",
    "2026-11-23T09:32:00+1:00", "2026-11-23T09:32:00+0100", "2026-11-23T09:32:00+24:00",
    "2026-11-23T09:32:00+01:60", "2026-11-23T09:32:00ZZ", "0000-01-01T00:00:00Z",
    "10000-01-01T00:00:00Z", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
    "\u{661}026-11-23T09:32:00Z", "2026-11-23T09:32:00 Z",
  ])
  func `Anything else is no moment`(_ text: String) {
    #expect(CEL.Timestamp(text) == nil)
  }

  @Test(arguments: [
    (0, 0, "1970-01-01T00:00:00Z"), (-1, 0, "1969-12-31T23:59:59Z"),
    (0, 1, "1970-01-01T00:00:00.000000001Z"), (0, 120_000_000, "1970-01-01T00:00:00.12Z"),
    (-1, 999_999_999, "1969-12-31T23:59:59.999999999Z"),
    (253_402_300_799, 0, "9999-12-31T23:59:59Z"), (-62_135_596_800, 0, "0001-01-01T00:00:00Z"),
  ])
  func `A moment is written in UTC with the digits that it needs`(
    _ row: (seconds: Int64, nanoseconds: Int32, text: String)
  ) throws {
    let moment = try #require(CEL.Timestamp(seconds: row.seconds, nanoseconds: row.nanoseconds))
    #expect(moment.description == row.text)
  }

  private static let outside: [(seconds: Int64, nanoseconds: Int32)] = [
    (253_402_300_800, 0), (-62_135_596_801, 0), (.max, 0), (.min, 0), (0, -1), (0, 1_000_000_000),
  ]

  @Test(arguments: outside)
  func `There is no moment outside the years 1 to 9999`(
    _ row: (seconds: Int64, nanoseconds: Int32)
  ) {
    #expect(CEL.Timestamp(seconds: row.seconds, nanoseconds: row.nanoseconds) == nil)
  }

  @Test(arguments: [0, 1, -1, 999_999, -999_999, 1_000_000, -1_000_001, 1_790_000_000_123_456])
  func `A moment of the log is the same moment here`(_ microseconds: Int64) throws {
    let instant = Instant(microseconds: microseconds)
    let moment = try #require(CEL.Timestamp(instant))
    #expect(moment.instant == instant)
    #expect((0..<1_000_000_000).contains(moment.nanoseconds))
    #expect(CEL.Timestamp(instant.description) == moment)
  }

  @Test(arguments: [1, 2, 3])
  func `What is written is read as the same, and keeps its order`(_ seed: UInt64) throws {
    var generator = Seeded(seed: seed)
    var last = try #require(CEL.Timestamp(seconds: 0))
    for _ in 0..<500 {
      let seconds = Int64.random(in: -62_135_596_800...253_402_300_799, using: &generator)
      let nanoseconds = Int32.random(in: 0..<1_000_000_000, using: &generator)
      let moment = try #require(CEL.Timestamp(seconds: seconds, nanoseconds: nanoseconds))
      #expect(CEL.Timestamp(moment.description) == moment)
      let isBefore = (last.seconds, last.nanoseconds) < (seconds, nanoseconds)
      #expect((last < moment) == isBefore)
      last = moment
    }
  }
}
