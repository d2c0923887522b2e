import Governance
import Plugins
import Values

/// What is owed by the obligations that the network wrote itself; what was met stays listed as met.
enum WrittenObligations {
  static func all(in views: Views, on day: Day) throws -> [Obligation] {
    try views.ownObligations(on: day).map { obligation($0, on: day, try views.rules(on: day)) }
  }

  private static func obligation(_ own: OwnObligation, on day: Day, _ rules: Rules?) -> Obligation {
    let rule = own.rule
    var owed = Obligation(
      kind: .own, clause: rule.clause, subject: own.subject, owedBy: rule.owedBy,
      since: own.since, due: own.due, event: own.trigger, basis: basis(own))
    owed.name = own.id
    owed.met = own.met.map { Obligation.Met(position: $0.position, day: $0.day) }
    owed.wasMetLate = own.met != nil && own.isLate(on: day)
    owed.reminders = own.reminders
    owed.lateTo = rule.lateTo
    owed.message = rule.message.text(
      in: rules?.languages.first ?? "en", else: rules?.languages ?? [])
    return owed
  }

  /// What brought it about, and what the message quotes.
  private static func basis(_ own: OwnObligation) -> JSON.Fields {
    JSON.Fields(
      [
        ("on", .text(own.rule.on)), ("met_by", .text(own.rule.metBy)),
        ("since", .orNull(own.since)),
      ]
        + own.values.sorted { $0.key < $1.key }.map { ("value.\($0.key)", plain($0.value)) })
  }

  /// A value as JSON has it: days without their mark.
  private static func plain(_ value: Failure.Value) -> JSON {
    if case .day(let day) = value { .text(day.description) } else { value.json }
  }
}
