import Values

/// Procedures that run, elections that are open, minutes to approve, and acts that wait for a second person.
enum DeskMatters {
  static func entries(_ views: Views, on day: Day) throws -> [DeskEntry] {
    try views.rows("procedure", on: day).compactMap { procedure($0, on: day) }
      + views.rows("election", on: day).compactMap { election($0, on: day) }
      + views.rows("minutes", on: day).compactMap { minutes($0, on: day) }
      + views.rows("approval", on: day).compactMap(approval)
  }

  /// One that has run out waits for the tick that records it.
  private static func procedure(_ row: Row, on day: Day) -> DeskEntry? {
    guard row.text("stage") == "running", let id = row.text("procedure"),
      let ends = row.text("ends").flatMap({ Day($0.prefix(10)) })
    else { return nil }
    return DeskEntry(
      .procedure, id, row.text("title") ?? "", due: ends,
      line: ends < day ? ["tick"] : ["procedure", "show", id])
  }

  /// While candidates may be named they are named, afterwards and between two rounds it is voted on; without a last
  /// day it waits from its opening on.
  private static func election(_ row: Row, on day: Day) -> DeskEntry? {
    guard let id = row.text("election"), row.text("stage") != "closed",
      let due = row.day("until") ?? row.day("opened_on")
    else { return nil }
    let isNaming = row.text("stage") == "open" && day <= due
    return DeskEntry(
      .election, id, row.text("body") ?? "", due: due,
      line: ["election", isNaming ? "nominate" : "vote", id])
  }

  /// What was sent round waits for the end of the time for comments, and without such a time at once.
  private static func minutes(_ row: Row, on day: Day) -> DeskEntry? {
    guard row.text("stage") == "circulated", let id = row.text("meeting") else { return nil }
    let due = row.day("comments_until") ?? row.partialDay("circulated_on")?.first ?? day
    return DeskEntry(.minutes, id, due: due, line: ["minutes", "approve", id])
  }

  private static func approval(_ row: Row) -> DeskEntry? {
    guard row.text("state") == "open", let id = row.text("approval"),
      let until = row.day("confirm_until")
    else { return nil }
    return DeskEntry(
      .approval, id, row.text("act") ?? "", due: until, line: ["approval", "confirm", id])
  }
}
