import Plugins
import Values

/// All that is owed on a day: what is overdue first, the longest overdue at the top, then by due day.
///
/// What the network's own rules expected and was met stands at the end.
enum ObligationList {
  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    guard let rules = try views.rules(on: day) else { return [] }
    let meetings = try views.rows("meeting", on: day)
    let publications = try views.rows("publication", on: day)
    let owed =
      MeetingObligations.all(under: rules, meetings: meetings, on: day)
      + (try OutputObligations.afterMeetings(
        meetings, Publications(publications), on: day, rules: views.rules))
      + OutputObligations.forPeriods(under: rules, publications, on: day)
      + ProgrammeObligations.all(
        under: rules, programmes: try views.rows("programme", on: day), on: day)
      + SeatObligations.all(try views.coverage(on: day))
      + (try ProcedureObligations.all(
        .init(
          procedures: try views.rows("procedure", on: day), meetings: meetings,
          deliberations: try views.rows("deliberation", on: day),
          items: try views.rows("agenda", on: day)), rules: views.rules))
      + (try WrittenObligations.all(in: views, on: day))
    return (sorted(owed.filter { $0.met == nil }) + sorted(owed.filter { $0.met != nil }))
      .map { $0.row(on: day) }
  }

  private static func sorted(_ owed: [Obligation]) -> [Obligation] {
    owed.sorted { ($0.due ?? $0.since, $0.id) < ($1.due ?? $1.since, $1.id) }
  }
}
