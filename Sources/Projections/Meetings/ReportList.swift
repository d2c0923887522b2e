import Plugins
import Values

/// What was published, with the day on which it was due by the rules of its meeting's day.
///
/// An output for a period is due its rule's period after the period's last day.
enum ReportList {
  static let columns =
    PublicationView.definition.columns + [.day("due"), .bool("late")]

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    let meetings = Dictionary(
      try views.rows("meeting", on: day).map { ($0.text("meeting"), $0) }, uniquingKeysWith: { $1 })
    return try views.rows("publication", on: day).map { row in
      let due = try due(row, meetings[row.text("meeting")], views, day)
      let late = MeetingDeadlines.isLate(due, published: row.partialDay("on"), on: day)
      return row.replacing(
        columns, row.values + [.orNull(due), late.map { .bool($0) } ?? .null])
    }
  }

  private static func due(_ row: Row, _ meeting: Row?, _ views: Views, _ day: Day) throws -> Day? {
    let ending = row.day("period_ending")
    let days = MeetingDeadlines.Days(from: nil, until: ending.map { PartialDay($0) })
    let covered = meeting.map { MeetingDeadlines.Days($0) } ?? days
    let rules = try views.rules(on: covered.from?.first ?? ending ?? day)
    guard let output = rules?.outputs.first(where: { $0.id == row.text("output") }) else {
      return nil
    }
    return MeetingDeadlines.due(output, after: covered)
  }
}
