import Governance
import Plugins
import Values

/// Elections, and who came to sit in bodies that are no plenary.
extension ActivityRows {
  func elections() throws -> [ActivityLine] {
    guard scope == .network else { return [] }
    let rows = try views.rows("election", on: until)
    let closed = rows.filter { isWithin($0.partialDay("closed_on")) }
    let open = rows.filter { $0.text("closed_on") == nil && $0.text("opened_on") != nil }
    let told = Set(closed.compactMap { $0.text("election") })
    return closed.map { election($0, "election-closed") }
      + (try compositions(besides: told))
      + open.map { election($0, "election-open") }
  }

  private func election(_ row: Row, _ code: String) -> ActivityLine {
    ActivityLine(
      code,
      [
        "election": .text(row.text("election") ?? ""), "body": .text(row.text("body") ?? ""),
        "on": .text(row.text("closed_on") ?? ""), "opened": .text(row.text("opened_on") ?? ""),
        "seats": .int(row.int("seats") ?? 0), "left": .int(row.int("seats_left") ?? 0),
        "vacant": .int(row.int("vacant") ?? 0), "rounds": .int(row.int("round") ?? 0),
        "n": .int(row.texts("elected").count), "members": .list(row.texts("elected")),
      ], event: row.event)
  }

  /// Each composition that began in the period, those that were followed by another one too.
  ///
  /// Elections that have a line of their own are left out, so that who was elected is not told twice.
  private func compositions(besides elections: Set<String>) throws -> [ActivityLine] {
    let bodies = try views.rules(on: until)?.bodies.map(\.id) ?? []
    return try bodies.flatMap { body -> [ActivityLine] in
      try events.compositions(of: body).filter { composition in
        isWithin(composition.seating.from)
          && composition.seating.election.map { !elections.contains($0) } ?? true
      }.map { seated($0, in: body) }
    }
  }

  private func seated(_ composition: BoardComposition, in body: String) -> ActivityLine {
    let seating = composition.seating
    let by = seating.deliberation
    return ActivityLine(
      "seated",
      [
        "body": .text(body), "on": .text(seating.from.description),
        "origin": .text(composition.origin.rawValue), "n": .int(seating.members.count),
        "members": .list(seating.members.map(\.text)), "by": .text(by ?? ""),
        "decided": .text(by == nil ? "no" : "yes"),
      ], event: composition.position)
  }
}
