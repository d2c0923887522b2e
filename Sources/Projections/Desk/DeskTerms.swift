import Values

/// Terms that lapse: of those who hold seats, of boards, of subgroups.
enum DeskTerms {
  static func entries(_ views: Views, on day: Day) throws -> [DeskEntry] {
    try SeatList.rows(views, day).compactMap(seat) + boards(BoardList.rows(views, day))
      + views.rows("subgroup", on: day).compactMap(subgroup)
  }

  private static func seat(_ row: Row) -> DeskEntry? {
    guard let id = row.text("seat"), !row["person"].isNull, let until = row.day("until") else {
      return nil
    }
    return DeskEntry(.term, id, due: until, line: ["seat", "replace", id])
  }

  /// Once for each body and day, however many sit on it.
  private static func boards(_ rows: [Row]) -> [DeskEntry] {
    var seen: Set<[String]> = []
    return rows.compactMap { row in
      guard let body = row.text("body"), let until = row.day("until"),
        seen.insert([body, until.description]).inserted
      else { return nil }
      return DeskEntry(
        .term, body, due: until, line: ["board", verb(row.text("origin") ?? ""), body])
    }
  }

  private static func verb(_ origin: String) -> String {
    switch origin {
    case "rotation", "swap": "rotate"
    case "election": "elect"
    case "coordination": "coordinate"
    default: "compose"
    }
  }

  /// A mandate that has run out stays until somebody ends the subgroup.
  private static func subgroup(_ row: Row) -> DeskEntry? {
    guard ["active", "lapsed"].contains(row.text("status")), let id = row.text("subgroup"),
      let until = row.day("until")
    else { return nil }
    return DeskEntry(
      .term, id, row.text("title") ?? "", due: until, line: ["subgroup", "end", id])
  }
}
