import Governance
import Values

/// Each waiver with who gave it and why, and whether it still lets an act pass.
enum WaiverView: EntityView {
  static let definition = ViewDefinition(
    "waiver", revision: 1,
    columns: [
      .text("waiver"), .text("guard"), .text("given_by"), .text("deliberation"), .text("reason"),
      .text("subject"), .partialDay("since"), .day("until"), .bool("repeats"), .text("state"),
      .int("uses"), .day("last_used"),
    ], key: ["waiver"], order: [.natural("waiver")])

  static func rows(of waiver: Waiver, on day: Day) -> [ViewRow] {
    guard let grant = waiver.grant, let standing = waiver.standing(on: day) else { return [] }
    let facts = grant.facts
    let values: [JSON] = [
      .text(waiver.id.text), .text(facts.rule), .text(facts.by),
      .orNull(facts.deliberation?.text), .orNull(facts.reason), .orNull(facts.subject),
      .orNull(facts.from), .orNull(facts.until), .bool(facts.repeats), .text(standing.rawValue),
      .orNull(waiver.uses.count), .orNull(waiver.uses.last?.facts.on),
    ]
    return [ViewRow(values, event: waiver.uses.last?.position ?? grant.position)]
  }

  static func turningDays(of waiver: Waiver) -> [Day] {
    guard let grant = waiver.grant?.facts else { return [] }
    return [grant.from.first] + (grant.until.map { [Day(number: $0.number + 1)] } ?? [])
  }
}
