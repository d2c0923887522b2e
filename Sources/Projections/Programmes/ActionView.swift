import Governance
import Values

/// The actions of the programmes; one is overdue from the day after it was due until it is closed.
enum ActionView: EntityView {
  /// Actions that meetings gave stand in the same table, `AssignmentView`.
  static let definition = ViewDefinition(
    "action", revision: 2,
    columns: [
      .text("action"), .text("programme"), .int("objective"), .text("title"), .text("owner"),
      .day("due"), .text("status"), .text("meeting"), .text("item"), .text("ordered_by"),
      .partialDay("since"),
      .partialDay("reported_on"), .text("report"), .partialDay("closed_on"), .text("result"),
      .bool("overdue"),
    ],
    key: ["action"], order: [.natural("programme"), .natural("action")])

  static func rows(of programme: Programme, on day: Day) -> [ViewRow] {
    guard programme.draft != nil, programme.withdrawal == nil else { return [] }
    return programme.actions().map { row($0, of: programme, on: day) }
  }

  static func turningDays(of programme: Programme) -> [Day] {
    programme.actions().compactMap { $0.due.map { Day(number: $0.number + 1) } }
  }

  private static func row(
    _ action: PlannedAction, of programme: Programme, on day: Day
  ) -> ViewRow {
    let report = programme.report(on: action.number)
    let closing = programme.closing(of: action.number)
    let isOverdue = closing == nil && action.due.map { $0 < day } == true
    let values: [JSON] = [
      .text(ActionID(programme: programme.id, number: action.number).text),
      .text(programme.id.text), .orNull(action.objective), .text(action.title),
      .orNull(action.owner), .orNull(action.due),
      .text(closing?.facts.outcome.rawValue ?? "open"), .null, .null,
      .orNull(action.orderedBy?.text), .orNull(action.addition.effective),
      .orNull(report?.facts.on), .orNull(report?.facts.text),
      .orNull(closing?.facts.on), .null, .bool(isOverdue),
    ]
    let change = action.changes.last ?? action.addition.position
    return ViewRow(values, event: closing?.position ?? max(report?.position ?? 0, change))
  }
}
