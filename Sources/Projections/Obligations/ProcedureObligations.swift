import Plugins
import Values

/// Matters whose procedure was broken and that go to the next meeting, until the body has decided them.
///
/// Due by the last day of the first meeting of the body that is intended after the break; owed at once while
/// none is.
enum ProcedureObligations {
  /// The rows of the day asked about.
  struct Found {
    let procedures: [Row]
    let meetings: [Row]
    let deliberations: [Row]
    let items: [Row]
  }

  static func all(
    _ found: Found, rules: (Day) throws -> Rules?
  ) rethrows -> [Obligation] {
    try found.procedures.compactMap { row in
      guard row.text("stage") == "broken",
        row.text("then") == BreakingRule.Consequence.nextMeeting.rawValue,
        let name = row.text("procedure"), let body = row.text("body"), let since = row.day("ended"),
        !isTakenUp(row, since, in: found),
        let rules = try rules(row.day("opened") ?? since),
        let clause = row.text("rule").flatMap({ rules.procedure($0) })?.breaking?.clause
      else { return nil }
      let series = Set(rules.series.filter { $0.body == body }.map(\.id))
      let meeting = next(of: series, after: since, in: found.meetings)
      let item = meeting.flatMap { agendaItem(for: row, at: $0, in: found) }
      return Obligation(
        kind: .matter, clause: clause, subject: name, owedBy: body, since: since,
        due: meeting.flatMap(lastDay), event: row.event,
        basis: JSON.Fields([
          ("matter", .orNull(row.text("matter"))), ("title", .orNull(row.text("title"))),
          ("meeting", .orNull(meeting?.text("meeting"))), ("since", .orNull(since)),
          ("item", .orNull(item)), ("series", .orNull(series.min())),
        ]))
    }
  }

  /// Whether the body decided on the same title, or put it off, since.
  private static func isTakenUp(_ procedure: Row, _ since: Day, in found: Found) -> Bool {
    found.deliberations.contains { row in
      row.text("title") == procedure.text("title") && row.text("body") == procedure.text("body")
        && (row.day("on") ?? since) >= since
    }
  }

  /// The item of the meeting's agenda under which it stands: by the id of the procedure, or by the same title.
  private static func agendaItem(for procedure: Row, at meeting: Row, in found: Found) -> String? {
    let own = found.items.filter { $0.text("meeting") == meeting.text("meeting") }
    let item =
      own.first { $0.text("item") == procedure.text("procedure") }
      ?? own.first { $0.text("title") == procedure.text("title") }
    return item?.text("item")
  }

  private static func next(of series: Set<String>, after since: Day, in meetings: [Row]) -> Row? {
    meetings.filter { row in
      series.contains(row.text("series") ?? "") && row.text("stage") != "cancelled"
        && (lastDay(row) ?? since) > since
    }.min { (lastDay($0) ?? since) < (lastDay($1) ?? since) }
  }

  private static func lastDay(_ row: Row) -> Day? {
    (row.partialDay("until") ?? row.partialDay("from"))?.last
  }
}
