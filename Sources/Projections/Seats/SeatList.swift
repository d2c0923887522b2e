import Plugins
import Values

/// The seats of the day with who is in them, and the seats that the rules ask for and nobody has.
///
/// A seat of a member that has left is listed only while somebody still holds it.
enum SeatList {
  static let columns: [Column] = [
    .text("seat"), .text("member"), .text("kind"), .text("person"), .partialDay("since"),
    .day("until"), .text("state"), .day("vacant_since"), .day("confirmed_on"), .text("act"),
    .partialDay("absent_since"), .text("acting"),
  ]

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    let rules = try views.rules(on: day)
    let members = Set(try views.rows("member", on: day).map { $0.text("member") })
    let seats = try views.rows("seat", on: day).filter { row in
      members.contains(row.text("member")) || !row["person"].isNull
    }
    let alternates = Dictionary(grouping: try views.rows("alternate", on: day)) { $0["seat"] }
    let known = seats.map { row in
      listed(row, rules?.seat(row.text("kind") ?? ""), alternates[row["seat"]] ?? [], on: day)
    }
    let gaps = try views.coverage(on: day).flatMap { coverage in
      missing(coverage, existing: seats, on: day)
    }
    return (known + gaps).sorted { sortKey($0).lexicographicallyPrecedes(sortKey($1)) }
  }

  private static func listed(
    _ row: Row, _ rule: SeatRule?, _ alternates: [Row], on day: Day
  ) -> Row {
    let holding = SeatHolding(row)
    let state = holding.state(on: day, under: rule)
    let isVacant = state == .vacant
    let isAway = isVacant || !row["absent_since"].isNull
    return row.replacing(
      columns,
      [
        row["seat"], row["member"], row["kind"], isVacant ? .null : row["person"],
        isVacant ? .null : row["since"], isVacant ? .null : row["until"], .text(state.rawValue),
        .orNull(holding.vacantSince(on: day, under: rule)),
        isVacant ? .null : row["confirmed_on"], isVacant ? .null : row["act"],
        isVacant ? .null : row["absent_since"],
        isAway ? AlternateList.acting(alternates, under: rule) : .null,
      ])
  }

  /// Seats below the least number that were never created.
  private static func missing(_ coverage: Coverage, existing: [Row], on day: Day) -> [Row] {
    let count = existing.count {
      $0.text("member") == coverage.member && $0.text("kind") == coverage.rule.kind
    }
    let since = coverage.missingSince ?? day
    let row = Row(
      columns: columns,
      values: [
        .null, .text(coverage.member), .text(coverage.rule.kind), .null, .null, .null,
        .text(SeatHolding.State.missing.rawValue), .orNull(coverage.missingSince), .null, .null,
        .null, .null,
      ], validFrom: since, validUntil: nil, event: nil)
    return Array(repeating: row, count: max(0, coverage.rule.minimum - count))
  }

  /// By member, kind and seat; what is missing after what is there.
  private static func sortKey(_ row: Row) -> [String] {
    let seat = row.text("seat") ?? "~"
    let length = seat == "~" ? "~" : String(repeating: "i", count: seat.utf8.count)
    return [row.text("member") ?? "", row.text("kind") ?? "", length, seat]
  }
}
