import Testing
import Values

@Suite struct DayTests {
  @Test(arguments: [
    "1970-01-01", "2000-02-29", "2016-11-24", "2026-12-31", "0001-01-01", "9999-12-31",
    "0999-12-31", "1900-02-28",
  ])
  func `A day reads and writes the same`(_ text: String) throws {
    #expect(try #require(Day(text)).description == text)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-04-31", "2026-01-00",
    "2026-01-32", "0000-12-31", "26-01-01", "2026-1-1", "", "2026-01-01T00", "20260101",
    "-001-01-01", "+2026-01-01", "2026-01-01 ", "2026/01/01", "10000-01-01", "２０２６-01-01",
    "2026-W01-1", "--",
  ])
  func `A text that is no day is refused`(_ text: String) {
    #expect(Day(text) == nil)
  }

  @Test(arguments: [
    (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0),
    (2026, 2, 29), (2026, 1, Int.max), (Int.max, 1, 1), (2026, Int.min, 1),
  ])
  func `Numbers that are no day of the calendar make none`(_ row: (Int, Int, Int)) {
    #expect(Day(year: row.0, month: row.1, day: row.2) == nil)
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("0001-01-01", -719_162),
    ("9999-12-31", 2_932_896),
  ])
  func `Days are counted from the first of 1970`(_ row: (text: String, number: Int)) throws {
    #expect(try #require(Day(row.text)).number == row.number)
    #expect(Day(number: row.number).description == row.text)
  }

  @Test func `Each day of four hundred years follows the last`() throws {
    let start = try #require(Day("1900-01-01"))
    for offset in 0..<146_097 {
      let day = Day(number: start.number + offset)
      #expect(Day(year: day.year, month: day.month, day: day.day) == day)
    }
  }

  @Test func `Each month of the calendar begins after the last day of the one before`() throws {
    var former: Day?
    for year in 1...9999 {
      for month in 1...12 {
        let first = try #require(Day(year: year, month: month, day: 1))
        let length = Day.days(inMonth: month, of: year)
        let last = try #require(Day(year: year, month: month, day: length))
        #expect(Day(year: year, month: month, day: length + 1) == nil)
        if let former { #expect(first.number == former.number + 1) }
        former = last
      }
    }
  }

  @Test(arguments: [(2023, 28), (2024, 29), (1900, 28), (2000, 29), (2100, 28), (4, 29)])
  func `February has a leap day by the rule of Gregory`(_ row: (year: Int, days: Int)) {
    #expect(Day.days(inMonth: 2, of: row.year) == row.days)
  }

  @Test func `Weekdays count from Monday`() throws {
    let monday = try #require(Day("2026-11-23"))
    #expect((0..<8).map { Day(number: monday.number + $0).weekday } == [1, 2, 3, 4, 5, 6, 7, 1])
    #expect(try #require(Day("1969-12-28")).weekday == 7)
    #expect(try #require(Day("0001-01-01")).weekday == 1)
    #expect(try #require(Day("9999-12-31")).weekday == 5)
  }

  @Test func `Days are in the order of the calendar`() throws {
    let texts = ["0001-01-01", "1969-12-31", "1970-01-01", "2026-09-30", "2026-10-01"]
    let days = try texts.map { try #require(Day($0)) }
    #expect(days.sorted() == days)
    #expect(days.shuffled().sorted().map(\.description) == texts)
  }

  @Test(arguments: [
    ("2026-11-23", "2026-12-07", 14), ("2026-11-23", "2026-11-23", 0),
    ("2026-12-07", "2026-11-23", -14), ("2024-02-28", "2024-03-01", 2),
    ("0001-01-01", "9999-12-31", 3_652_058),
  ])
  func `Days until another are counted without the first`(_ row: (String, String, Int)) throws {
    let (from, until) = (try #require(Day(row.0)), try #require(Day(row.1)))
    #expect(from.days(until: until) == row.2)
    #expect(from + .days(row.2) == until)
  }

  @Test(arguments: [
    (2_932_897, "9999-12-31"), (Int.max, "9999-12-31"), (-719_163, "0001-01-01"),
    (Int.min, "0001-01-01"),
  ])
  func `A day outside the calendar is written as the nearest that can be read`(
    _ row: (number: Int, text: String)
  ) {
    #expect(Day(number: row.number).description == row.text)
    #expect(Day(row.text) != nil)
  }
}
