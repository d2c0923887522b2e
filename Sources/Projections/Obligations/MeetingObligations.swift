import Plugins
import Values

/// The minimum of meetings of each series, by the rules in force on the day.
enum MeetingObligations {
  /// One obligation for each series that has a minimum; `meetings` are the rows of the day.
  static func all(under rules: Rules, meetings: [Row], on day: Day) -> [Obligation] {
    let founded = rules.founding.on.last
    guard founded <= day else { return [] }
    return rules.series.compactMap { series in
      guard let frequency = series.minimum else { return nil }
      let own = meetings.filter { $0.text("series") == series.id }
      let held = own.filter { $0.wasHeld && ($0.partialDay("from")?.first ?? day) <= day }
      let unheld = Set(own.filter { !$0.wasHeld }.compactMap { $0.int("number") })
      return obligation(series, frequency, held, unheld, founded)
    }
  }

  private static func obligation(
    _ series: Series, _ frequency: Frequency, _ held: [Row], _ unheld: Set<Int>,
    _ founded: Day
  ) -> Obligation {
    let minimum = RollingMinimum(
      frequency,
      held: held.map { .init(number: $0.int("number"), lastDay: $0.partialDay("until")?.last) },
      unheld: unheld, founded: founded)
    return Obligation(
      kind: .meetings, clause: frequency.clause, subject: series.id, owedBy: series.body,
      since: minimum.since, due: minimum.due,
      event: held.last { $0.partialDay("until") != nil }?.event,
      basis: JSON.Fields([
        ("needed", .orNull(minimum.needed)), ("period", .text(minimum.period.description)),
        ("counted", .orNull(minimum.counted)), ("undated", .orNull(minimum.undated)),
        ("since", .orNull(minimum.since)),
      ]))
  }
}
