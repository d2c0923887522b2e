import Governance
import Plugins
import Values

/// The alternates of the day, and which of them acts for the seat.
enum AlternateList {
  enum State: String, CaseIterable {
    case acting
    /// The holder, or an alternate before this one, acts.
    case waiting
    case absent
    /// The rules of the day let a seat have fewer.
    case beyond
  }

  static let columns = AlternateView.definition.columns + [.text("state")]

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    let seats = Dictionary(
      try SeatList.rows(views, day).map { ($0.text("seat") ?? "", $0) }
    ) { first, _ in first }
    let rules = try views.rules(on: day)
    return try views.rows("alternate", on: day).map { row in
      let state = state(of: row, seats[row.text("seat") ?? ""], rules)
      let values = AlternateView.definition.columns.map { row[$0.name] }
      return row.replacing(columns, values + [.text(state.rawValue)])
    }
  }

  private static func state(of row: Row, _ seat: Row?, _ rules: Rules?) -> State {
    let most = rules?.seat(row.text("kind") ?? "")?.alternates ?? 0
    if most < row.int("rank") ?? 0 { return .beyond }
    if !row["absent_since"].isNull { return .absent }
    return seat?["acting"] == row["person"] ? .acting : .waiting
  }

  /// Who of the alternates of a seat acts on a day, where the holder does not: the first who is there.
  static func acting(_ alternates: [Row], under rule: SeatRule?) -> JSON {
    alternates.first { row in
      row["absent_since"].isNull && row.int("rank") ?? 0 <= rule?.alternates ?? 0
    }?["person"] ?? .null
  }
}
