import Testing
import Values

@Suite struct PartialDayTests {
  @Test(arguments: [
    ("2016", PartialDay.Precision.year, "2016-01-01", "2016-12-31"),
    ("2016-10", .month, "2016-10-01", "2016-10-31"),
    ("2016-02", .month, "2016-02-01", "2016-02-29"),
    ("2015-02", .month, "2015-02-01", "2015-02-28"),
    ("2016-12", .month, "2016-12-01", "2016-12-31"),
    ("2016-10-14", .day, "2016-10-14", "2016-10-14"),
    ("0001", .year, "0001-01-01", "0001-12-31"),
    ("9999", .year, "9999-01-01", "9999-12-31"),
    ("9999-12", .month, "9999-12-01", "9999-12-31"),
  ])
  func `A day known in part has the first and the last day that it may mean`(
    _ row: (text: String, precision: PartialDay.Precision, first: String, last: String)
  ) throws {
    let partial = try #require(PartialDay(row.text))
    #expect(partial.precision == row.precision)
    #expect(partial.first == Day(row.first))
    #expect(partial.last == Day(row.last))
    #expect(partial.description == row.text)
  }

  @Test(arguments: [
    "", "201", "20166", "0000", "2016-", "2016-1", "2016-13", "2016-00", "2016-10-", "2016-10-1",
    "2016-02-30", "2016-10-14T", "Oct 16", "October", "abcd", "2016/10", "-2016", "２016",
  ])
  func `A text that is no day, month or year is refused`(_ text: String) {
    #expect(PartialDay(text) == nil)
  }

  @Test func `A whole day is exact`() throws {
    let day = try #require(Day("2016-10-14"))
    #expect(PartialDay(day) == PartialDay("2016-10-14"))
    #expect(PartialDay(day).first == day)
    #expect(PartialDay(day).last == day)
  }

  @Test func `The first day of a year, its month and its year are three statements`() {
    let statements = ["2016", "2016-01", "2016-01-01"].map { PartialDay($0) }
    #expect(Set(statements).count == 3)
    #expect(Set(statements.map { $0?.first }).count == 1)
  }

  @Test func `The months of a year follow each other without a gap`() throws {
    let months = try (1...12).map { try #require(PartialDay("2024-\($0 < 10 ? "0" : "")\($0)")) }
    for (month, next) in zip(months, months.dropFirst()) {
      #expect(month.last.days(until: next.first) == 1)
    }
    #expect(months.first?.first == PartialDay("2024")?.first)
    #expect(months.last?.last == PartialDay("2024")?.last)
  }
}
