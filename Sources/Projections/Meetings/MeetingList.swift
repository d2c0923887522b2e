import Plugins
import Values

/// The meetings of all series with the deadlines that the rules of their days set.
///
/// A meeting without a known first day is judged by the rules of the day that is asked about. Of
/// several outputs of a series the columns show the first that has a deadline; `report list` has
/// them all.
enum MeetingList {
  static let columns =
    MeetingView.definition.columns + [
      .day("documents_due"), .text("report"), .day("report_due"), .partialDay("report_on"),
      .bool("report_late"), .text(MeetingClock.column),
    ]

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    let published = try Publications(views.rows("publication", on: day))
    let rows = try views.rows("meeting", on: day).map { row in
      let rules = try views.rules(on: row.partialDay("from")?.first ?? day)
      let values = deadlines(row, rules, published, on: day)
      return row.replacing(columns, row.values + values + [.null])
    }
    return try MeetingClock.rows(rows, views.zones)
  }

  private static func deadlines(
    _ row: Row, _ rules: Rules?, _ published: Publications, on day: Day
  ) -> [JSON] {
    guard let rules, row.text("stage") != "cancelled" else {
      return [.null, .null, .null, .null, .null]
    }
    let days = MeetingDeadlines.Days(row)
    let series = row.text("series").flatMap { rules.series($0) }
    let documentsDue = MeetingDeadlines(days, series).documentsDue
    guard let output = rules.report(after: row.text("series") ?? "") else {
      return [.orNull(documentsDue), .null, .null, .null, .null]
    }
    let due = MeetingDeadlines.due(output, after: days)
    let on = published.day(of: output.id, for: row.text("meeting") ?? "")
    let late = row.wasHeld ? MeetingDeadlines.isLate(due, published: on, on: day) : nil
    return [
      .orNull(documentsDue), .text(output.id), .orNull(due), .orNull(on),
      late.map { .bool($0) } ?? .null,
    ]
  }
}

/// When each output of each meeting was published.
struct Publications {
  private var days: [[String]: PartialDay] = [:]

  init(_ rows: [Row]) throws {
    for row in rows {
      guard let output = row.text("output"), let meeting = row.text("meeting"),
        let on = row.partialDay("on")
      else { continue }
      days[[output, meeting]] = min(days[[output, meeting]] ?? on, on)
    }
  }

  func day(of output: String, for meeting: String) -> PartialDay? { days[[output, meeting]] }

  private func min(_ left: PartialDay, _ right: PartialDay) -> PartialDay {
    right.first < left.first ? right : left
  }
}

extension Rules {
  /// The outputs owed after each meeting of a series, in the order of the rules.
  func outputs(after series: String) -> [OutputRule] {
    outputs.filter { $0.occasion == .meeting(series: series) }
  }

  /// The output that stands in the list of meetings.
  func report(after series: String) -> OutputRule? {
    let all = outputs(after: series)
    return all.first { $0.within != nil } ?? all.first
  }
}

extension Row {
  func partialDay(_ name: String) -> PartialDay? { text(name).flatMap { PartialDay($0) } }

  /// Whether a meeting took place, as far as anybody recorded.
  var wasHeld: Bool { ["open", "closed", "held"].contains(text("stage")) }
}

extension MeetingDeadlines.Days {
  /// The days of a row of the meetings.
  init(_ row: Row) { self.init(from: row.partialDay("from"), until: row.partialDay("until")) }
}
