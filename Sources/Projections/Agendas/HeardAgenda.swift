import Governance
import Values

/// An agenda as those of one session see it: neither a title nor a gap in the numbers tells of another item.
enum HeardAgenda {
  /// - Parameters:
  ///   - rows: Of the view of agendas, each meeting in the order of its tree.
  ///   - widest: The widest session that is heard.
  /// - Returns: The rows of what is heard, with rank and number counted among themselves.
  static func rows(_ rows: [Row], heardBy widest: ItemAddition.Session) -> [Row] {
    var numbering = Numbering()
    return rows.filter { row in
      row.text("session").flatMap { ItemAddition.Session(rawValue: $0) }.map { $0 <= widest }
        == true
    }.map { numbering.row($0) }
  }

  /// Counts the items of each meeting, and those below each item.
  private struct Numbering {
    private var ranks: [String: Int] = [:]
    private var counts: [[String]: Int] = [:]
    private var numbers: [[String]: String] = [:]

    mutating func row(_ row: Row) -> Row {
      let meeting = row.text("meeting") ?? ""
      let above = row.text("parent").flatMap { numbers[[meeting, $0]] }
      let place = [meeting, above ?? ""]
      counts[place, default: 0] += 1
      ranks[meeting, default: 0] += 1
      let own = String(counts[place] ?? 1)
      let number = above.map { "\($0).\(own)" } ?? own
      numbers[[meeting, row.text("item") ?? ""]] = number
      let rank = ranks[meeting] ?? 1
      return row.replacing(
        row.columns,
        zip(row.columns, row.values).map { column, value in
          switch column.name {
          case "rank": .int(Int64(rank))
          case "number": .text(number)
          default: value
          }
        })
    }
  }
}
