import Governance
import Plugins
import Values

/// The guards of the rules of a day, with who may waive each and which waivers are open.
enum GuardList {
  static let columns: [Column] = [
    .text("guard"), .list("on"), .text("severity"), .list("may_waive"), .list("waivers"),
    .text("source"), .text("message"),
  ]

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    guard let rules = try views.rules(on: day),
      let version = try views.rows("network", on: day).first
    else { return [] }
    let waivers = try views.rows("waiver", on: day)
    return rules.guards.map { rule in
      let open = waivers.filter {
        $0.text("guard") == rule.id && $0.text("state") == Waiver.Standing.open.rawValue
      }
      let message = rule.message.text(in: rules.languages.first ?? "en", else: rules.languages)
      let values: [JSON] = [
        .text(rule.id), .texts(rule.on), .text(rule.severity.rawValue),
        .texts(rule.waiver?.by ?? []), .texts(open.compactMap { $0.text("waiver") }),
        .text(rule.clause.source.key), .text(message),
      ]
      return (open.last ?? version).replacing(columns, values)
    }
  }
}
