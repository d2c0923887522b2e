import Plugins
import Values

/// What `views.db` keeps of the views that the rules declare.
enum OwnViewTables {
  /// The views that the rules of each day declare.
  static let declared = ViewDefinition(
    "declared_view", revision: 1,
    columns: [
      .text("view"), .record("title"), .text("key"), .list("columns"), .list("events"),
    ],
    key: ["view"], order: [.ascending("view")])

  /// What each event brings to each view, on the days whose rules say so.
  ///
  /// `key` is a list of one value, null for a key that the event does not tell.
  static let entries = ViewDefinition(
    "view_entry", revision: 2,
    columns: [
      .text("view"), .int("position"), .day("day"), .list("key"), .record("values"),
    ],
    key: ["view", "position"], order: [.ascending("day"), .ascending("position")])

  static func row(_ view: ViewRule, at position: Int64) -> ViewRow {
    let title = view.title.texts.sorted { $0.key < $1.key }.map { ($0.key, JSON.text($0.value)) }
    let values: [JSON] = [
      .text(view.name), .object(JSON.Fields(title)), .text(view.key.text), .texts(view.columns),
      .texts(view.origins.map(\.event)),
    ]
    return ViewRow(values, event: position)
  }

  static func values(_ entry: ViewEntry, of event: Int64, on day: String) -> [JSON] {
    [
      .text(entry.view), .int(event), .text(day), .list([entry.key]), .object(entry.values),
    ]
  }
}
