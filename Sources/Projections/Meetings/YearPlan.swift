import Plugins
import Values

/// The days that a series of meetings should have in a year, by how often its rule lets it meet.
///
/// The year has as many equal parts as meetings are due. A part without a meeting gets the day, 52 weeks later,
/// of the meeting in the same part of the year before, else its middle; then the next working day.
struct YearPlan {
  let frequency: Frequency
  let calendar: WorkCalendar

  /// As many as anybody could hold in a year.
  private static let most = 52

  /// First days that are missing in a year, in their order.
  ///
  /// - Parameters:
  ///   - year: Which one.
  ///   - known: First days of the meetings that are planned or were held, of any year.
  ///   - today: No day before it is proposed.
  /// - Returns: None where every part has a meeting.
  func proposals(in year: Int, beside known: [Day], after today: Day) -> [Day] {
    parts(of: year, beside: known).compactMap { part in
      guard !known.contains(where: part.contains) else { return nil }
      let day = working(day(in: part, beside: known), within: part)
      return day < today ? nil : day
    }
  }

  /// The parts of a year in which a meeting is due.
  private func parts(of year: Int, beside known: [Day]) -> [ClosedRange<Day>] {
    guard let first = Day(year: year, month: 1, day: 1),
      let last = Day(year: year, month: 12, day: 31)
    else { return [] }
    let count = count(upTo: last, beside: known)
    let length = last.number - first.number + 1
    return (0..<count).map { index in
      let begin = first.number + index * length / count
      let end = first.number + (index + 1) * length / count - 1
      return Day(number: begin)...Day(number: end)
    }
  }

  /// How many are due in a year; of what is due less than once a year, one when its time has come.
  private func count(upTo last: Day, beside known: [Day]) -> Int {
    let per = frequency.per
    let months = 12 * per.years + per.months
    if months > 12 {
      let latest = known.filter { $0 <= last }.max()
      return latest.map { $0 + per <= last } ?? true ? 1 : 0
    }
    let count =
      months > 0 ? frequency.atLeast * 12 / months : frequency.atLeast * 365 / max(1, per.days)
    return min(max(1, count), Self.most)
  }

  private func day(in part: ClosedRange<Day>, beside known: [Day]) -> Day {
    let shifted = known.map { Day(number: $0.number + 364) }
    return shifted.filter(part.contains).min()
      ?? Day(number: (part.lowerBound.number + part.upperBound.number) / 2)
  }

  /// The same day or the next working one, as long as it lies in the part.
  private func working(_ day: Day, within part: ClosedRange<Day>) -> Day {
    var found = day
    while !calendar.isWorkingDay(found), found < part.upperBound {
      found = Day(number: found.number + 1)
    }
    return calendar.isWorkingDay(found) ? found : day
  }
}
