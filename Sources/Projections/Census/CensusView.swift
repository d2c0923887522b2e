import Governance
import Values

/// Each census with its days, and the figures that it was closed with; `CensusList` adds those of one that asks.
enum CensusView: EntityView {
  static let definition = ViewDefinition(
    "census", revision: 1,
    columns: [
      .text("census"), .text("kind"), .partialDay("opened_on"), .day("until"), .int("asked"),
      .list("confirmed_seats"), .list("unanswered_seats"), .partialDay("closed_on"),
    ], key: ["census"], order: [.natural("census")])

  static func rows(of census: Census, on day: Day) -> [ViewRow] {
    guard let opening = census.opening else { return [] }
    let figures = census.closing?.facts.figures
    let values: [JSON] = [
      .text(census.id.text), .orNull(opening.facts.kind), .orNull(opening.facts.on),
      .orNull(opening.facts.until), .orNull(figures?.asked),
      figures.map { .ids($0.confirmed) } ?? .null, figures.map { .ids($0.waiting) } ?? .null,
      .orNull(census.closing?.facts.on),
    ]
    return [ViewRow(values, event: census.closing?.position ?? opening.position)]
  }
}
