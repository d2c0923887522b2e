import Plugins
package import Values

/// The views that the rules of a day declare.
enum OwnViewList {
  static let columns: [Column] = [
    .text("view"), .text("title"), .text("key"), .list("columns"), .list("events"),
  ]

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    let declared = try views.rows(OwnViewTables.declared.name, on: day)
    guard !declared.isEmpty else { return [] }
    let languages = try views.rules(on: day)?.languages ?? []
    return declared.map { row in
      let titles = row["title"]
      let title = languages.lazy.compactMap { titles[$0]?.text }.first
      return row.replacing(
        columns,
        [row["view"], .orNull(title), row["key"], row["columns"], row["events"]])
    }
  }
}

/// One view that the rules of a day declare, with its rows on that day.
///
/// ```swift
/// let guidelines = try OwnView.find("guidelines", in: views, on: today)
/// guidelines?.rows.map(\.json)
/// ```
package struct OwnView: Sendable {
  /// `key`, then the columns in the order of their letters.
  package let columns: [String]
  /// In the order of their keys; rows whose key no event tells come last.
  package let rows: [Row]

  /// The view of a name; nil when the rules of the day declare none.
  ///
  /// - Throws: Only what is wrong with the log.
  package static func find(_ name: String, in views: Views, on day: Day) throws -> OwnView? {
    let declared = try views.rows(OwnViewTables.declared.name, on: day)
    guard let view = declared.first(where: { $0.text("view") == name }) else { return nil }
    let names = (view["columns"].list ?? []).compactMap(\.text)
    let recorded = try views.history(OwnViewTables.entries.name, until: Views.lastDay)
    let entries = recorded.filter { $0.text("view") == name }.compactMap { FoldedEntry($0) }
    let columns = (["key"] + names).map { Column.record($0) }
    let rows = EntryFold.intervals(entries, columns: names).filter { $0.holds(on: day) }
    return OwnView(
      columns: columns.map(\.name),
      rows: rows.map {
        Row(
          columns: columns, values: $0.values, validFrom: $0.from, validUntil: $0.until,
          event: $0.event)
      })
  }
}
