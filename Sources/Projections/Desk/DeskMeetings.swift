import Governance
import Plugins
import Values

/// Meetings to convene, to open and to close.
enum DeskMeetings {
  static func entries(_ views: Views, on day: Day) throws -> [DeskEntry] {
    try views.rows("meeting", on: day).compactMap { row in
      guard let id = row.text("meeting"), let from = row.partialDay("from") else { return nil }
      let title = row.text("title") ?? ""
      switch row.text("stage") {
      case "planned":
        guard from.precision == .day else { return nil }
        return convene(id, title, row, from.first, try views.rules(on: from.first))
      case "convened":
        return DeskEntry(.open, id, title, due: from.first, line: ["meeting", "open", id])
      case "open":
        let last = (row.partialDay("until") ?? from).last
        return DeskEntry(.close, id, title, due: last, line: ["meeting", "close", id])
      default: return nil
      }
    }
  }

  /// By the last day that leaves the notice of the rules; where they have none, by the day before the first.
  private static func convene(
    _ id: String, _ title: String, _ row: Row, _ first: Day, _ rules: Rules?
  ) -> DeskEntry {
    let notice = row.text("series").flatMap { rules?.series($0) }?.notice
    let latest =
      notice?.latestConvocation(for: first, isUrgent: false) ?? Day(number: first.number - 1)
    return DeskEntry(
      .convene, id, title, due: latest, line: ["meeting", "convene", id],
      clause: notice?.clause.id)
  }
}
