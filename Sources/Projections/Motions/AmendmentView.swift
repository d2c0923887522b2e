import Governance
import Values

/// Each amendment to a motion with what it changes, those it collides with, and the vote on it.
enum AmendmentView: EntityView {
  static let definition = ViewDefinition(
    "amendment", revision: 1,
    columns: [
      .text("amendment"), .text("motion"), .int("number"), .text("change"), .int("first"),
      .int("last"), .text("member"), .day("proposed_on"), .text("state"), .list("collides_with"),
      .text("deliberation"), .int("for"), .int("against"), .int("abstain"), .text("reason"),
      .text("text"),
    ], key: ["amendment"], order: [.natural("motion"), .ascending("number")])

  static func rows(of motion: Motion, on day: Day) -> [ViewRow] {
    guard motion.proposal != nil else { return [] }
    return motion.amendments.map { row($0, of: motion) }
  }

  private static func row(_ amendment: Amendment, of motion: Motion) -> ViewRow {
    let facts = amendment.proposal.facts
    let decision = amendment.decision?.facts
    let change = facts.change
    let head: [JSON] = [
      .text("\(motion.id.text).\(facts.number)"), .text(motion.id.text), .orNull(facts.number),
      .text(change.kind.rawValue), .orNull(change.first), .orNull(change.last),
      .orNull(facts.member?.text), .orNull(amendment.proposal.mark.effective),
      .text(motion.standing(of: amendment).rawValue),
      .texts(motion.collisions(of: amendment).map { "\(motion.id.text).\($0.number)" }),
    ]
    let tail: [JSON] = [
      .orNull(decision?.deliberation.text), .orNull(decision?.votes?.inFavour),
      .orNull(decision?.votes?.against), .orNull(decision?.votes?.abstaining),
      .orNull(amendment.withdrawal?.facts.reason ?? facts.reason), .orNull(change.text),
    ]
    let position = amendment.withdrawal?.position ?? amendment.decision?.position
    return ViewRow(head + tail, event: position ?? amendment.proposal.position)
  }
}
