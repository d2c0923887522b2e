import Plugins
import Testing
import Values

@testable import Projections

@Suite struct RollingMinimumTests {
  private static let clause = Clause(id: "series.annual", source: .practice)

  private func minimum(
    _ count: Int, per period: String = "P1Y", held: [(Int?, String?)], unheld: Set<Int> = [],
    founded: String
  ) throws -> RollingMinimum {
    let frequency = Frequency(
      atLeast: count, per: try #require(Period(period)), clause: Self.clause)
    let meetings = try held.map { number, day in
      RollingMinimum.Held(number: number, lastDay: try day.map { try #require(Day($0)) })
    }
    return RollingMinimum(
      frequency, held: meetings, unheld: unheld, founded: try #require(Day(founded)))
  }

  private func overdue(_ minimum: RollingMinimum, on day: String) throws -> String? {
    minimum.overdueSince(on: try #require(Day(day)))?.description
  }

  /// CiberRed: one meeting a year; met in 2018 and 2019, then not until 2025.
  @Test(arguments: [
    ("2017-10-31", 0, nil), ("2017-11-01", 0, "2017-11-01"), ("2018-02-05", 1, nil),
    ("2019-02-05", 1, nil), ("2019-02-06", 1, "2019-02-06"), ("2020-06-26", 2, nil),
    ("2020-06-27", 2, "2020-06-27"), ("2024-01-01", 2, "2020-06-27"), ("2025-11-18", 3, nil),
    ("2026-11-18", 3, nil), ("2026-11-19", 3, "2026-11-19"),
  ]) func `One meeting a year is overdue a year after the last one`(
    _ day: String, _ count: Int, _ since: String?
  ) throws {
    let held: [(Int?, String?)] = [(1, "2018-02-05"), (2, "2019-06-26"), (nil, "2025-11-18")]
    let minimum = try minimum(1, held: Array(held.prefix(count)), founded: "2016-10-31")
    #expect(try overdue(minimum, on: day) == since)
  }

  @Test func `Two meetings a year run from the last but one`() throws {
    let minimum = try minimum(
      2, held: [(1, "2016-11-24"), (2, "2017-04-07")], founded: "2016-06-09")
    #expect(minimum.since.description == "2016-11-24")
    #expect(minimum.due.description == "2017-11-24")
    #expect(try overdue(minimum, on: "2017-11-24") == nil)
    #expect(try overdue(minimum, on: "2017-11-25") == "2017-11-25")
  }

  @Test func `With fewer meetings than asked for the period runs from the founding`() throws {
    let minimum = try minimum(2, held: [(1, "2016-11-24")], founded: "2016-06-09")
    #expect(minimum.due.description == "2017-06-09")
    #expect(minimum.counted == 1)
  }

  /// EJCN: plenaries 8 to 13 took place on days that nobody published.
  @Test func `Meetings known by their numbers alone count on the day of the next known one`() throws
  {
    let held: [(Int?, String?)] = [
      (1, "2016-11-24"), (2, "2017-04-07"), (6, "2019-04-05"), (7, "2019-11-15"),
      (14, "2023-06-16"),
    ]
    let minimum = try minimum(2, held: held, founded: "2016-06-09")
    #expect(minimum.counted == 14)
    #expect(minimum.undated == 9)
    #expect(minimum.due.description == "2024-06-16")
    #expect(try overdue(minimum, on: "2024-01-01") == nil)
  }

  @Test func `A first known meeting with a later number counts those before it`() throws {
    let minimum = try minimum(2, held: [(3, "2021-07-02")], founded: "2016-10-14")
    #expect(minimum.counted == 3)
    #expect(minimum.due.description == "2022-07-02")
  }

  @Test func `A meeting without a number fills one place in the numbers`() throws {
    let minimum = try minimum(
      2, held: [(1, "2018-02-07"), (nil, "2019-04-12"), (3, "2021-07-02")], founded: "2016-10-14")
    #expect(minimum.undated == 0)
    #expect(minimum.due.description == "2020-04-12")
  }

  @Test func `A meeting without a day and without a later one keeps nothing`() throws {
    let minimum = try minimum(
      1, held: [(3, "2021-07-02"), (4, nil)], founded: "2016-10-14")
    #expect(minimum.due.description == "2022-07-02")
  }

  /// EJCN in the played cycle: the 21st plenary was cancelled, the 22nd held a year after the 20th.
  @Test func `A cancelled meeting keeps its number and is not counted as held`() throws {
    let held: [(Int?, String?)] = [(1, "2026-10-21"), (2, "2027-10-21"), (4, "2028-10-12")]
    let minimum = try minimum(2, held: held, unheld: [3], founded: "2016-06-09")
    #expect(minimum.counted == 3 && minimum.undated == 0)
    #expect(minimum.due.description == "2028-10-21")
    #expect(try overdue(minimum, on: "2028-10-22") == "2028-10-22")
  }

  @Test(arguments: [([3, 5], 2), ([5, 6], 3), ([3], 2), ([], 3)] as [(Set<Int>, Int)])
  func `Only numbers below a meeting can be those of meetings before it`(
    _ row: (unheld: Set<Int>, counted: Int)
  ) throws {
    let minimum = try minimum(
      1, held: [(2, "2026-10-21"), (4, "2027-10-21")], unheld: row.unheld, founded: "2016-06-09")
    #expect(minimum.counted == row.counted + 1)
  }

  @Test func `The order in which meetings are given does not matter`() throws {
    let held: [(Int?, String?)] = [(2, "2017-04-07"), (6, "2019-04-05"), (1, "2016-11-24")]
    let forward = try minimum(2, held: held, founded: "2016-06-09")
    let backward = try minimum(2, held: held.reversed(), founded: "2016-06-09")
    #expect(forward == backward)
  }

  @Test func `A leap day is followed by the last day of February`() throws {
    let minimum = try minimum(1, held: [(1, "2024-02-29")], founded: "2016-06-09")
    #expect(minimum.due.description == "2025-02-28")
  }
}
