/// A day, or as much of it as a source gives: a year, a month, a day.
///
/// Public sources say "October 2016"; the record says what they say and no more.
package struct PartialDay: Hashable, Sendable {
  package enum Precision: Int, Hashable, Sendable { case year, month, day }

  /// The first day that it may mean.
  package let first: Day
  package let precision: Precision

  package init(_ day: Day) {
    first = day
    precision = .day
  }

  /// Reads `2016`, `2016-10` or `2016-10-14`.
  package init?(_ text: some StringProtocol) {
    let suffixes: [Int: (String, Precision)] = [
      4: ("-01-01", .year), 7: ("-01", .month), 10: ("", .day),
    ]
    guard let (suffix, precision) = suffixes[text.utf8.count], let first = Day(text + suffix) else {
      return nil
    }
    self.first = first
    self.precision = precision
  }

  /// The last day that it may mean.
  package var last: Day {
    switch precision {
    case .day: first
    case .month:
      Day(number: first.number + Day.days(inMonth: first.month, of: first.year) - 1)
    case .year: Day(number: (first + Period(years: 1)).number - 1)
    }
  }
}

extension PartialDay: CustomStringConvertible {
  package var description: String {
    switch precision {
    case .year: String(first.description.prefix(4))
    case .month: String(first.description.prefix(7))
    case .day: first.description
    }
  }
}
