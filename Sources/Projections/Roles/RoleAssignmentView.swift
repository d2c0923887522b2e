import Governance
import Values

/// Each person whom an act named for a role, with the days; `role list` adds who is in it otherwise.
enum RoleAssignmentView: EntityView {
  static let definition = ViewDefinition(
    "role_assignment", revision: 1,
    columns: [
      .text("role"), .text("person"), .text("member"), .partialDay("since"), .day("until"),
      .text("deliberation"),
    ], key: ["role", "person"], order: [.natural("role"), .natural("person")])

  static func rows(of role: Role, on day: Day) -> [ViewRow] {
    role.assignments(on: day).map { assignment in
      let facts = assignment.facts
      return ViewRow(
        [
          .text(role.id.text), .text(facts.person.text), .orNull(facts.member?.text),
          .orNull(facts.from), .orNull(facts.until), .orNull(facts.deliberation?.text),
        ], event: assignment.position)
    }
  }

  static func turningDays(of role: Role) -> [Day] {
    role.assignments.flatMap { [$0.facts.from.first] + [$0.facts.until].compactMap(\.self) }
      + role.endings.map(\.facts.until.first)
  }
}
