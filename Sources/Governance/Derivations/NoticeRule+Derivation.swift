package import Plugins
package import Values

extension NoticeRule {
  /// The notice that applies: the shorter one only for an urgent meeting, where the rules know urgency.
  package func period(isUrgent: Bool) -> Period { isUrgent ? urgent ?? period : period }

  /// The first day on which a meeting may begin that is convened on a day.
  ///
  /// The day of the convocation is not counted: 14 days from 23 November is 7 December.
  package func earliestMeeting(convenedOn day: Day, isUrgent: Bool) -> Day {
    day + period(isUrgent: isUrgent)
  }

  /// The last day on which a meeting may be convened that begins on a day.
  package func latestConvocation(for opening: Day, isUrgent: Bool) -> Day {
    let period = period(isUrgent: isUrgent)
    var latest = opening - period
    // Months have different lengths, so that going back and forth need not meet: a few days either way.
    while latest + period > opening { latest = Day(number: latest.number - 1) }
    while Day(number: latest.number + 1) + period <= opening {
      latest = Day(number: latest.number + 1)
    }
    return latest
  }

  /// Whether a convocation gives enough notice, with every day behind the answer.
  package func derivation(convenedOn day: Day, opening: Day, isUrgent: Bool) -> Derivation {
    let earliest = earliestMeeting(convenedOn: day, isUrgent: isUrgent)
    var inputs = JSON.Fields([
      ("convened_on", .text(day.description)), ("first_day", .text(opening.description)),
      ("days_given", .count(day.days(until: opening))),
      ("period", .text(period(isUrgent: isUrgent).description)), ("urgent", .bool(isUrgent)),
      ("earliest_meeting", .text(earliest.description)),
      (
        "latest_convocation",
        .text(latestConvocation(for: opening, isUrgent: isUrgent).description)
      ),
    ])
    inputs["urgent_period"] = urgent.map { .text($0.description) }
    return Derivation(clause, "notice", inputs, holds: earliest <= opening)
  }
}
