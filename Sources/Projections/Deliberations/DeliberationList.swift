import Plugins
import Values

/// The deliberations with the clause that decided each: that of its matter in the rules of its day.
enum DeliberationList {
  static let columns = DeliberationView.definition.columns + [.text("rule")]

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    try views.rows("deliberation", on: day).map { row in
      let rules = try views.rules(on: row.day("on") ?? day)
      let body = row.text("body").flatMap { rules?.body($0) }
      let rule = row.text("matter").flatMap { body?.decision(on: $0) }
      return row.replacing(columns, row.values + [.orNull(rule?.clause.id)])
    }
  }
}
