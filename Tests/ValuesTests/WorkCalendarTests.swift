import TestKit
import Testing
import Values

/// Working days as a network counts them: without its weekends and holidays.
@Suite struct WorkCalendarTests {
  private func calendar(
    weekend: Set<Int> = [6, 7], _ days: [String] = [], yearly: Set<WorkCalendar.Yearly> = []
  ) throws -> WorkCalendar {
    let days = try Set(days.map { try #require(Day($0)) })
    return try #require(WorkCalendar(weekend: weekend, days: days, yearly: yearly))
  }

  @Test(arguments: [
    ("2026-11-23", true), ("2026-11-27", true), ("2026-11-28", false), ("2026-11-29", false),
    ("2026-12-25", true),
  ])
  func `Where nothing is said, Monday to Friday are working days`(
    _ row: (day: String, isWorking: Bool)
  ) throws {
    #expect(WorkCalendar.weekdays.isWorkingDay(try #require(Day(row.day))) == row.isWorking)
  }

  @Test(arguments: [[1, 2, 3, 4, 5, 6, 7], [0], [8], [6, 7, 9]])
  func `A week without work, or with a day that it does not have, is no calendar`(
    _ weekend: [Int]
  ) {
    #expect(WorkCalendar(weekend: Set(weekend)) == nil)
  }

  /// The days agree with `easter` of PyPI's python-dateutil 2.9, as do all from 1583 to 4098.
  @Test(arguments: [
    "1818-03-22", "1886-04-25", "1943-04-25", "1954-04-18", "1961-04-02", "1981-04-19",
    "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20", "2026-04-05",
    "2027-03-28", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22",
  ])
  func `Easter Sunday is that of other programs`(_ text: String) throws {
    let day = try #require(Day(text))
    #expect(Day(easterOf: day.year) == day)
  }

  @Test func `Easter is a Sunday from 22 March to 25 April, whatever the year`() throws {
    for year in 1...9_999 {
      let easter = try #require(Day(easterOf: year))
      #expect(easter.weekday == 7)
      let (first, last) = (
        try #require(Day(year: year, month: 3, day: 22)),
        try #require(Day(year: year, month: 4, day: 25))
      )
      #expect(first <= easter && easter <= last)
    }
  }

  @Test(arguments: [
    (-2, "2026-04-03"), (1, "2026-04-06"), (39, "2026-05-14"), (50, "2026-05-25"),
    (-47, "2026-02-17"),
  ])
  func `A feast by Easter is free in each year on its own day`(_ row: (offset: Int, day: String))
    throws
  {
    let calendar = try calendar(weekend: [], yearly: [.easter(offset: row.offset)])
    let day = try #require(Day(row.day))
    #expect(!calendar.isWorkingDay(day))
    #expect(calendar.isWorkingDay(Day(number: day.number + 1)))
    #expect(calendar.isWorkingDay(day + Period(years: 1)))
  }

  @Test func `A holiday of each year comes again, and 29 February only where there is one`() throws
  {
    let calendar = try calendar(
      weekend: [], yearly: [.date(month: 12, day: 25), .date(month: 2, day: 29)])
    for text in ["0001-12-25", "2026-12-25", "9999-12-25", "2024-02-29"] {
      #expect(!calendar.isWorkingDay(try #require(Day(text))), "\(text)")
    }
    for text in ["2026-12-24", "2026-02-28", "2026-03-01"] {
      #expect(calendar.isWorkingDay(try #require(Day(text))), "\(text)")
    }
  }

  /// Ten working days over Easter 2026, with Maundy Thursday to Easter Monday free.
  @Test(arguments: [
    ("2026-03-30", 10, "2026-04-16"), ("2026-03-30", 2, "2026-04-01"),
    ("2026-03-30", 3, "2026-04-07"), ("2026-04-01", 1, "2026-04-07"),
    ("2026-04-04", 1, "2026-04-07"), ("2026-04-07", -1, "2026-04-01"),
    ("2026-04-04", 0, "2026-04-04"), ("2026-12-24", 1, "2026-12-28"),
  ])
  func `Working days are added over Easter and Christmas`(
    _ row: (from: String, count: Int, until: String)
  ) throws {
    let calendar = try calendar(yearly: [
      .easter(offset: -3), .easter(offset: -2), .easter(offset: 1), .date(month: 12, day: 25),
    ])
    let from = try #require(Day(row.from))
    #expect(calendar.adding(workingDays: row.count, to: from) == Day(row.until))
  }

  @Test(arguments: [10_001, -10_001, Int.max, Int.min])
  func `More working days than any rule counts are none`(_ count: Int) {
    #expect(WorkCalendar.weekdays.adding(workingDays: count, to: Day(number: 0)) == nil)
  }

  @Test func `Days that are centuries apart are not counted`() throws {
    let calendar = WorkCalendar.weekdays
    let (first, last) = (Day(number: 0), Day(number: 200_000))
    #expect(calendar.workingDays(after: first, through: last) == 142_856)
    #expect(calendar.workingDays(after: first, through: Day(number: 200_001)) == nil)
    #expect(calendar.workingDays(after: Day(number: 200_001), through: first) == nil)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `Counting agrees with walking from day to day, whatever the calendar`(_ seed: UInt64) throws
  {
    var random = Seeded(seed: seed)
    let weekends: [Set<Int>] = [[6, 7], [5], [], [5, 6, 7], [1, 2, 3, 4, 5, 6], [7]]
    let days = Set(
      (0..<30).map { _ in Day(number: Int.random(in: 20_000...21_000, using: &random)) })
    let yearly = Set(
      (0..<8).map { _ -> WorkCalendar.Yearly in
        Bool.random(using: &random)
          ? .easter(offset: Int.random(in: -60...60, using: &random))
          : .date(
            month: Int.random(in: 1...12, using: &random),
            day: Int.random(in: 1...31, using: &random))
      })
    let calendar = try #require(
      WorkCalendar(weekend: weekends[Int(seed) - 1], days: days, yearly: yearly))
    for _ in 0..<40 {
      let first = Day(number: Int.random(in: 20_000...20_900, using: &random))
      let last = Day(number: first.number + Int.random(in: 0...900, using: &random))
      let walked = (first.number..<last.number).count {
        calendar.isWorkingDay(Day(number: $0 + 1))
      }
      #expect(calendar.workingDays(after: first, through: last) == walked)
      #expect(calendar.workingDays(after: last, through: first) == -walked)
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `So many working days later there lie as many between`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let calendar = try calendar(
      ["2026-12-24"], yearly: [.easter(offset: 1), .date(month: 12, day: 26)])
    for _ in 0..<50 {
      let day = Day(number: Int.random(in: 20_000...21_000, using: &random))
      let count = Int.random(in: 1...120, using: &random)
      let later = try #require(calendar.adding(workingDays: count, to: day))
      #expect(calendar.isWorkingDay(later))
      #expect(calendar.workingDays(after: day, through: later) == count)
    }
  }
}
