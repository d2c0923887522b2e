import Plugins
import TestKit
import Testing
import Values

/// Days, months and working days are those of the network's zone and calendar.
@Suite struct CalendarTests {
  private static let amsterdam = Zone(
    transitions: [], before: 3_600, rule: ZoneRule("CET-1CEST,M3.5.0,M10.5.0/3"))

  private static func calendar(
    _ zone: Zone, weekend: Set<Int> = [6, 7], _ holidays: [String] = []
  ) throws -> CEL.Calendar {
    let days = try Set(holidays.map { try #require(Day($0)) })
    return CEL.Calendar(
      zone: zone, days: try #require(WorkCalendar(weekend: weekend, days: days)))
  }

  private static func shown(_ text: String, _ calendar: CEL.Calendar) throws -> String {
    var activation = CEL.Activation()
    activation.calendar = calendar
    switch try Evaluating.program(text).evaluate(activation).result {
    case .success(let value): return value.shown
    case .failure(let error): return "!" + error.code.name
    }
  }

  @Test(arguments: [
    ("2026-11-23T09:00:00Z", "P1D", "2026-11-24T09:00:00Z"),
    ("2026-11-23T09:00:00Z", "P2W", "2026-12-07T09:00:00Z"),
    ("2026-11-23T09:00:00Z", "P1M", "2026-12-23T09:00:00Z"),
    ("2026-11-23T09:00:00Z", "P1Y", "2027-11-23T09:00:00Z"),
    ("2026-01-31T09:00:00Z", "P1M", "2026-02-28T09:00:00Z"),
    ("2024-01-31T09:00:00Z", "P1M", "2024-02-29T09:00:00Z"),
    ("2024-02-29T09:00:00Z", "P1Y", "2025-02-28T09:00:00Z"),
    ("2026-11-23T09:00:00.123456789Z", "P1D", "2026-11-24T09:00:00.123456789Z"),
    ("2026-11-23T23:30:00Z", "P1M", "2026-12-23T23:30:00Z"),
    ("2026-01-30T23:30:00Z", "P1M", "2026-02-27T23:30:00Z"),
    // The clocks go forward on 29 March 2026 at 01:00 UTC and back on 25 October.
    ("2026-03-28T11:00:00Z", "P1D", "2026-03-29T10:00:00Z"),
    ("2026-03-28T09:00:00Z", "P1M", "2026-04-28T08:00:00Z"),
    ("2026-10-24T10:00:00Z", "P1D", "2026-10-25T11:00:00Z"),
    ("2026-10-24T10:00:00Z", "P1M", "2026-11-24T11:00:00Z"),
    // 02:30 does not exist on that day: it becomes 03:30, an hour later than it would have been.
    ("2026-03-28T01:30:00Z", "P1D", "2026-03-29T01:30:00Z"),
    // 02:30 is shown twice on that day: the first counts.
    ("2026-10-24T00:30:00Z", "P1D", "2026-10-25T00:30:00Z"),
    ("2026-10-24T01:30:00Z", "P1D", "2026-10-25T02:30:00Z"),
    ("2026-11-23T09:00:00Z", "P0D", "2026-11-23T09:00:00Z"),
  ])
  func `A period is added by the calendar, at the same time of day`(
    _ row: (from: String, period: String, until: String)
  ) throws {
    let text = "addPeriod(timestamp('\(row.from)'), '\(row.period)')"
    #expect(try Self.shown(text, Self.calendar(Self.amsterdam)) == row.until)
  }

  @Test(arguments: [
    ("addPeriod(timestamp('9999-12-01T00:00:00Z'), 'P1M')", "!evaluation-time-outside"),
    ("addPeriod(timestamp('2026-01-01T00:00:00Z'), 'P9999Y')", "!evaluation-time-outside"),
    ("addPeriod(timestamp('2026-01-01T00:00:00Z'), dyn('1M'))", "!evaluation-period"),
    ("addPeriod(timestamp('2026-01-01T00:00:00Z'), dyn('PT1H'))", "!evaluation-period"),
    ("addPeriod(dyn(1), 'P1M')", "!evaluation-no-overload"),
    ("addWorkingDays(timestamp('9999-12-31T00:00:00Z'), 1)", "!evaluation-time-outside"),
    ("addWorkingDays(timestamp('2026-01-01T00:00:00Z'), 10001)", "!evaluation-time-outside"),
    ("addWorkingDays(timestamp(0), -9223372036854775808)", "!evaluation-time-outside"),
    ("year(dyn(2026))", "!evaluation-no-overload"),
    ("workingDaysBetween(timestamp(0), dyn(1))", "!evaluation-no-overload"),
    (
      "workingDaysBetween(timestamp('0001-01-01T00:00:00Z'), timestamp('9999-01-01T00:00:00Z'))",
      "!evaluation-time-outside"
    ),
  ])
  func `What leaves the calendar is an error`(_ row: (text: String, shown: String)) throws {
    #expect(try Self.shown(row.text, Self.calendar(.utc)) == row.shown)
  }

  @Test(arguments: [
    ("2026-12-31T22:59:59Z", "2026", "12", "31"), ("2026-12-31T23:00:00Z", "2027", "1", "1"),
    ("2026-06-30T21:59:59Z", "2026", "6", "30"), ("2026-06-30T22:00:00Z", "2026", "7", "1"),
    ("1969-12-31T23:00:00Z", "1970", "1", "1"), ("0001-01-01T00:00:00Z", "1", "1", "1"),
  ])
  func `Year, month and day are those of the network, and begin with 1`(
    _ row: (moment: String, year: String, month: String, day: String)
  ) throws {
    let calendar = try Self.calendar(Self.amsterdam)
    #expect(try Self.shown("year(timestamp('\(row.moment)'))", calendar) == row.year)
    #expect(try Self.shown("month(timestamp('\(row.moment)'))", calendar) == row.month)
    #expect(try Self.shown("day(timestamp('\(row.moment)'))", calendar) == row.day)
  }

  /// 23 November 2026 is a Monday.
  @Test(arguments: [
    ("2026-11-23", 0, "2026-11-23"), ("2026-11-23", 1, "2026-11-24"),
    ("2026-11-23", 4, "2026-11-27"), ("2026-11-23", 5, "2026-11-30"),
    ("2026-11-27", 1, "2026-11-30"), ("2026-11-28", 1, "2026-11-30"),
    ("2026-11-29", 1, "2026-11-30"), ("2026-11-28", 0, "2026-11-28"),
    ("2026-11-23", -1, "2026-11-20"), ("2026-11-29", -1, "2026-11-27"),
    ("2026-11-30", 1, "2026-12-02"), ("2026-11-30", 2, "2026-12-03"),
    ("2026-12-02", -1, "2026-11-30"), ("2026-12-24", 1, "2026-12-28"),
    ("2026-11-23", 20, "2026-12-22"),
  ])
  func `Working days leave out weekends and holidays`(
    _ row: (from: String, count: Int, until: String)
  ) throws {
    let calendar = try Self.calendar(.utc, ["2026-12-01", "2026-12-25", "2026-12-26"])
    let text = "addWorkingDays(timestamp('\(row.from)T09:00:00Z'), \(row.count))"
    #expect(try Self.shown(text, calendar) == "\(row.until)T09:00:00Z")
  }

  @Test func `A working day ends with the day of the network, and keeps the time of day`() throws {
    let calendar = try Self.calendar(Self.amsterdam)
    let friday = "addWorkingDays(timestamp('2026-03-27T22:30:00Z'), 1)"
    #expect(try Self.shown(friday, calendar) == "2026-03-30T21:30:00Z")
    let saturday = "addWorkingDays(timestamp('2026-03-27T23:30:00Z'), 1)"
    #expect(try Self.shown(saturday, calendar) == "2026-03-29T22:30:00Z")
  }

  @Test(arguments: [
    ("2026-11-23", "2026-11-23", 0), ("2026-11-23", "2026-11-24", 1),
    ("2026-11-23", "2026-11-30", 5), ("2026-11-27", "2026-11-29", 0),
    ("2026-11-27", "2026-11-30", 1), ("2026-11-30", "2026-12-02", 1),
    ("2026-11-30", "2026-11-23", -5), ("2026-12-24", "2026-12-28", 1),
    ("2026-01-01", "2027-01-01", 259),
  ])
  func `Working days between two days are those after the first, with the last`(
    _ row: (from: String, until: String, count: Int)
  ) throws {
    let calendar = try Self.calendar(.utc, ["2026-12-01", "2026-12-25", "2026-12-26"])
    let text = """
      workingDaysBetween(timestamp('\(row.from)T23:00:00Z'), timestamp('\(row.until)T01:00:00Z'))
      """
    #expect(try Self.shown(text, calendar) == "\(row.count)")
  }

  @Test(arguments: [1, 2, 3, 4])
  func `Working days added are the working days between, whatever the calendar`(
    _ seed: UInt64
  ) throws {
    var generator = Seeded(seed: seed)
    let weekend = Set([[6, 7], [5], [], [5, 6, 7]][Int(seed) - 1])
    let holidays = Set(
      (0..<40).map { _ in Day(number: 20_000 + Int.random(in: 0..<700, using: &generator)) })
    let calendar = CEL.Calendar(
      zone: .utc, days: try #require(WorkCalendar(weekend: weekend, days: holidays)))
    for _ in 0..<50 {
      let day = Day(number: 20_000 + Int.random(in: 0..<300, using: &generator))
      let count = Int.random(in: 0...100, using: &generator)
      let start = "timestamp('\(day)T12:00:00Z')"
      let text = "workingDaysBetween(\(start), addWorkingDays(\(start), \(count)))"
      #expect(try Self.shown(text, calendar) == "\(count)")
    }
  }

  @Test func `Holidays for ever leave no working day, and take no time for ever`() throws {
    let calendar = try Self.calendar(.utc, weekend: [1, 2, 3, 4, 5, 6])
    let text = "addWorkingDays(timestamp('2026-11-23T09:00:00Z'), 10000)"
    #expect(try Self.shown(text, calendar) == "2218-07-19T09:00:00Z")
  }

  @Test(arguments: [
    "year(timestamp(0))", "month(timestamp(0))", "day(timestamp(0))",
    "addPeriod(timestamp(0), 'P1D')", "addWorkingDays(timestamp(0), 1)",
    "workingDaysBetween(timestamp(0), timestamp(1))",
  ])
  func `Without a calendar nobody says UTC for the network`(_ text: String) {
    #expect(Evaluating.shown(text) == "!evaluation-calendar-missing")
  }

  @Test(arguments: [
    ("getHours('Europe/Amsterdam')", "0"), ("getDate('Europe/Amsterdam')", "1"),
    ("getMonth('Europe/Amsterdam')", "6"), ("getFullYear('Europe/Amsterdam')", "2026"),
    ("getDayOfWeek('Europe/Amsterdam')", "3"), ("getDayOfYear('Europe/Amsterdam')", "181"),
    ("getDayOfMonth('Europe/Amsterdam')", "0"), ("getMinutes('Europe/Amsterdam')", "30"),
    ("getSeconds('Europe/Amsterdam')", "15"), ("getMilliseconds('Europe/Amsterdam')", "250"),
    ("getMilliseconds('Nowhere')", "!evaluation-zone"), ("getHours('')", "!evaluation-zone"),
    ("getHours('+25:00')", "!evaluation-zone"), ("getHours('02:00')", "0"),
  ])
  func `A moment has parts in the zones that were given`(
    _ row: (call: String, shown: String)
  ) throws {
    var activation = CEL.Activation()
    let zone = Self.amsterdam
    activation.zones = { $0 == "Europe/Amsterdam" ? zone : nil }
    let program = try Evaluating.program("timestamp('2026-06-30T22:30:15.250Z').\(row.call)")
    switch program.evaluate(activation).result {
    case .success(let value): #expect(value.shown == row.shown)
    case .failure(let error): #expect("!" + error.code.name == row.shown)
    }
  }
}
