import Governance
import Values

/// Each application with how far it has come: who thought what of it, and which deliberation decided it.
enum ApplicationView: EntityView {
  static let definition = ViewDefinition(
    "application", revision: 1,
    columns: [
      .text("application"), .text("member"), .text("class"), .partialDay("filed_on"),
      .text("stage"), .text("opinion_by"), .text("opinion"), .partialDay("opinion_on"),
      .text("deliberation"), .partialDay("decided_on"), .text("reason"), .text("text"),
      .text("digest"),
    ],
    key: ["application"], order: [.natural("application")])

  static func rows(of application: Application, on day: Day) -> [ViewRow] {
    guard let filing = application.filing else { return [] }
    let facts = filing.facts
    let opinion = application.opinions.last
    let end = application.end
    let values: [JSON] = [
      .text(application.id.text), .text(facts.member.text), .text(facts.memberClass),
      .orNull(facts.on), .text(application.stage.rawValue), .orNull(opinion?.facts.body),
      .orNull(opinion?.facts.tenor.rawValue), .orNull(opinion?.facts.on),
      .orNull(end?.facts.deliberation?.text), .orNull(end?.facts.on), .orNull(end?.facts.reason),
      .orNull(facts.text), .orNull(facts.digest),
    ]
    return [ViewRow(values, event: end?.position ?? opinion?.position ?? filing.position)]
  }
}
