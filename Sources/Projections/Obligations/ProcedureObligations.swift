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
      let meeting = next(of: body, after: since, in: found.meetings, rules)
      return Obligation(
        kind: .matter, clause: clause, subject: name, owedBy: body, since: since,
        due: meeting.flatMap(lastDay), event: row.event,
        basis: JSON.Fields([
          ("matter", .orNull(row.text("matter"))), ("title", .orNull(row.text("title"))),
          ("meeting", .orNull(meeting?.text("meeting"))), ("since", .orNull(since)),
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

  private static func next(
    of body: String, after since: Day, in meetings: [Row], _ rules: Rules
  ) -> Row? {
    let series = Set(rules.series.filter { $0.body == body }.map(\.id))
    return
      meetings.filter { row in
        series.contains(row.text("series") ?? "") && row.text("stage") != "cancelled"
          && (lastDay(row) ?? since) > since
      }.min { (lastDay($0) ?? since) < (lastDay($1) ?? since) }
  }

  private static func lastDay(_ row: Row) -> Day? {
    (row.partialDay("until") ?? row.partialDay("from"))?.last
  }
}
