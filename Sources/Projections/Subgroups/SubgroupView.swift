import Governance
import Values

/// Each subgroup with its mandate: `active`, `lapsed` from the day after the mandate, `ended` by an act.
enum SubgroupView: EntityView {
  static let definition = ViewDefinition(
    "subgroup", revision: 1,
    columns: [
      .text("subgroup"), .text("title"), .text("mandate"), .text("coordinator"),
      .partialDay("since"), .day("until"), .text("status"), .partialDay("last_report"),
      .text("created_by"), .partialDay("ended_on"),
    ],
    key: ["subgroup"], order: [.natural("subgroup")])

  static func rows(of subgroup: Subgroup, on day: Day) -> [ViewRow] {
    guard let creation = subgroup.creation?.facts else { return [] }
    let coordination = subgroup.coordination(on: day)
    let values: [JSON] = [
      .text(subgroup.id.text), .text(creation.title), .text(creation.mandate),
      .orNull(coordination?.facts.member.text), .orNull(creation.from), .orNull(creation.until),
      .text(status(subgroup, creation, on: day)), .orNull(lastReport(subgroup)),
      .text(creation.deliberation.text), .orNull(subgroup.ending?.facts.on),
    ]
    let event = subgroup.ending?.position ?? coordination?.position ?? subgroup.creation?.position
    return [ViewRow(values, event: event)]
  }

  static func turningDays(of subgroup: Subgroup) -> [Day] {
    let coordinations = subgroup.coordinations.map(\.facts.from.first)
    let lapse = subgroup.creation?.facts.until.map { [Day(number: $0.number + 1)] } ?? []
    return coordinations + lapse + (subgroup.ending.map { [$0.facts.on.first] } ?? [])
  }

  private static func lastReport(_ subgroup: Subgroup) -> PartialDay? {
    subgroup.reports.max { $0.facts.on.first < $1.facts.on.first }?.facts.on
  }

  private static func status(
    _ subgroup: Subgroup, _ creation: SubgroupCreation, on day: Day
  ) -> String {
    if let ending = subgroup.ending, ending.facts.on.first <= day { return "ended" }
    return creation.until.map { $0 < day } == true ? "lapsed" : "active"
  }
}
