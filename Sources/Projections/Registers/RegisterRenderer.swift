import Governance
import Values

/// Renders the events that only this network has: one row for each, from the day on which it counts.
struct RegisterRenderer: StreamRendering {
  static let definition = ViewDefinition(
    "register", revision: 1,
    columns: [
      .int("position"), .text("type"), .day("day"), .int("version"), .record("payload"),
    ],
    key: ["position"], order: [.ascending("day"), .ascending("position")])

  var category: String { Register.category }
  var fold: Int { Register.fold }
  var definitions: [ViewDefinition] { [Self.definition] }

  func render(_ events: [PastEvent]) throws(Failure) -> [[ViewInterval]] {
    [events.map { Self.interval($0) }]
  }

  private static func interval(_ event: PastEvent) -> ViewInterval {
    ViewInterval(
      values: [
        .int(event.position), .text(event.type), .text(event.effective.description),
        .int(Int64(event.schema)), event.data,
      ], from: event.effective, until: nil, event: event.position)
  }
}
