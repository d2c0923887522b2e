import Governance
import Plugins
import Values

/// Each census with who has answered and who has not: by the seats of the day while it asks, then as it was closed.
enum CensusList {
  static let columns: [Column] = [
    .text("census"), .text("kind"), .partialDay("opened_on"), .day("until"), .text("status"),
    .int("asked"), .int("confirmed"), .int("unanswered"), .list("confirmed_seats"),
    .list("unanswered_seats"), .partialDay("closed_on"),
  ]

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    let rows = try views.rows("census", on: day)
    guard !rows.isEmpty, let rules = try views.rules(on: day) else { return [] }
    let ledger = try views.ledger(
      for: [.all(category: Census.category), .all(category: Seat.category)])
    let seats = ledger.all(Seat.self)
    return rows.map { row in
      let opening = row.text("census").flatMap { CensusID($0) }.flatMap { ledger[$0]?.opening }
      let asking = opening.map {
        CensusFigures($0, seats, under: rules, on: min(day, $0.facts.until))
      }
      return listed(row, asking, on: day)
    }
  }

  private static func listed(_ row: Row, _ asking: CensusFigures?, on day: Day) -> Row {
    let isClosed = !row["closed_on"].isNull
    let isOver = row.day("until").map { $0 < day } ?? false
    let confirmed: JSON =
      isClosed ? row["confirmed_seats"] : .ids(asking?.confirmed ?? [])
    let waiting: JSON = isClosed ? row["unanswered_seats"] : .ids(asking?.waiting ?? [])
    let counts = [confirmed, waiting].map { $0.list?.count ?? 0 }
    return row.replacing(
      columns,
      [
        row["census"], row["kind"], row["opened_on"], row["until"],
        .text(isClosed ? "closed" : isOver ? "over" : "open"), .orNull(counts[0] + counts[1]),
        .orNull(counts[0]), .orNull(counts[1]), confirmed, waiting, row["closed_on"],
      ])
  }
}
