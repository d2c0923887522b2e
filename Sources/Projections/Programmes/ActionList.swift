import Values

/// All actions, of programmes and of meetings, with how many days each is overdue.
enum ActionList {
  static let columns = ActionView.definition.columns + [.int("days_overdue")]

  /// The overdue ones alone, the longest overdue first.
  static let overdue = View.Choice(name: "overdue") { rows in
    rows.filter { $0.int("days_overdue") != nil }.sorted { left, right in
      let days = (left.int("days_overdue") ?? 0, right.int("days_overdue") ?? 0)
      return days.0 == days.1
        ? (left.text("action") ?? "") < (right.text("action") ?? "") : days.0 > days.1
    }
  }

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    try views.rows(ActionView.definition.name, on: day).map { row in
      let isOverdue = row["overdue"] == .bool(true)
      let days = isOverdue ? row.day("due").map { $0.days(until: day) } : nil
      return row.replacing(columns, row.values + [.orNull(days)])
    }
  }
}
