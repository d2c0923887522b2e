import Governance
package import Values

/// When meetings begin by the clocks of their place, or by those of a reader.
package enum MeetingClock {
  /// The column that holds it.
  package static let column = "begins_at"

  /// Rows of the list of meetings with their beginning as a reader's clocks show it.
  ///
  /// - Parameters:
  ///   - rows: Of the view of meetings.
  ///   - reader: The reader's zone; nil for that of each meeting.
  ///   - zones: Where zones come from; each is asked for once.
  /// - Returns: As many rows in the same order.
  /// - Throws: `zone-missing` when there are no data of a zone.
  package static func rows(
    _ rows: [Row], in reader: String? = nil, _ zones: ZoneSource
  ) throws(Failure) -> [Row] {
    var known: [String: Zone] = [:]
    var told: [Row] = []
    for row in rows {
      guard let start = PlannedStart(row) else {
        told.append(row)
        continue
      }
      for name in [start.zone, reader].compactMap(\.self) where known[name] == nil {
        known[name] = try zones.zone(name)
      }
      let found = known
      told.append(
        row.setting(column, to: .text(try start.text(in: reader, ZoneSource { found[$0] }))))
    }
    return told
  }
}

extension PlannedStart {
  /// The planned beginning of a row of the meetings; nil where no time is planned.
  fileprivate init?(_ row: Row) {
    guard let day = row.day("from"), let time = row.text("starts").flatMap({ TimeOfDay($0) }),
      let zone = row.text("zone")
    else { return nil }
    self.init(day: day, time: time, zone: zone)
  }
}

extension Row {
  /// The row with another value in one column.
  fileprivate func setting(_ name: String, to value: JSON) -> Row {
    replacing(columns, zip(columns, values).map { $0.name == name ? value : $1 })
  }
}
