package import Plugins
package import Values

extension ProgrammeRule {
  /// The last day of a programme that begins on a day and has the length of the rule.
  ///
  /// A programme of two years from 7 April 2017 ends with 6 April 2019.
  package func lastDay(from day: Day) -> Day { Day(number: (day + length).number - 1) }

  /// Whether a programme has the length of the rule, to the day.
  package func derivation(from first: Day, until last: Day) -> Derivation {
    Derivation(
      clause, "programme-length",
      JSON.Fields([
        ("from", .text(first.description)), ("until", .text(last.description)),
        ("length", .text(length.description)),
        ("lawful_until", .text(lastDay(from: first).description)),
      ]), holds: last == lastDay(from: first))
  }
}

extension SubgroupRule {
  /// Whether a mandate is no longer than the rule allows; nil when it knows no limit.
  package func derivation(from first: Day, until last: Day) -> Derivation? {
    longest.map { longest in
      let latest = Day(number: (first + longest).number - 1)
      return Derivation(
        clause, "mandate-length",
        JSON.Fields([
          ("from", .text(first.description)), ("until", .text(last.description)),
          ("longest", .text(longest.description)), ("lawful_until", .text(latest.description)),
        ]), holds: last <= latest)
    }
  }
}

extension SubgroupRule {
  /// The first day without a subgroup whose mandate ended on a day; nil where nothing but an act ends one.
  ///
  /// A mandate until 31 March that is followed by P30D ends with 30 April, so that 1 May is the first day without it.
  package func firstDayWithout(mandateUntil until: Day) -> Day? {
    endsAfter.map { Day(number: (until + $0).number + 1) }
  }

  /// That the mandate has run out, and the time after it; nil where nothing but an act ends a subgroup.
  package func derivation(mandateUntil until: Day, on day: Day) -> Derivation? {
    guard let endsAfter, let first = firstDayWithout(mandateUntil: until) else { return nil }
    return Derivation(
      clause, "mandate-run-out",
      JSON.Fields([
        ("mandate_until", .text(until.description)), ("ends_after", .text(endsAfter.description)),
        ("first_day_without", .text(first.description)),
      ]), holds: first <= day)
  }
}

extension OutputRule {
  /// The last day on which an output is in time; nil when no deadline is known.
  package func due(after lastDay: Day) -> Day? { within.map { lastDay + $0 } }

  /// Whether an output came in time; lateness is shown and never blocks.
  ///
  /// Nil when no deadline is known.
  package func derivation(after lastDay: Day, publishedOn day: Day) -> Derivation? {
    guard let within, let due = due(after: lastDay) else { return nil }
    return Derivation(
      clause, "report-deadline",
      JSON.Fields([
        ("last_day", .text(lastDay.description)), ("within", .text(within.description)),
        ("due", .text(due.description)), ("published_on", .text(day.description)),
        ("days_late", .count(max(0, due.days(until: day)))),
      ]), holds: day <= due)
  }
}
