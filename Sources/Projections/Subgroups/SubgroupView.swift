import Governance
import Plugins
import Values

/// Each subgroup with its mandate: `active`, `lapsed` from the day after the mandate, `ended` by an act.
enum SubgroupView: EntityView {
  static let definition = ViewDefinition(
    "subgroup", revision: 2,
    columns: [
      .text("subgroup"), .text("title"), .text("mandate"), .text("coordinator"),
      .partialDay("since"), .day("until"), .text("status"), .partialDay("last_report"),
      .text("created_by"), .partialDay("ended_on"), .list("members"), .day("coordinator_until"),
      .list("amended_by"), .record("own_rules"),
    ],
    key: ["subgroup"], order: [.natural("subgroup")])

  static func rows(of subgroup: Subgroup, on day: Day) -> [ViewRow] {
    guard let creation = subgroup.creation?.facts else { return [] }
    let coordination = subgroup.coordination(on: day)
    let values: [JSON] = [
      .text(subgroup.id.text), .text(creation.title), .orNull(subgroup.mandate),
      .orNull(coordination?.facts.member.text), .orNull(creation.from),
      .orNull(subgroup.until(on: day)),
      .text(status(subgroup, on: day)), .orNull(lastReport(subgroup)),
      .text(creation.deliberation.text), .orNull(subgroup.ending?.facts.on),
      .texts(subgroup.members(on: day)), .orNull(coordination?.facts.until),
      .texts(subgroup.amendments.map(\.facts.deliberation.text)), ownRules(of: subgroup, on: day),
    ]
    return [ViewRow(values, event: lastEvent(of: subgroup, on: day))]
  }

  /// What was recorded last of what counts on a day; the creation before its first day.
  private static func lastEvent(of subgroup: Subgroup, on day: Day) -> Int64? {
    func positions<Facts: EventFacts>(_ recorded: [Recorded<Facts>]) -> [Int64] {
      recorded.filter { $0.mark.effective <= day }.map(\.position)
    }
    let parts = [
      positions(subgroup.amendments), positions(subgroup.joinings), positions(subgroup.leavings),
      positions(subgroup.coordinations), positions(subgroup.reports),
      positions(subgroup.ending.map { [$0] } ?? []),
    ]
    return parts.joined().max() ?? subgroup.creation?.position
  }

  static func turningDays(of subgroup: Subgroup) -> [Day] {
    var days: [Day] = subgroup.coordinations.map(\.facts.from.first)
    days += subgroup.stays.map(\.from) + subgroup.amendments.map(\.mark.effective)
    days += subgroup.ending.map { [$0.facts.on.first] } ?? []
    var lasts: [Day?] = [subgroup.creation?.facts.until]
    lasts += subgroup.amendments.map(\.facts.until)
    lasts += subgroup.coordinations.map(\.facts.until)
    lasts += subgroup.stays.map(\.until)
    return days + lasts.compactMap(\.self).map { Day(number: $0.number + 1) }
  }

  /// The rules that it set for itself, by their paths; null for none.
  private static func ownRules(of subgroup: Subgroup, on day: Day) -> JSON {
    let written = subgroup.terms(on: day)?.written ?? [:]
    guard !written.isEmpty else { return .null }
    let pairs = written.sorted { $0.key < $1.key }
    return .object(JSON.Fields(pairs.map { ($0.key, .text($0.value)) }))
  }

  private static func lastReport(_ subgroup: Subgroup) -> PartialDay? {
    subgroup.reports.max { $0.facts.on.first < $1.facts.on.first }?.facts.on
  }

  private static func status(_ subgroup: Subgroup, on day: Day) -> String {
    if let ending = subgroup.ending, ending.facts.on.first <= day { return "ended" }
    return subgroup.until(on: day).map { $0 < day } == true ? "lapsed" : "active"
  }
}
