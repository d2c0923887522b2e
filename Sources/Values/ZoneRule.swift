/// When summer time begins and ends in the years that zone data do not list.
///
/// Reads `WET0WEST,M3.5.0/1,M10.5.0`: names, offsets west of UTC, and the days by month, week and
/// weekday, the only form that today's zones use.
///
/// Source: POSIX.1-2017, section 8.3, "TZ"; RFC 8536, section 3.3.
package struct ZoneRule: Hashable, Sendable {
  /// The last or nth weekday of a month, at a time of that day.
  package struct Change: Hashable, Sendable {
    package let month: Int
    /// 1 to 4, or 5 for the last.
    package let week: Int
    /// Sunday is 0.
    package let weekday: Int
    /// After midnight by the clock that holds until then.
    package let seconds: Int
  }

  /// Seconds east of UTC.
  private let standard: Int
  private let summer: (offset: Int, from: Change, until: Change)?

  package static func == (left: ZoneRule, right: ZoneRule) -> Bool {
    left.standard == right.standard && left.summer?.offset == right.summer?.offset
      && left.summer?.from == right.summer?.from && left.summer?.until == right.summer?.until
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(standard)
    hasher.combine(summer?.offset)
  }

  /// Nil for a text of another form.
  package init?(_ text: String) {
    var rest = Substring(text)
    guard Self.takeName(&rest), let west = Self.takeTime(&rest) else { return nil }
    standard = -west
    guard !rest.isEmpty else {
      summer = nil
      return
    }
    guard Self.takeName(&rest) else { return nil }
    let summerWest = rest.hasPrefix(",") ? west - 3_600 : Self.takeTime(&rest)
    let parts = rest.split(separator: ",", omittingEmptySubsequences: false)
    guard let summerWest, parts.count == 3, parts[0].isEmpty, let from = Change(parts[1]),
      let until = Change(parts[2])
    else { return nil }
    summer = (-summerWest, from, until)
  }

  /// Seconds east of UTC at a moment, in seconds since 1970.
  package func offset(at seconds: Int64) -> Int {
    guard let summer else { return standard }
    let local = Instant(microseconds: (seconds + Int64(standard)) * 1_000_000)
    let start = summer.from.seconds(in: local.day.year) - Int64(standard)
    let end = summer.until.seconds(in: local.day.year) - Int64(summer.offset)
    let isSummer =
      start < end ? (start..<end).contains(seconds) : !(end..<start).contains(seconds)
    return isSummer ? summer.offset : standard
  }

  // MARK: Reading

  /// Letters, or anything between angle brackets.
  private static func takeName(_ rest: inout Substring) -> Bool {
    if rest.first == "<" {
      guard let end = rest.firstIndex(of: ">") else { return false }
      rest = rest[rest.index(after: end)...]
      return true
    }
    let name = rest.prefix { $0.isASCII && $0.isLetter }
    rest = rest.dropFirst(name.count)
    return name.count >= 3
  }

  /// `[+-]h[h[h]][:mm[:ss]]` in seconds.
  fileprivate static func takeTime(_ rest: inout Substring) -> Int? {
    let sign = rest.first == "-" ? -1 : 1
    if rest.first == "-" || rest.first == "+" { rest = rest.dropFirst() }
    let text = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ":") }
    rest = rest.dropFirst(text.count)
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...3).contains(parts.count), let hours = parts[0], hours <= 167,
      let minutes = parts.count > 1 ? parts[1] : 0, let seconds = parts.count > 2 ? parts[2] : 0
    else { return nil }
    return sign * (hours * 3_600 + minutes * 60 + seconds)
  }
}

extension ZoneRule.Change {
  /// Reads `M3.5.0/1`; without a time it is two o'clock.
  fileprivate init?(_ text: Substring) {
    let halves = text.split(separator: "/", maxSplits: 1)
    guard let date = halves.first, date.hasPrefix("M") else { return nil }
    let numbers = date.dropFirst().split(separator: ".").compactMap { Int($0) }
    var time = halves.count == 2 ? halves[1] : "2"
    guard numbers.count == 3, (1...12).contains(numbers[0]), (1...5).contains(numbers[1]),
      (0...6).contains(numbers[2]), let seconds = ZoneRule.takeTime(&time), time.isEmpty
    else { return nil }
    self.init(month: numbers[0], week: numbers[1], weekday: numbers[2], seconds: seconds)
  }

  /// The change of a year, in seconds since 1970 by the local clock.
  fileprivate func seconds(in year: Int) -> Int64 {
    guard let first = Day(year: year, month: month, day: 1) else { return 0 }
    let distance = (weekday - first.weekday % 7 + 7) % 7
    var day = 1 + distance + (week - 1) * 7
    while day > Day.days(inMonth: month, of: year) { day -= 7 }
    return Int64(first.number + day - 1) * 86_400 + Int64(seconds)
  }
}
