import TestKit
import Testing
import Values

/// Days, sums and moments as Python's datetime has them, chosen by chance; never edited.
@Suite struct CalendarVectorTests {
  static let days: [(number: Int, text: String, weekday: Int)] = [
    (-219_537, "1368-12-05", 1),
    (620_853, "3669-11-02", 6),
    (1_388_541, "5771-09-12", 4),
    (1_427_578, "5878-07-30", 2),
    (1_995_383, "7433-03-05", 2),
    (2_887_941, "9876-11-30", 4),
    (-288_672, "1179-08-24", 5),
    (217_361, "2565-02-11", 1),
    (1_801_743, "6903-01-03", 3),
    (1_887_531, "7137-11-20", 6),
    (1_615_215, "6392-04-23", 4),
    (1_045_024, "4831-03-07", 5),
    (2_566_544, "8996-12-16", 5),
    (1_682_365, "6576-02-28", 3),
    (1_578_525, "6291-11-09", 1),
    (2_814_126, "9674-10-25", 4),
    (2_344_940, "8390-03-25", 7),
    (2_538_019, "8918-11-11", 5),
    (2_502_547, "8821-09-28", 2),
    (1_339_840, "5638-05-11", 2),
    (2_430_869, "8625-06-30", 4),
    (2_523_340, "8878-09-02", 5),
    (1_740_884, "6736-05-19", 2),
    (1_130_924, "5066-05-14", 1),
    (287_194, "2756-04-24", 2),
    (-708_531, "0030-02-09", 6),
    (1_856_997, "7054-04-15", 6),
    (-380_583, "0928-01-01", 4),
    (-254_700, "1272-08-27", 6),
    (485_610, "3299-07-22", 3),
  ]

  @Test(arguments: days)
  func `A day has the number, the date and the weekday that another calendar gives it`(
    _ row: (number: Int, text: String, weekday: Int)
  ) throws {
    let day = try #require(Day(row.text))
    #expect(day.number == row.number)
    #expect(Day(number: row.number).description == row.text)
    #expect(day.weekday == row.weekday)
    let parts = row.text.split(separator: "-").compactMap { Int($0) }
    #expect([day.year, day.month, day.day] == parts)
    #expect(Day(year: parts[0], month: parts[1], day: parts[2]) == day)
  }

  /// A day, a period, the day so much later, and the day so much earlier.
  static let sums: [(day: String, period: String, later: String, earlier: String)] = [
    ("1714-02-28", "P100Y11M14D", "1815-02-11", "1613-03-14"),
    ("1794-08-31", "P1Y6M30D", "1796-03-30", "1793-01-29"),
    ("2179-02-22", "P13M14D", "2180-04-05", "2178-01-08"),
    ("1708-02-06", "P1Y6M30D", "1709-09-05", "1706-07-07"),
    ("1744-11-11", "P100Y13M365D", "1846-12-11", "1642-10-11"),
    ("1865-07-31", "P100Y6M14D", "1966-02-14", "1765-01-17"),
    ("1974-09-30", "P2Y12M365D", "1978-09-30", "1970-09-30"),
    ("2001-07-01", "P2Y12M365D", "2005-07-01", "1997-07-01"),
    ("1996-03-31", "P4Y6M30D", "2000-10-30", "1991-08-31"),
    ("2048-07-16", "P2Y12M365D", "2052-07-15", "2044-07-16"),
    ("1661-12-15", "P25M", "1664-01-15", "1659-11-15"),
    ("2149-07-01", "P100Y365D", "2250-07-01", "2048-07-01"),
    ("1951-12-31", "P2Y1M", "1954-01-31", "1949-11-30"),
    ("2093-07-08", "P100Y11M365D", "2195-06-08", "1991-08-09"),
    ("1823-11-24", "P100Y6M365D", "1925-05-24", "1722-05-24"),
    ("2108-01-06", "P2Y25M30D", "2112-03-07", "2103-11-06"),
    ("1954-07-31", "P1Y", "1955-07-31", "1953-07-31"),
    ("1751-04-16", "P4Y11M365D", "1757-03-16", "1745-05-16"),
    ("1995-01-31", "P6M30D", "1995-08-30", "1994-07-01"),
    ("1978-09-04", "P2Y25M30D", "1982-11-03", "1974-07-05"),
    ("2044-02-12", "P25M14D", "2046-03-26", "2041-12-29"),
    ("1871-01-31", "P11M365D", "1872-12-30", "1869-02-28"),
    ("1829-07-31", "P11M30D", "1830-07-30", "1828-08-01"),
    ("1689-11-20", "P2Y6M", "1692-05-20", "1687-05-20"),
    ("1783-05-27", "P2Y1M30D", "1785-07-27", "1781-03-28"),
    ("1653-10-31", "P2Y12M365D", "1657-10-31", "1649-10-31"),
    ("1703-05-13", "P1M", "1703-06-13", "1703-04-13"),
    ("2089-07-31", "P4Y6M14D", "2094-02-14", "2085-01-17"),
    ("1754-10-31", "P100Y12M365D", "1856-10-30", "1652-10-31"),
    ("1996-11-08", "P12M1D", "1997-11-09", "1995-11-07"),
    ("1983-03-20", "P4Y13M365D", "1989-04-20", "1977-02-20"),
    ("1852-05-31", "P100Y1M1D", "1952-07-01", "1752-04-29"),
    ("2064-05-31", "P2Y11M1D", "2067-05-01", "2061-06-29"),
    ("2016-12-24", "P2Y", "2018-12-24", "2014-12-24"),
    ("1923-03-11", "P25M14D", "1925-04-25", "1921-01-28"),
    ("2107-08-31", "P365D", "2108-08-30", "2106-08-31"),
  ]

