import Plugins
import Values

/// A programme that follows the last one: owed by the body that adopts programmes.
///
/// The next must be adopted by the last day of the adopted programme that ends latest; it is overdue
/// from the day after. A network that never adopted one owes none by this rule.
enum ProgrammeObligations {
  static func all(under rules: Rules, programmes: [Row], on day: Day) -> [Obligation] {
    let adopted = programmes.filter { ["adopted", "ended"].contains($0.text("status") ?? "") }
    guard let rule = rules.programme,
      let last = adopted.max(by: { ($0.text("until") ?? "") < ($1.text("until") ?? "") }),
      let until = last.day("until"), let from = last.day("from"), from <= day
    else { return [] }
    return [
      Obligation(
        kind: .programme, clause: rule.clause, subject: last.text("programme") ?? "",
        owedBy: rule.adoptedBy, since: from, due: until, event: last.event,
        basis: JSON.Fields([
          ("length", .text(rule.length.description)), ("since", .orNull(from)),
          ("until", .orNull(until)),
        ]))
    ]
  }
}
