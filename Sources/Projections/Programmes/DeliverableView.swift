import Governance
import Values

/// What the actions of the programmes hand over: `due`, `published`, or `dropped` with its action.
enum DeliverableView: EntityView {
  static let definition = ViewDefinition(
    "deliverable", revision: 1,
    columns: [
      .text("deliverable"), .text("action"), .text("title"), .text("owner"), .day("due"),
      .text("status"), .partialDay("published_on"), .text("identifier"), .bool("overdue"),
    ],
    key: ["deliverable"], order: [.natural("action"), .natural("deliverable")])

  static func rows(of programme: Programme, on day: Day) -> [ViewRow] {
    guard programme.draft != nil else { return [] }
    let actions = programme.actions()
    return programme.deliverables.map { deliverable in
      let facts = deliverable.addition.facts
      let id = DeliverableID(
        action: ActionID(programme: programme.id, number: facts.action), number: facts.number)
      let publication = deliverable.publication
      let isDropped = programme.closing(of: facts.action)?.facts.outcome == .dropped
      let status = publication != nil ? "published" : isDropped ? "dropped" : "due"
      let isOverdue = status == "due" && facts.due.map { $0 < day } == true
      let values: [JSON] = [
        .text(id.text), .text(id.action.text), .text(facts.title),
        .orNull(actions.first { $0.number == facts.action }?.owner), .orNull(facts.due),
        .text(status), .orNull(publication?.facts.on), .orNull(publication?.facts.identifier),
        .bool(isOverdue),
      ]
      return ViewRow(values, event: publication?.position ?? deliverable.addition.position)
    }
  }

  static func turningDays(of programme: Programme) -> [Day] {
    programme.deliverables.compactMap { deliverable in
      deliverable.addition.facts.due.map { Day(number: $0.number + 1) }
    }
  }
}
