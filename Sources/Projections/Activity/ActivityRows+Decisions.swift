import Governance
import Values

/// Decisions of meetings, and procedures outside them.
extension ActivityRows {
  /// Of the whole network; of a subgroup the one that created it.
  func decisions() throws -> [ActivityLine] {
    let creation: String?
    switch scope {
    case .network: creation = nil
    case .member: return []
    case .subgroup(let id):
      creation = try self.creation(of: id) ?? ""
    }
    let all = try views.rows("deliberation", on: until)
    let again = Dictionary(
      all.compactMap { row in
        row.text("repeats").flatMap { vote in row.text("deliberation").map { (vote, $0) } }
      }
    ) { $1 }
    return try all.filter { row in
      isWithin(row.partialDay("on")) && creation.map { $0 == row.text("deliberation") } ?? true
    }.compactMap { try decision($0, again) }
  }

  /// One decision, with the vote that was taken in its place, by the annulled one.
  private func decision(_ row: Row, _ again: [String: String]) throws -> ActivityLine? {
    let id = row.text("deliberation") ?? ""
    let session = try sight.session(of: id)
    var values: [String: Failure.Value] = [
      "deliberation": .text(id), "on": .text(row.text("on") ?? ""),
      "session": .text(session.rawValue),
    ]
    switch try sight.extent(of: id) {
    case .nothing: return nil
    case .number: return ActivityLine("decision-reserved", values, event: row.event)
    case .whole: break
    }
    values["title"] = .text(row.text("title") ?? "")
    values["status"] = .text(row.text("status") ?? "")
    values["by"] = .text(row.text("changed_by") ?? "")
    values["changed"] = .text(row["changed_by"].isNull ? "no" : "yes")
    values["repeated"] = .text(again[id] == nil ? "no" : "yes")
    values["again"] = .text(again[id] ?? "")
    return ActivityLine("decision", values, event: row.event)
  }

  /// Those that ended in the period, then those that were open on its last day.
  func procedures() throws -> [ActivityLine] {
    guard scope == .network else { return [] }
    let rows = try views.rows("procedure", on: until)
    let ended = rows.filter { isWithin($0.partialDay("ended")) }
    let open = rows.filter { $0.text("ended") == nil && $0.text("opened") != nil }
    return try ended.map { try procedure($0, "procedure") }
      + open.map { try procedure($0, "procedure-open") }
  }

  private func procedure(_ row: Row, _ code: String) throws -> ActivityLine {
    let id = row.text("procedure") ?? ""
    let breakers = sight.isWhole ? Self.members(row["objections"]) : []
    let then = row.text("then") ?? ""
    return ActivityLine(
      code,
      [
        "procedure": .text(id), "rule": .text(row.text("rule") ?? ""),
        "opened": .text(row.text("opened") ?? ""), "on": .text(row.text("ended") ?? ""),
        "title": .text(row.text("title") ?? ""), "kind": .text(row.text("kind") ?? ""),
        "outcome": .text(row.text("outcome") ?? ""),
        "urgent": .text(row["urgent"] == .bool(true) ? "yes" : "no"),
        "n": .int(breakers.count), "members": .list(breakers), "then": .text(then),
        "deliberation": .text(row.text("deliberation") ?? ""),
        "decided": .text(row["deliberation"].isNull ? "no" : "yes"),
        "identifier": .text(row.text("identifier") ?? ""),
        "published": .text(row["identifier"].isNull ? "no" : "yes"),
      ], event: try events.procedure(id) ?? row.event)
  }

  /// Who objected in time, each once.
  private static func members(_ objections: JSON) -> [String] {
    Set((objections.list ?? []).compactMap { $0["member"]?.text }).sorted()
  }
}

extension Row {
  /// The texts of a list; empty for a column that has none.
  func texts(_ name: String) -> [String] { self[name].list?.compactMap(\.text) ?? [] }
}
