import Governance
import Values

/// The value that the last act gave a parameter, whatever the rules make of it.
enum ParameterView: EntityView {
  static let definition = ViewDefinition(
    "parameter", revision: 1,
    columns: [.text("parameter"), .text("value"), .partialDay("since"), .text("deliberation")],
    key: ["parameter"], order: [.ascending("parameter")])

  static func rows(of parameter: Parameter, on day: Day) -> [ViewRow] {
    guard let change = parameter.change(on: day) else { return [] }
    let values: [JSON] = [
      .text(parameter.id.text), .text(change.facts.value), .orNull(change.facts.from),
      .orNull(change.facts.deliberation?.text),
    ]
    return [ViewRow(values, event: change.position)]
  }

  static func turningDays(of parameter: Parameter) -> [Day] {
    parameter.changes.map(\.facts.from.first)
  }
}
