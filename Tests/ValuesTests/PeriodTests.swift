import TestKit
import Testing
import Values

@Suite struct PeriodTests {
  @Test(arguments: [
    ("P2Y", Period(years: 2)), ("P6M", Period(months: 6)), ("P14D", Period(days: 14)),
    ("P2W", Period(days: 14)), ("P1Y6M", Period(years: 1, months: 6)),
    ("P1Y2M3D", Period(years: 1, months: 2, days: 3)), ("P1Y1D", Period(years: 1, days: 1)),
    ("P1W1D", Period(days: 8)), ("P1Y1M1W1D", Period(years: 1, months: 1, days: 8)),
    ("P0D", Period()), ("P0Y0M0D", Period()), ("P18M", Period(months: 18)),
    ("P9999Y9999M9999D", Period(years: 9_999, months: 9_999, days: 9_999)),
    ("P007D", Period(days: 7)),
  ])
  func `A period is read in each of its forms`(_ row: (text: String, period: Period)) {
    #expect(Period(row.text) == row.period)
  }

  @Test(arguments: [
    "", "P", "p1Y", "1Y", "P2", "2Y", "P1D1Y", "P1D1W", "P1M1Y", "P1Y1Y", "PT1H", "P1DT1H",
    "bi-annual",
    "P-1D", "-P1D", "P+1D", "P1.5D", "P1,5D", "P 1D", "P1 D", "P1D ", " P1D", "P1d", "P99999D",
    "P10000Y", "PY", "PD", "P1YM", "P1Q", "P١D", "P１D", "P\u{301}1Y", "P1Y\u{301}", "P1\u{301}Y",
  ])
  func `A text that is no period is refused`(_ text: String) {
    #expect(Period(text) == nil)
  }

  @Test(arguments: [
    ("P2W", "P14D"), ("P1Y0M1D", "P1Y1D"), ("P0M", "P0D"), ("P12M", "P12M"), ("P1Y6M", "P1Y6M"),
  ])
  func `A period is written in years, months and days`(_ row: (read: String, written: String)) {
    #expect(Period(row.read)?.description == row.written)
  }

  @Test func `Every small period reads and writes the same`() {
    for years in 0...4 {
      for months in 0...13 {
        for days in 0...32 {
          let period = Period(years: years, months: months, days: days)
          #expect(Period(period.description) == period)
        }
      }
    }
  }

  @Test func `Only a period of nothing is zero`() {
    #expect(Period().isZero)
    #expect(Period("P0W")?.isZero == true)
    for period in [Period(years: 1), Period(months: 1), Period(days: 1)] {
      #expect(!period.isZero)
    }
  }

  @Test func `Twelve months are not the same period as a year`() {
    #expect(Period(months: 12) != Period(years: 1))
  }
}

/// Sums of days and periods.
@Suite struct PeriodSumTests {
  @Test(arguments: [
    ("2024-01-31", "P1M", "2024-02-29"), ("2023-01-31", "P1M", "2023-02-28"),
    ("2024-02-29", "P1Y", "2025-02-28"), ("2024-02-29", "P4Y", "2028-02-29"),
    ("2026-11-23", "P14D", "2026-12-07"), ("2026-11-23", "P2W", "2026-12-07"),
    ("2025-12-31", "P1Y6M", "2027-06-30"), ("2026-12-15", "P1M", "2027-01-15"),
    ("2026-11-30", "P3M", "2027-02-28"), ("2026-01-31", "P1M1D", "2026-03-01"),
    ("2026-05-31", "P13M", "2027-06-30"), ("2026-11-23", "P0D", "2026-11-23"),
    ("9998-12-31", "P1Y", "9999-12-31"), ("0001-01-01", "P9998Y", "9999-01-01"),
  ])
  func `A period later keeps to the month's end`(_ row: (String, String, String)) throws {
    let period = try #require(Period(row.1))
    #expect(try #require(Day(row.0)) + period == Day(row.2))
  }

  @Test(arguments: [
    ("2024-03-31", "P1M", "2024-02-29"), ("2024-02-29", "P1Y", "2023-02-28"),
    ("2026-12-07", "P14D", "2026-11-23"), ("2027-01-31", "P2M", "2026-11-30"),
    ("2027-01-15", "P1M", "2026-12-15"), ("2026-03-31", "P1M1D", "2026-02-27"),
    ("2027-06-30", "P1Y6M", "2025-12-30"), ("0002-01-01", "P1Y", "0001-01-01"),
    ("0001-02-01", "P1M", "0001-01-01"),
  ])
  func `A period earlier keeps to the month's end`(_ row: (String, String, String)) throws {
    let period = try #require(Period(row.1))
    #expect(try #require(Day(row.0)) - period == Day(row.2))
  }

  @Test(arguments: [
    ("9999-12-31", "P1D"), ("9999-06-01", "P1Y"), ("9999-12-01", "P1M"), ("2026-11-23", "P9999Y"),
    ("9999-12-31", "P9999Y9999M9999D"),
  ])
  func `A sum beyond the calendar is later than all its days and is written as its last`(
    _ row: (String, String)
  ) throws {
    let last = try #require(Day("9999-12-31"))
    let sum = try #require(Day(row.0)) + #require(Period(row.1))
    #expect(sum > last)
    #expect(sum.description == "9999-12-31")
  }

  @Test(arguments: [
    ("0001-01-01", "P1D"), ("0001-12-31", "P1Y"), ("0001-01-31", "P1M"), ("2026-11-23", "P9999Y"),
    ("0001-01-01", "P9999Y9999M9999D"),
  ])
  func `A difference before the calendar is earlier than all its days`(
    _ row: (String, String)
  ) throws {
    let first = try #require(Day("0001-01-01"))
    let difference = try #require(Day(row.0)) - #require(Period(row.1))
    #expect(difference < first)
    #expect(difference.description == "0001-01-01")
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `A later day plus the same period is never earlier`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 0..<200 {
      let day = Day(number: .random(in: -719_162...2_932_896, using: &random))
      let period = Period(
        years: .random(in: 0...9_999, using: &random), months: .random(in: 0...40, using: &random),
        days: .random(in: 0...400, using: &random))
      let next = Day(number: day.number + 1)
      #expect(day + period <= next + period)
      #expect(day - period <= next - period)
      #expect(period.isZero || (day - period < day && day < day + period))
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `Going by days and back comes to the same day`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 0..<200 {
      let day = Day(number: .random(in: -719_162...2_932_896, using: &random))
      let period = Period.days(.random(in: 0...9_999, using: &random))
      #expect(day + period - period == day)
      #expect(day.days(until: day + period) == period.days)
    }
  }
}
