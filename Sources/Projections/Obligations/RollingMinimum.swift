package import Plugins
package import Values

/// "At least n meetings in each period", read as a rolling obligation.
///
/// The next meeting is due on the last day of the n-th latest meeting held, plus the period. With
/// fewer than n meetings ever held it is due a period after the founding. It is overdue from the
/// day after, until a meeting is held. To recompute it: list the meetings held by the day, newest
/// first, take the n-th, add the period to its last day.
///
/// A meeting is held on the last day that its record may mean. One without a known day, or known only
/// by a gap in the numbers, counts on the day of the next meeting with a known day: what
/// is not known is never held against the network.
package struct RollingMinimum: Hashable, Sendable {
  /// A meeting that took place.
  package struct Held: Hashable, Sendable {
    package let number: Int?
    /// Nil when no day is known.
    package let lastDay: Day?

    package init(number: Int?, lastDay: Day?) {
      self.number = number
      self.lastDay = lastDay
    }
  }

  /// How many meetings are asked for in a period.
  package let needed: Int
  package let period: Period
  /// How many meetings were counted, with those that only the numbers tell of.
  package let counted: Int
  /// How many of them have no known day of their own.
  package let undated: Int
  /// The day from which the period runs.
  package let since: Day
  /// The last day on which the next meeting keeps the obligation.
  package let due: Day

  /// - Parameters:
  ///   - frequency: The rule.
  ///   - held: The meetings held by the day that is asked about, in any order.
  ///   - unheld: Numbers that a meeting has which was not held, such as a cancelled one.
  ///   - founded: The last day that the founding may mean.
  package init(_ frequency: Frequency, held: [Held], unheld: Set<Int> = [], founded: Day) {
    let days = Self.days(of: held, unheld)
    needed = frequency.atLeast
    period = frequency.per
    counted = days.count
    undated = days.count - held.count { $0.lastDay != nil }
    since = days.count < needed ? founded : days[days.count - needed]
    due = since + period
  }

  /// The first day of delay, when there is one by then.
  package func overdueSince(on day: Day) -> Day? {
    let first = Day(number: due.number + 1)
    return first <= day ? first : nil
  }

  /// One day for each meeting, oldest first.
  private static func days(of held: [Held], _ unheld: Set<Int>) -> [Day] {
    let dated = held.compactMap { meeting in
      meeting.lastDay.map { (day: $0, number: meeting.number) }
    }
    .sorted { ($0.day, $0.number ?? .max) < ($1.day, $1.number ?? .max) }
    var days: [Day] = []
    for meeting in dated {
      // The numbers before this one that no meeting with a day has taken.
      let unseen =
        meeting.number.map { number in
          max(0, number - 1 - days.count - unheld.count { $0 < number })
        } ?? 0
      days += Array(repeating: meeting.day, count: unseen + 1)
    }
    return days
  }
}
