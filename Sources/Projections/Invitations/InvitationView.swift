import Governance
import Values

/// Each place at a meeting that was asked for, and where on the waiting list those without one stand.
enum InvitationView: EntityView {
  static let definition = ViewDefinition(
    "invitation", revision: 2,
    columns: [
      .text("meeting"), .int("number"), .text("member"), .text("class"), .text("person"),
      .text("state"), .int("waiting_place"), .partialDay("registered_on"),
      .partialDay("advanced_on"), .partialDay("cancelled_on"), .text("reason"), .bool("late"),
    ], key: ["meeting", "number"], order: [.natural("meeting"), .ascending("number")])

  static func rows(of invitation: Invitation, on day: Day) -> [ViewRow] {
    let waiting = invitation.waiting.map(\.number)
    return invitation.entries.map { row($0, of: invitation, waiting) }
  }

  private static func row(
    _ entry: Invitation.Entry, of invitation: Invitation, _ waiting: [Int]
  ) -> ViewRow {
    let facts = entry.registration.facts
    let state = entry.end != nil ? "cancelled" : entry.isWaiting ? "waiting" : "seated"
    let values: [JSON] = [
      .text(invitation.id.text), .orNull(facts.number), .text(facts.member.text),
      .text(facts.memberClass), .orNull(facts.person?.text), .text(state),
      .orNull(waiting.firstIndex(of: facts.number).map { $0 + 1 }), .orNull(facts.on),
      .orNull(entry.advancement?.facts.on), .orNull(entry.end?.facts.on),
      .orNull(entry.end?.facts.reason), .bool(facts.isLate),
    ]
    let position = entry.end?.position ?? entry.advancement?.position
    return ViewRow(values, event: position ?? entry.registration.position)
  }
}
