import Governance
import Values

/// The objectives of the programmes, each with how many of its actions are open, done or dropped.
enum ObjectiveView: EntityView {
  static let definition = ViewDefinition(
    "objective", revision: 1,
    columns: [
      .text("objective"), .text("programme"), .int("number"), .text("title"), .int("actions"),
      .int("open"), .int("done"), .int("dropped"),
    ],
    key: ["objective"], order: [.natural("programme"), .ascending("number")])

  static func rows(of programme: Programme, on day: Day) -> [ViewRow] {
    guard programme.draft != nil else { return [] }
    let actions = programme.actions()
    var seen: Set<Int> = []
    return programme.objectives.compactMap { objective in
      let facts = objective.facts
      guard seen.insert(facts.number).inserted else { return nil }
      let own = actions.filter { $0.objective == facts.number }
      let outcomes = own.map { programme.closing(of: $0.number)?.facts.outcome }
      let values: [JSON] = [
        .text("\(programme.id.text).O\(facts.number)"), .text(programme.id.text),
        .orNull(facts.number), .text(facts.title), .orNull(own.count),
        .orNull(outcomes.count { $0 == nil }), .orNull(outcomes.count { $0 == .done }),
        .orNull(outcomes.count { $0 == .dropped }),
      ]
      return ViewRow(values, event: objective.position)
    }
  }
}
