import Testing

@testable import Values

@Suite struct DayTests {
  @Test(arguments: ["1970-01-01", "2000-02-29", "2016-11-24", "2026-12-31", "0001-01-01"])
  func `A day reads and writes the same`(_ text: String) throws {
    #expect(try #require(Day(text)).description == text)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "26-01-01", "2026-1-1", "", "2026-01-01T00", "20260101",
  ])
  func `A text that is no day is refused`(_ text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `Each day of four hundred years follows the last`() throws {
    let start = try #require(Day("1900-01-01"))
    for offset in 0..<146_097 {
      let day = Day(number: start.number + offset)
      #expect(Day(year: day.year, month: day.month, day: day.day) == day)
    }
  }

  @Test func `Weekdays count from Monday`() throws {
    #expect(try #require(Day("2026-11-23")).weekday == 1)
    #expect(try #require(Day("1969-12-28")).weekday == 7)
  }

  @Test(arguments: [
    ("2024-01-31", "P1M", "2024-02-29"), ("2024-02-29", "P1Y", "2025-02-28"),
    ("2026-11-23", "P14D", "2026-12-07"), ("2026-11-23", "P2W", "2026-12-07"),
    ("2025-12-31", "P1Y6M", "2027-06-30"),
  ])
  func `A period later keeps to the month's end`(_ row: (String, String, String)) throws {
    let period = try #require(Period(row.1))
    #expect(try #require(Day(row.0)) + period == Day(row.2))
  }

  @Test(arguments: ["P", "P2", "2Y", "P1D1Y", "PT1H", "bi-annual", "P-1D", "P99999D"])
  func `A text that is no period is refused`(_ text: String) {
    #expect(Period(text) == nil)
  }
}
