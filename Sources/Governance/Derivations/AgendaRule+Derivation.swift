package import Plugins
package import Values

extension AgendaRule {
  /// The last day on which an item is added in time.
  ///
  /// As with the notice the day itself is not counted: seven days before 14 December is 7 December.
  package func lastDay(for opening: Day) -> Day {
    NoticeRule(period: freeze, urgent: nil, documents: nil, clause: clause)
      .latestConvocation(for: opening, isUrgent: false)
  }

  /// Whether an item is in time, with every day behind the answer.
  ///
  /// - Parameters:
  ///   - day: On which it is added.
  ///   - opening: The first day of the meeting.
  ///   - frozenOn: On which somebody froze the agenda; nil when nobody did.
  /// - Returns: The answer, which holds for an item in time.
  package func derivation(addedOn day: Day, opening: Day, frozenOn: Day?) -> Derivation {
    let last = lastDay(for: opening)
    var inputs = JSON.Fields([
      ("added_on", .text(day.description)), ("first_day", .text(opening.description)),
      ("freeze", .text(freeze.description)), ("last_day", .text(last.description)),
      ("late", .text(late.rawValue)),
    ])
    inputs["frozen_on"] = frozenOn.map { .text($0.description) }
    return Derivation(
      clause, "agenda-freeze", inputs, holds: day <= last && frozenOn.map { day < $0 } != false)
  }
}
