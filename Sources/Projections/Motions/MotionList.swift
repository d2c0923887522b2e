import Governance
import Plugins
import Values

/// The motions with the states into which each may be moved, by the rules of the day on which it was put.
enum MotionList {
  static let columns = MotionView.definition.columns + [.list("may_become")]

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    try views.rows("motion", on: day).map { row in
      let rules = try row.day("put_on").flatMap { try views.rules(on: $0) }
      let ways = row.text("state").flatMap { state in
        rules?.motions?.ways(from: state, on: .move).map(\.to)
      }
      return row.replacing(columns, row.values + [.texts(ways ?? [])])
    }
  }
}
