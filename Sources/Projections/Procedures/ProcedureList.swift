import Governance
import Values

/// The procedures with how many days are left of each that runs, counted to the day of its end.
///
/// One whose time has run out by the day asked about, and of which no tick has recorded it, has none left
/// and says that its expiry is due: nothing is decided by a view.
enum ProcedureList {
  static let columns = ProcedureView.definition.columns + [.int("days_left"), .bool("expiry_due")]

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    try views.rows("procedure", on: day).map { row in
      let isRunning = row.text("stage") == Procedure.Stage.running.rawValue
      let last = isRunning ? row.text("ends").flatMap { Day($0.prefix(10)) } : nil
      let left = last.map { day.days(until: $0) }
      return row.replacing(
        columns,
        row.values + [.orNull(left.map { max(0, $0) }), left.map { .bool($0 < 0) } ?? .null])
    }
  }
}
