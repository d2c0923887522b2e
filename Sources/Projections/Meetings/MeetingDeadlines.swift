import Plugins
import Values

/// The days that the rules in force on a meeting's day set for it.
///
/// - Documents are due the notice rule's document period before the first day.
/// - A report is due its output's period after the last day; both where the last day is known
///   by month or year only, from the last day that it may mean.
/// - A report is late when it was published after that day or, unpublished, from the day after.
struct MeetingDeadlines: Hashable {
  /// What the record says of a meeting's days.
  struct Days: Hashable {
    let from: PartialDay?
    let until: PartialDay?
  }

  let documentsDue: Day?

  init(_ days: Days, _ series: Series?) {
    documentsDue = days.from.flatMap { from in
      guard from.precision == .day, let documents = series?.notice?.documents else { return nil }
      return from.first - documents
    }
  }

  /// The last day for an output of a meeting; nil when the rules or the record know none.
  static func due(_ output: OutputRule, after days: Days) -> Day? {
    guard let within = output.within, let last = days.until?.last else { return nil }
    return last + within
  }

  /// Whether an output is late on a day; nil when there is no day to be late by.
  static func isLate(_ due: Day?, published: PartialDay?, on day: Day) -> Bool? {
    due.map { due in published.map { due < $0.first } ?? (due < day) }
  }
}
