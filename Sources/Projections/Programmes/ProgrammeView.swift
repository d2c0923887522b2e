import Governance
import Values

/// Each programme with how far it has come: `draft`, `withdrawn`, `adopted`, and `ended` from the day after its last.
///
/// A draft whose days have passed without an adoption stays a draft.
enum ProgrammeView: EntityView {
  static let definition = ViewDefinition(
    "programme", revision: 2,
    columns: [
      .text("programme"), .text("title"), .day("from"), .day("until"), .text("status"),
      .text("adopted_by"), .partialDay("adopted_on"), .list("topics"), .int("actions"),
      .int("actions_open"), .int("version"), .list("amended_by"),
    ],
    key: ["programme"], order: [.ascending("from"), .natural("programme")])

  static func rows(of programme: Programme, on day: Day) -> [ViewRow] {
    guard let draft = programme.draft?.facts else { return [] }
    let adoption = programme.adoption?.facts
    let open = programme.additions.count { programme.closing(of: $0.facts.number) == nil }
    let values: [JSON] = [
      .text(programme.id.text), .text(draft.title), .orNull(draft.from), .orNull(draft.until),
      .text(status(programme, draft, on: day)), .orNull(adoption?.deliberation.text),
      .orNull(adoption?.on), .texts(draft.topics), .orNull(programme.additions.count),
      .orNull(open), .orNull(programme.version),
      .texts(programme.amendments.map(\.facts.deliberation.text)),
    ]
    let newest =
      programme.withdrawal?.position ?? programme.amendments.last?.position
      ?? programme.adoption?.position
    return [ViewRow(values, event: newest ?? programme.draft?.position)]
  }

  static func turningDays(of programme: Programme) -> [Day] {
    programme.draft.map { [Day(number: $0.facts.until.number + 1)] } ?? []
  }

  private static func status(_ programme: Programme, _ draft: ProgrammeDraft, on day: Day) -> String
  {
    guard programme.withdrawal == nil else { return "withdrawn" }
    guard programme.adoption != nil else { return "draft" }
    return draft.until < day ? "ended" : "adopted"
  }
}
