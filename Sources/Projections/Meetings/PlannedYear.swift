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
    let seated = try swaps(views, until: year)
    return rules.series.flatMap { series -> [Row] in
      let own = meetings.filter { $0.text("series") == series.id }
      let next = counters.first { $0.text("series") == series.id }?.int("next") ?? 1
      let board = Presidency(rules: rules, swaps: seated)
      let proposed = Self.proposals(of: series, own, next: next, in: year, on: day, board)
      let recorded = own.compactMap { Self.recorded($0, series, in: year, on: day, board) }
      return (recorded + proposed).sorted { ($0.day("from") ?? day) < ($1.day("from") ?? day) }
    }
  }

  /// Years between now and the one asked about take their numbers first.
  private static func proposals(
    of series: Series, _ meetings: [Row], next: Int, in year: Int, on day: Day, _ board: Presidency
  ) -> [Row] {
    guard let frequency = series.minimum, day.year <= year, year <= day.year + farthest else {
      return []
    }
    let plan = YearPlan(frequency: frequency, calendar: board.rules.calendar.days)
    var known = meetings.filter { $0.text("stage") != "cancelled" }
      .compactMap { $0.partialDay("from")?.first }
    var (number, rows): (Int, [Row]) = (next, [])
    for current in day.year...year {
      for from in plan.proposals(in: current, beside: known, after: day) {
        if current == year {
          rows.append(row(series, number, nil, from, "proposed", on: day, board))
        }
        known.append(from)
        number += 1
      }
    }
    return rows
  }

  private static func recorded(
    _ meeting: Row, _ series: Series, in year: Int, on day: Day, _ board: Presidency
  ) -> Row? {
    guard let from = meeting.partialDay("from")?.first, from.year == year else { return nil }
    return row(
      series, meeting.int("number"), meeting.text("meeting"), from, meeting.text("stage") ?? "",
      on: day, board)
  }

  private static func row(
    _ series: Series, _ number: Int?, _ meeting: String?, _ from: Day, _ stage: String,
    on day: Day, _ board: Presidency
  ) -> Row {
    let seat = board.seat(on: from)
    let convened = series.notice?.latestConvocation(for: from, isUrgent: false)
    let values: [JSON] = [
      .text(series.id), .orNull(number), .orNull(meeting), .orNull(from), .text(stage),
      .orNull(seat?.body), .texts(seat?.members ?? []), .orNull(seat?.chair), .orNull(convened),
      .orNull(series.notice?.documents.map { from - $0 }),
    ]
    return Row(columns: columns, values: values, validFrom: day, validUntil: nil, event: nil)
  }

  /// The rows of boards whose members swapped duties, that have begun by the end of a year.
  private static func swaps(_ views: Views, until year: Int) throws -> [Row] {
    guard let last = Day(year: year, month: 12, day: 31) else { return [] }
    return try views.history("board", until: last).filter { $0.text("origin") == "swap" }
  }
}

/// Who presides, by the rules and by what members of a group have swapped.
private struct Presidency {
  let rules: Rules
  let swaps: [Row]

  /// The group that the calendar of a rotation seats on a day, and whose turn it is.
  func seat(on day: Day) -> (body: String, members: [String], chair: String?)? {
    for body in rules.bodies {
      guard case .rotation(let rule) = body.composition, let group = rule.group(on: day) else {
        continue
      }
      let chair = rule.chair(on: day, amongSeated: members(of: body.id, on: day))
      return (body.id, group.members, chair)
    }
    return nil
  }

  /// In the order of their turns; none where nobody has swapped.
  private func members(of body: String, on day: Day) -> [String] {
    swaps.filter { row in
      row.text("body") == body && row.validFrom <= day && row.validUntil.map { day < $0 } != false
    }.sorted { ($0.int("place") ?? 0) < ($1.int("place") ?? 0) }.compactMap { $0.text("member") }
  }
}
