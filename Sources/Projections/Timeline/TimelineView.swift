import Governance
import Values

/// What happened, by the day from which it counts: one row for each event.
///
/// Events show their corrected values and days, with the position of the correction; an event that
/// was struck shows only through the correction that struck it.
enum TimelineView {
  static let definition = ViewDefinition(
    "timeline", revision: 2,
    columns: [
      .day("day"), .int("position"), .text("type"), .text("noun"), .text("subject"),
      .record("summary"), .int("corrected_by"),
    ],
    key: ["position"], order: [.ascending("day"), .ascending("position")])

  static func intervals(_ stream: EventsInForce) -> [ViewInterval] {
    let votes = stream.openVotes
    return (stream.events + stream.corrections).map { event in
      interval(event, without: votes, correctedBy: stream.correctedBy[event.position])
    }
  }

  private static func interval(
    _ event: PastEvent, without votes: OpenVotes, correctedBy: Int64?
  ) -> ViewInterval {
    let data = votes.told(event.data, of: event.type, in: event.key.category, event.key.id)
    return ViewInterval(
      values: [
        .orNull(event.effective), .int(event.position), .text(event.type),
        .text(event.key.category),
        .text(event.key.id), summary(data), .orNull(correctedBy),
      ],
      from: event.effective, until: nil, event: event.position)
  }

  private static let documents: Set<String> = ["rules", "documents"]

  /// The event's own words and numbers; whole documents, such as rules, stay in the log.
  private static func summary(_ data: JSON) -> JSON {
    guard let fields = data.fields else { return .null }
    return .object(
      JSON.Fields(distinct: fields.members.filter { !documents.contains($0.name) }))
  }
}
