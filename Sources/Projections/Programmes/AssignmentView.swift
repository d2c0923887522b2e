import Governance
import Values

/// The actions that meetings and deliberations gave, in the table of all actions.
enum AssignmentView: EntityView {
  static let definition = ActionView.definition

  static func rows(of assignment: Assignment, on day: Day) -> [ViewRow] {
    guard let making = assignment.making, let due = assignment.due else { return [] }
    let facts = making.facts
    let report = assignment.reports.last
    let closing = assignment.closing
    let values: [JSON] = [
      .text(assignment.id.text), .null, .null, .text(facts.title), .text(facts.owner),
      .orNull(due), .text(closing?.facts.outcome.rawValue ?? "open"),
      .orNull(facts.meeting?.text), .orNull(facts.item?.text), .orNull(facts.deliberation?.text),
      .orNull(facts.on),
      .orNull(report?.facts.on), .orNull(report?.facts.text), .orNull(closing?.facts.on),
      .orNull(closing?.facts.result), .bool(closing == nil && due < day),
    ]
    let newest = max(report?.position ?? 0, assignment.extensions.last?.position ?? 0)
    return [ViewRow(values, event: closing?.position ?? max(newest, making.position))]
  }

  static func turningDays(of assignment: Assignment) -> [Day] {
    assignment.due.map { [Day(number: $0.number + 1)] } ?? []
  }
}
