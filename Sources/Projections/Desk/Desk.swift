package import Values

/// What the secretariat has to do, by day, as it follows from the log and the rules of a day.
///
/// ```swift
/// let entries = try Desk.entries(views, on: today, within: Period("P30D"))
/// ```
///
/// What is overdue is always there; what is due later than the period is not there yet.
package enum Desk {
  /// The entries in the order of their days.
  ///
  /// - Parameters:
  ///   - views: Those that are asked.
  ///   - day: Today, or any other day.
  ///   - period: How far ahead is looked; nil for all that is known.
  /// - Returns: None when nothing is to be done.
  /// - Throws: Only what is wrong with the log.
  package static func entries(_ views: Views, on day: Day, within period: Period?) throws
    -> [DeskEntry]
  {
    let all =
      try DeskMeetings.entries(views, on: day) + DeskMatters.entries(views, on: day)
      + DeskWork.entries(views, on: day) + DeskTerms.entries(views, on: day)
    let last = period.map { day + $0 }
    return all.filter { entry in last.map { entry.due <= $0 } ?? true }
      .sorted(by: DeskEntry.isBefore)
  }
}
