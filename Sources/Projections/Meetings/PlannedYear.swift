import Governance
import Plugins
package import Values

/// The meetings of a year: those on record, and what the rules would have beside them.
///
/// Nothing is written. Each has its number in the series, who presides by the calendar of a rotation, and the last day on which it
/// can be convened. The number of a meeting that was cancelled stays consumed.
package enum PlannedYear {
  package static let columns: [Column] = [
    .text("series"), .int("number"), .text("meeting"), .day("from"), .text("stage"),
    .text("body"), .list("presiding"), .text("chair"), .day("convene_by"), .day("documents_due"),
  ]

  /// So many years ahead may be asked about.
  package static let farthest = 50

  /// - Parameters:
  ///   - views: The meetings on record.
  ///   - year: Of the calendar, at most `farthest` years after the day.
  ///   - day: On which somebody asks; no day before it is proposed.
  /// - Returns: In the order of the series, then of the days.
  /// - Throws: What is wrong with the log or the views.
  package static func rows(_ views: Views, in year: Int, on day: Day) throws -> [Row] {
    guard let rules = try views.rules(on: day) else { return [] }
    let meetings = try views.rows("meeting", on: day)
    let counters = try views.rows("series", on: day)
    return rules.series.flatMap { series -> [Row] in
      let own = meetings.filter { $0.text("series") == series.id }
      let next = counters.first { $0.text("series") == series.id }?.int("next") ?? 1
      let proposed = Self.proposals(of: series, own, next: next, in: year, on: day, under: rules)
      let recorded = own.compactMap { Self.recorded($0, series, in: year, on: day, under: rules) }
      return (recorded + proposed).sorted { ($0.day("from") ?? day) < ($1.day("from") ?? day) }
    }
  }

  /// Years between now and the one asked about take their numbers first.
  private static func proposals(
    of series: Series, _ meetings: [Row], next: Int, in year: Int, on day: Day, under rules: Rules
  ) -> [Row] {
    guard let frequency = series.minimum, day.year <= year, year <= day.year + farthest else {
      return []
    }
    let plan = YearPlan(frequency: frequency, calendar: rules.calendar.days)
    var known = meetings.filter { $0.text("stage") != "cancelled" }
      .compactMap { $0.partialDay("from")?.first }
    var (number, rows): (Int, [Row]) = (next, [])
    for current in day.year...year {
      for from in plan.proposals(in: current, beside: known, after: day) {
        if current == year {
          rows.append(row(series, number, nil, from, "proposed", on: day, under: rules))
        }
        known.append(from)
        number += 1
      }
    }
    return rows
  }

  private static func recorded(
    _ meeting: Row, _ series: Series, in year: Int, on day: Day, under rules: Rules
  ) -> Row? {
    guard let from = meeting.partialDay("from")?.first, from.year == year else { return nil }
    return row(
      series, meeting.int("number"), meeting.text("meeting"), from, meeting.text("stage") ?? "",
      on: day, under: rules)
  }

  private static func row(
    _ series: Series, _ number: Int?, _ meeting: String?, _ from: Day, _ stage: String,
    on day: Day, under rules: Rules
  ) -> Row {
    let seat = presidency(on: from, under: rules)
    let convened = series.notice?.latestConvocation(for: from, isUrgent: false)
    let values: [JSON] = [
      .text(series.id), .orNull(number), .orNull(meeting), .orNull(from), .text(stage),
      .orNull(seat?.body), .texts(seat?.members ?? []), .orNull(seat?.chair), .orNull(convened),
      .orNull(series.notice?.documents.map { from - $0 }),
    ]
    return Row(columns: columns, values: values, validFrom: day, validUntil: nil, event: nil)
  }

  /// The group that the calendar of a rotation seats on a day, and whose turn it is.
  private static func presidency(on day: Day, under rules: Rules)
    -> (body: String, members: [String], chair: String?)?
  {
    for body in rules.bodies {
      guard case .rotation(let rule) = body.composition, let group = rule.group(on: day) else {
        continue
      }
      return (body.id, group.members, rule.chair(on: day))
    }
    return nil
  }
}
