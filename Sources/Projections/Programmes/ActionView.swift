import Governance
import Values

/// The actions of the programmes; one is overdue from the day after it was due until it is closed.
enum ActionView: EntityView {
  static let definition = ViewDefinition(
    "action", revision: 2,
    columns: [
      .text("action"), .text("programme"), .text("title"), .text("owner"), .day("due"),
      .text("status"), .partialDay("reported_on"), .text("report"), .partialDay("closed_on"),
      .bool("overdue"),
    ],
    key: ["action"], order: [.natural("programme"), .natural("action")])

  static func rows(of programme: Programme, on day: Day) -> [ViewRow] {
    guard programme.draft != nil, programme.withdrawal == nil else { return [] }
    var seen: Set<Int> = []
    return programme.additions.compactMap { addition in
      guard seen.insert(addition.facts.number).inserted else { return nil }
      return row(addition, of: programme, on: day)
    }
  }

  static func turningDays(of programme: Programme) -> [Day] {
    programme.additions.compactMap { $0.facts.due.map { Day(number: $0.number + 1) } }
  }

  private static func row(
    _ addition: Recorded<ActionAddition>, of programme: Programme, on day: Day
  ) -> ViewRow {
    let facts = addition.facts
    let report = programme.report(on: facts.number)
    let closing = programme.closing(of: facts.number)
    let isOverdue = closing == nil && facts.due.map { $0 < day } == true
    let values: [JSON] = [
      .text(ActionID(programme: programme.id, number: facts.number).text),
      .text(programme.id.text), .text(facts.title), .orNull(facts.owner), .orNull(facts.due),
      .text(closing?.facts.outcome.rawValue ?? "open"), .orNull(report?.facts.on),
      .orNull(report?.facts.text), .orNull(closing?.facts.on), .bool(isOverdue),
    ]
    return ViewRow(values, event: closing?.position ?? report?.position ?? addition.position)
  }
}
