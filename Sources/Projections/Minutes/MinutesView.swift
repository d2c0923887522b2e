import Governance
import Values

/// The minutes of each meeting: how far they have come, and which version counts.
///
/// `objections` are those made in time since the last circulation; `digest` is that of the version.
enum MinutesView: EntityView {
  static let definition = ViewDefinition(
    "minutes", revision: 1,
    columns: [
      .text("meeting"), .text("stage"), .int("version"), .int("circulated"),
      .partialDay("circulated_on"), .day("comments_until"), .int("comments"),
      .int("objections"), .partialDay("approved_on"), .text("approved_by"), .int("approved"),
      .int("corrigenda"), .text("digest"),
    ],
    key: ["meeting"], order: [.natural("meeting")])

  static func rows(of minutes: Minutes, on day: Day) -> [ViewRow] {
    guard let stage = minutes.stage else { return [] }
    let circulation = minutes.circulation?.facts
    let approval = minutes.approval?.facts
    let values: [JSON] = [
      .text(minutes.id.text), .text(stage.rawValue), .orNull(minutes.version),
      .orNull(circulation?.version), .orNull(circulation?.on), .orNull(circulation?.until),
      .orNull(minutes.comments.count), .orNull(minutes.objections.count), .orNull(approval?.on),
      .orNull(approval?.deliberation?.text), .orNull(approval?.version),
      .orNull(minutes.corrigenda.count), .orNull(minutes.content()?.digest),
    ]
    return [ViewRow(values, event: nil)]
  }
}
