package import Values

/// The days on which a network works, for periods that are counted in working days.
package struct CalendarRule: Hashable, Sendable {
  /// What holds where the rules say nothing: Monday to Friday, without holidays.
  package static let usual = CalendarRule(days: .weekdays, clause: nil)

  /// A day of the week, as a plugin writes it.
  package enum Weekday: String, CaseIterable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// Monday is 1, Sunday is 7.
    package var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
  }

  package var days: WorkCalendar
  /// Nil where the rules say nothing.
  package var clause: Clause?

  package init(days: WorkCalendar, clause: Clause?) { (self.days, self.clause) = (days, clause) }
}
