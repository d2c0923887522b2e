import Governance
import Plugins
import Values

/// The boards of the day, with who chairs and who of them belongs to the network.
///
/// In a rotation the chair passes by the rule's turns, counted from the group's first day; a
/// coordinating member chairs itself; of other boards no rule says who chairs.
enum BoardList {
  static let columns: [Column] = [
    .text("body"), .text("member"), .bool("chair"), .partialDay("since"), .day("until"),
    .text("origin"), .text("holder"), .bool("is_member"), .text("act"), .text("deliberation"),
    .text("election"),
  ]

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    let rules = try views.rules(on: day)
    let members = Set(try views.rows("member", on: day).map { $0["member"] })
    return try views.rows("board", on: day).map { row in
      let chair = chairs(row, rules, on: day).map { JSON.bool($0) } ?? .null
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
  private static func chairs(_ row: Row, _ rules: Rules?, on day: Day) -> Bool? {
    switch row.text("origin").flatMap({ BoardComposition.Origin(rawValue: $0) }) {
    case .coordination: return true
    case .rotation:
      let body = row.text("body").flatMap { rules?.body($0) }
      guard case .rotation(let rule) = body?.composition, let chair = rule.chair(on: day) else {
        return nil
      }
      return chair == row.text("member")
    case .composition, .election, nil: return nil
    }
  }
}
