import Plugins
import Values

/// What is owed by the rules, and what actions are to do and to hand over.
enum DeskWork {
  static func entries(_ views: Views, on day: Day) throws -> [DeskEntry] {
    try ObligationList.rows(views, day).compactMap { obligation($0, on: day) }
      + views.rows("action", on: day).compactMap(action)
      + views.rows("deliverable", on: day).compactMap(deliverable)
  }

  private static func obligation(_ row: Row, on day: Day) -> DeskEntry? {
    guard row.text("state") != "met", let id = row.text("obligation") else { return nil }
    return DeskEntry(
      .obligation, id, row.text("message") ?? "",
      due: row.day("due") ?? row.day("overdue_since") ?? day,
      line: line(for: row, id), clause: row.text("clause"), owed: row)
  }

  /// The act that meets it; where the network's own rules expect something, what is known of it.
  private static func line(for row: Row, _ id: String) -> [String] {
    let subject = row.text("subject") ?? ""
    switch row.text("what").flatMap({ Obligation.Kind(rawValue: $0) }) {
    case .meetings: return ["meeting", "plan", subject]
    case .output:
      let output = row["basis"]["output"]?.text ?? subject
      let after = output == subject ? [] : ["--meeting", subject]
      return ["report", "publish", output] + after
    case .seat: return ["seat", "appoint", subject, "--kind", row["basis"]["kind"]?.text ?? ""]
    case .programme: return ["programme", "draft"]
    case .matter: return matter(row["basis"], subject) ?? ["obligation", "show", id]
    case .own, nil: return ["obligation", "show", id]
    }
  }

  /// What takes up the matter of a broken procedure: a meeting is planned, the matter stands on its agenda, the body
  /// decides.
  private static func matter(_ basis: JSON, _ procedure: String) -> [String]? {
    let title = basis["title"]?.text ?? procedure
    guard let meeting = basis["meeting"]?.text else {
      return basis["series"]?.text.map { ["meeting", "plan", $0] }
    }
    guard let item = basis["item"]?.text else {
      return ["agenda", "add", procedure, "--meeting", meeting, "--title", title]
    }
    let kind = basis["matter"]?.text.flatMap { $0 == DecisionRule.fallback ? nil : $0 }
    return ["deliberation", "record", meeting, "--title", title, "--item", item]
      + (kind.map { ["--matter", $0] } ?? [])
  }

  private static func action(_ row: Row) -> DeskEntry? {
    guard row.text("status") == "open", let id = row.text("action"), let due = row.day("due")
    else { return nil }
    let noun = row["programme"].isNull ? "action" : "programme"
    return DeskEntry(.action, id, row.text("title") ?? "", due: due, line: [noun, "close", id])
  }

  private static func deliverable(_ row: Row) -> DeskEntry? {
    guard row.text("status") == "due", let id = row.text("deliverable"), let due = row.day("due")
    else { return nil }
    return DeskEntry(
      .deliverable, id, row.text("title") ?? "", due: due, line: ["deliverable", "publish", id])
  }
}
