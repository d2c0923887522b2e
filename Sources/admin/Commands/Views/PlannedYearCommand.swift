internal import EventStore
internal import Projections
internal import Values

/// What `meeting list --planned YEAR` answers: the meetings of a year as the rules would have them.
enum PlannedYearCommand {
  static let option = Parameter.option("planned", .number)

  /// - Throws: `year-unfit` for a year that is none, or that lies too far ahead.
  static func show(_ year: Int, in log: Log, _ session: Session) throws {
    let day = try session.day(in: log)
    guard (1...9_999).contains(year), year <= day.year + PlannedYear.farthest else {
      throw Failure(
        .yearUnfit,
        ["found": .int(year), "last": .int(min(9_999, day.year + PlannedYear.farthest))])
    }
    let rows = try PlannedYear.rows(session.views(of: log), in: year, on: day)
    let names = PlannedYear.columns.map(\.name)
    try session.show(
      Listing(
        columns: names, rows: rows.map { $0.told(in: session.catalogue) },
        fields: names + Row.explaining))
  }
}

extension Failure.Code {
  static let yearUnfit = Self("year-unfit", exit: .usage)
}
