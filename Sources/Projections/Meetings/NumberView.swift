import Governance
import Values

/// The counter of each series of meetings: the highest number reached, and the next.
enum NumberView: EntityView {
  static let definition = ViewDefinition(
    "series", revision: 1, columns: [.text("series"), .int("last"), .int("next"), .int("known")],
    key: ["series"], order: [.ascending("series")])

  static func rows(of counter: SeriesCounter, on day: Day) -> [ViewRow] {
    guard let latest = counter.assignments.last else { return [] }
    let values: [JSON] = [
      .text(counter.id.text), .orNull(counter.last), .orNull(counter.next),
      .orNull(counter.assignments.count),
    ]
    return [ViewRow(values, event: latest.position)]
  }
}
