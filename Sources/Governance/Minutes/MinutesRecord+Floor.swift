import Plugins
import Values

/// Who spoke on each item, where the rules want the minutes to say so.
extension MinutesRecord {
  /// One sentence for each item, at the event that ended its last turn.
  ///
  /// - Parameter numbers: Of the items on the agenda.
  /// - Returns: Nothing where the rules do not ask for it.
  func speeches(_ numbers: [ItemID: String]) -> [(Int64, [Statement])] {
    guard let floor, namesSpeakers else { return [] }
    let spoken = floor.turns.filter { $0.stage == .spoken }
    let items = spoken.reduce(into: [ItemID?]()) { items, turn in
      if !items.contains(turn.request.facts.item) { items.append(turn.request.facts.item) }
    }
    return items.compactMap { item in
      let turns = spoken.filter { $0.request.facts.item == item }
        .sorted { ($0.giving?.position ?? 0) < ($1.giving?.position ?? 0) }
      guard let last = turns.compactMap({ $0.end?.position }).max() else { return nil }
      return (last, [statement(turns, on: item, item.flatMap { numbers[$0] })])
    }
  }

  private func statement(
    _ turns: [Floor.Turn], on item: ItemID?, _ number: String?
  ) -> Statement {
    Statement(
      "spoke", at: "spoke.\(item?.text ?? "")",
      [
        "itemised": .text(number == nil ? "no" : "yes"), "item": .text(number ?? ""),
        "speakers": .list(turns.map(Self.words)),
      ], events: turns.flatMap { [$0.giving?.position, $0.end?.position] })
  }

  /// `PT (4)`, with the minutes where they are known; a point of order is none of its turns and has a star.
  private static func words(_ turn: Floor.Turn) -> String {
    let name = turn.member.text + (turn.request.facts.isOrder ? "*" : "")
    return turn.minutes.map { "\(name) (\($0))" } ?? name
  }
}
