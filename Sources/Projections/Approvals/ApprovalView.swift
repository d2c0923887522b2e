import Governance
import Values

/// Acts that two persons do: `open` while the second one may confirm, then `confirmed`, `withdrawn` or `lapsed`.
enum ApprovalView: EntityView {
  static let definition = ViewDefinition(
    "approval", revision: 1,
    columns: [
      .text("approval"), .text("act"), .text("subject"), .text("state"), .text("asked_by"),
      .day("asked_on"), .day("confirm_until"), .partialDay("effective"), .text("answered_by"),
      .text("reason"),
    ],
    key: ["approval"], order: [.natural("approval")])

  static func rows(of approval: Approval, on day: Day) -> [ViewRow] {
    guard let asking = approval.asking else { return [] }
    let facts = asking.facts
    let values: [JSON] = [
      .text(approval.id.text), .text(facts.act), .orNull(facts.subject),
      .text(state(of: approval, on: day)), .text(facts.by), .orNull(asking.mark.effective),
      .orNull(facts.until), .orNull(facts.effective),
      .orNull(approval.confirmation?.facts.by ?? approval.withdrawal?.facts.by),
      .orNull(approval.withdrawal?.facts.reason),
    ]
    let event = approval.confirmation?.position ?? approval.withdrawal?.position ?? asking.position
    return [ViewRow(values, event: event)]
  }

  static func turningDays(of approval: Approval) -> [Day] {
    guard approval.isOpen, let until = approval.asking?.facts.until else { return [] }
    return [Day(number: until.number + 1)]
  }

  private static func state(of approval: Approval, on day: Day) -> String {
    if approval.confirmation != nil { return "confirmed" }
    if approval.withdrawal != nil { return "withdrawn" }
    return approval.waits(on: day) ? "open" : "lapsed"
  }
}