  @Test(arguments: sums)
  func `A period later and earlier is the day that another calendar gives`(
    _ row: (day: String, period: String, later: String, earlier: String)
  ) throws {
    let (day, period) = (try #require(Day(row.day)), try #require(Period(row.period)))
    #expect((day + period).description == row.later)
    #expect((day - period).description == row.earlier)
  }

  static let moments: [(microseconds: Int64, text: String)] = [
    (126_805_209_211_010_177, "5988-04-18T21:13:31.010177Z"),
    (112_919_232_938_761_832, "5548-04-08T13:35:38.761832Z"),
    (125_815_249_202_882_166, "5956-12-05T00:20:02.882166Z"),
    (7_831_086_529_598_596, "2218-02-27T13:48:49.598596Z"),
    (26_576_283_417_277_059, "2812-03-02T20:56:57.277059Z"),
    (237_401_326_247_554_938, "9492-12-12T12:50:47.554938Z"),
    (187_822_146_277_425_910, "7921-11-06T10:24:37.425910Z"),
    (131_796_674_806_262_079, "6146-06-21T11:26:46.262079Z"),
    (-22_066_688_496_195_510, "1270-09-25T12:18:23.804490Z"),
    (167_962_790_193_243_015, "7292-07-11T18:36:33.243015Z"),
    (50_558_980_779_571_975, "3572-02-25T09:19:39.571975Z"),
    (-36_058_478_779_444_276, "0827-05-09T11:53:40.555724Z"),
    (251_900_874_090_525_721, "9952-06-03T09:01:30.525721Z"),
    (198_321_390_718_960_511, "8254-07-22T11:11:58.960511Z"),
  ]

  @Test(arguments: moments)
  func `A moment is written as another calendar writes it`(
    _ row: (microseconds: Int64, text: String)
  ) {
    #expect(Instant(microseconds: row.microseconds).description == row.text)
    #expect(Instant(row.text)?.microseconds == row.microseconds)
    #expect(Instant(microseconds: row.microseconds).day.description == String(row.text.prefix(10)))
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `A period of months is so many months, counted one by one`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    for _ in 0..<100 {
      let number = Int.random(in: 0...20_000, using: &random)
      // The first of a month is in every month, so that the steps hold nothing back.
      let first = try #require(Day(year: Day(number: number).year, month: 3, day: 1))
      let count = Int.random(in: 0...60, using: &random)
      let stepped = (0..<count).reduce(first) { day, _ in day + Period(months: 1) }
      #expect(first + Period(months: count) == stepped)
      #expect(stepped - Period(months: count) == first)
      #expect(first + Period(years: count) == first + Period(months: 12 * count))
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `A month later is never in the month after the next`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 0..<200 {
      let day = Day(number: Int.random(in: -700_000...2_900_000, using: &random))
      let later = day + Period(months: 1)
      #expect((later.year * 12 + later.month) - (day.year * 12 + day.month) == 1)
      #expect(later.day == min(day.day, Day.days(inMonth: later.month, of: later.year)))
      #expect((28...31).contains(day.days(until: later)))
    }
  }
}

/// What holds for every pair of words, however they are spelled.
@Suite struct NearestLawTests {
  private static func word(_ random: inout Seeded, _ letters: String = "abcé") -> String {
    let letters = Array(letters)
    return String(
      (0..<Int.random(in: 0...8, using: &random)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &random)]
      })
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `A word that is there finds itself, or one of the same letters`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 0..<100 {
      let words = (0..<5).map { _ in Self.word(&random) }
      for word in words {
        // Swapped neighbours cost nothing, so that either of two such words may be meant.
        let found = Nearest.word(to: word, among: words)
        #expect(found?.unicodeScalars.sorted() == word.unicodeScalars.sorted())
      }
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `What is suggested is one of the words, whatever their order`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 0..<100 {
      let words = (0..<6).map { _ in Self.word(&random) }
      let typed = Self.word(&random, "abcdé")
      let found = Nearest.word(to: typed, among: words)
      #expect(found.map { words.contains($0) } ?? true)
      #expect(Nearest.word(to: typed, among: words.reversed()) == found)
      #expect(Nearest.word(to: typed, among: words + words) == found)
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `One slip in a long word still finds it`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    let word = "recording_since"
    for _ in 0..<100 {
      var letters = Array(word)
      let place = Int.random(in: 0..<letters.count - 1, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: letters.remove(at: place)
      case 1: letters.insert("x", at: place)
      case 2: letters[place] = "x"
      default: letters.swapAt(place, place + 1)
      }
      #expect(Nearest.word(to: String(letters), among: ["until", word, "rights"]) == word)
    }
  }

  @Test func `Among no words there is none`() {
    #expect(Nearest.word(to: "a", among: []) == nil)
    #expect(Nearest.word(to: "", among: [""]) == "")
  }
}
