import Values

/// What an event brings to a view, and the days on which the rules say so.
struct FoldedEntry: Hashable {
  /// Null for an event that does not tell its key; it has a row of its own.
  let key: JSON
  let values: JSON.Fields
  /// The day from which the event counts.
  let day: Day
  let position: Int64
  let from: Day
  let until: Day?

  /// Nil for a row that is none of `view_entry`.
  init?(_ row: Row) {
    guard let key = row["key"].list?.first, let values = row["values"].fields,
      let day = row.day("day"), let position = row.int("position")
    else { return nil }
    self.init(
      key: key, values: values, day: day, position: Int64(position), from: row.validFrom,
      until: row.validUntil)
  }

  init(key: JSON, values: JSON.Fields, day: Day, position: Int64, from: Day, until: Day?) {
    (self.key, self.values, self.day, self.position) = (key, values, day, position)
    (self.from, self.until) = (from, until)
  }

  fileprivate func precedes(_ other: FoldedEntry) -> Bool {
    (day, position) < (other.day, other.position)
  }

  fileprivate func holds(on day: Day) -> Bool { from <= day && until.map { day < $0 } != false }
}

/// Makes rows of what events bring: one for each key, in which a later event fills its columns anew.
struct EntryFold {
  private let columns: [String]
  /// The state of one row.
  private var values: [JSON]
  /// The last event; nil for a row that is not there.
  private var cause: Int64?

  private init(_ columns: [String]) {
    self.columns = columns
    values = columns.map { _ in .null }
  }

  /// The rows of every day, each with the event that changed it last.
  ///
  /// - Parameters:
  ///   - entries: Of one view, in any order.
  ///   - columns: The names of the columns; what events bring for others is left out.
  /// - Returns: The key and then the columns, for the days on which they hold; by key, then by day.
  static func intervals(_ entries: [FoldedEntry], columns: [String]) -> [ViewInterval] {
    let known = Dictionary(grouping: entries.filter { $0.key != .null }, by: \.key)
    let unknown = entries.filter { $0.key == .null }.sorted { $0.precedes($1) }
    let rows = known.sorted { $0.key.precedes($1.key) }.map(\.value) + unknown.map { [$0] }
    return rows.flatMap { intervals(of: $0.sorted { $0.precedes($1) }, columns) }
  }

  /// One row through the days; only where a version of the rules ends is it folded from the beginning.
  private static func intervals(
    of entries: [FoldedEntry], _ columns: [String]
  ) -> [ViewInterval] {
    let ends = Set(entries.compactMap(\.until))
    let days = ends.union(entries.map(\.from)).sorted()
    let beginning = Dictionary(grouping: entries, by: \.from)
    var builder = IntervalBuilder(keyIndexes: [0])
    var fold = EntryFold(columns)
    for day in days {
      let begun = beginning[day] ?? []
      let isAfterAll = begun.allSatisfy { $0.day == day }
      if ends.contains(day) || !isAfterAll {
        fold = EntryFold(columns)
        for entry in entries where entry.holds(on: day) { fold.take(entry) }
      } else {
        for entry in begun { fold.take(entry) }
      }
      let rows = fold.cause.map { [ViewRow([entries[0].key] + fold.values, event: $0)] }
      builder.observe(rows ?? [], on: day, cause: entries[0].position)
    }
    return builder.intervals
  }

  private mutating func take(_ entry: FoldedEntry) {
    cause = entry.position
    for (index, column) in columns.enumerated() {
      if let value = entry.values[column] { values[index] = value }
    }
  }
}

extension JSON {
  /// Numbers come before texts, and texts stand in the order of their bytes.
  fileprivate func precedes(_ other: JSON) -> Bool {
    switch (self, other) {
    case (.int(let left), .int(let right)): left < right
    case (.int, _): true
    case (_, .int): false
    default: canonical.lexicographicallyPrecedes(other.canonical)
    }
  }
}
