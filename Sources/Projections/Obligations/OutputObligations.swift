import Plugins
import Values

/// What is owed after each meeting held, and for each period, and not yet published.
///
/// After a meeting: by the rules of the meeting's first day, due the rule's period after its last
/// day; a meeting without a known last day owes nothing that could be late. For a period: the
/// periods follow one another from the founding or, once something was published, from the
/// last day of the period that it covers; the next is due its rule's period after its own end.
enum OutputObligations {
  static func afterMeetings(
    _ meetings: [Row], _ published: Publications, on day: Day, rules: (Day) throws -> Rules?
  ) throws -> [Obligation] {
    var owed: [Obligation] = []
    for meeting in meetings where meeting.wasHeld {
      guard let from = meeting.partialDay("from")?.first, from <= day,
        let series = meeting.text("series"), let id = meeting.text("meeting"),
        let rules = try rules(from)
      else { continue }
      for output in rules.outputs(after: series) where published.day(of: output.id, for: id) == nil
      {
        let days = MeetingDeadlines.Days(meeting)
        guard let due = MeetingDeadlines.due(output, after: days) else { continue }
        owed.append(
          Obligation(
            kind: .output, clause: output.clause, subject: id,
            owedBy: rules.series(series)?.body ?? series,
            since: days.until?.last ?? from, due: due, event: meeting.event,
            basis: basis(output, since: meeting.partialDay("until")?.last)))
      }
    }
    return owed
  }

  static func forPeriods(under rules: Rules, _ publications: [Row], on day: Day) -> [Obligation] {
    let founded = rules.founding.on.last
    guard founded <= day else { return [] }
    return rules.outputs.compactMap { output in
      guard case .period(let period) = output.occasion else { return nil }
      let covered = publications.filter { $0.text("output") == output.id }
        .max { ($0.day("period_ending") ?? founded) < ($1.day("period_ending") ?? founded) }
      let since = covered?.day("period_ending") ?? founded
      return Obligation(
        kind: .output, clause: output.clause, subject: output.id, owedBy: rules.id,
        since: since,
        due: since + period + (output.within ?? Period()), event: covered?.event,
        basis: basis(output, since: since))
    }
  }

  private static func basis(_ output: OutputRule, since: Day?) -> JSON.Fields {
    var fields = JSON.Fields([("output", .text(output.id)), ("since", .orNull(since))])
    if case .period(let period) = output.occasion { fields["period"] = .text(period.description) }
    fields["within"] = output.within.map { .text($0.description) }
    return fields
  }
}
