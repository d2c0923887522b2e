import Governance
import Plugins
import Values

/// The boards of the day, with who chairs and who of them belongs to the network.
///
/// In a rotation the chair passes by the rule's turns, counted from the group's first day, and where two have
/// swapped duties each takes the other's turn; a coordinating member chairs itself; of other boards no rule says
/// who chairs.
enum BoardList {
  static let columns: [Column] = [
    .text("body"), .text("member"), .bool("chair"), .partialDay("since"), .day("until"),
    .text("origin"), .text("holder"), .bool("is_member"), .text("act"), .text("deliberation"),
    .text("election"),
  ]

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    let rules = try views.rules(on: day)
    let members = Set(try views.rows("member", on: day).map { $0["member"] })
    let rows = try views.rows("board", on: day)
    return rows.map { row in
      let chair = chairs(row, among: rows, rules, on: day).map { JSON.bool($0) } ?? .null
      return row.replacing(
        columns,
        [
          row["body"], row["member"], chair, row["since"], row["until"], row["origin"],
          row["holder"], .bool(members.contains(row["member"])), row["act"], row["deliberation"],
          row["election"],
        ])
    }
  }

  /// Nil where no rule says who chairs.
  private static func chairs(
    _ row: Row, among rows: [Row], _ rules: Rules?, on day: Day
  ) -> Bool? {
    switch row.text("origin").flatMap({ BoardComposition.Origin(rawValue: $0) }) {
    case .coordination: return true
    case .rotation, .swap:
      let body = row.text("body").flatMap { rules?.body($0) }
      let seated = rows.filter {
        $0.text("body") == row.text("body") && $0.text("origin") == "swap"
      }
      guard case .rotation(let rule) = body?.composition,
        let chair = rule.chair(on: day, amongSeated: seated.compactMap { $0.text("member") })
      else { return nil }
      return chair == row.text("member")
    case .composition, .election, nil: return nil
    }
  }
}
