import Governance
import Values

/// Each motion in the text that it has, with where it stands, who is behind it, and the vote that ended it.
enum MotionView: EntityView {
  static let definition = ViewDefinition(
    "motion", revision: 1,
    columns: [
      .text("motion"), .text("title"), .text("body"), .text("matter"), .text("state"),
      .bool("ended"), .bool("votable"), .bool("amendable"), .text("member"), .list("supporters"),
      .day("put_on"), .day("since"), .text("outcome"), .text("deliberation"), .text("reason"),
      .int("amendments"), .int("undecided"), .int("paragraphs"), .text("digest"), .text("text"),
    ], key: ["motion"], order: [.natural("motion")])

  static func rows(of motion: Motion, on day: Day) -> [ViewRow] {
    guard let proposal = motion.proposal, let stage = motion.stage else { return [] }
    let facts = proposal.facts
    let text = motion.consolidation.text
    let head: [JSON] = [
      .text(motion.id.text), .text(facts.title), .text(facts.body), .text(facts.matter),
      .text(stage.state), .bool(stage.isFinal), .bool(stage.adoption != nil),
      .bool(stage.isAmendable), .orNull(facts.member?.text), .ids(motion.supporters),
      .orNull(proposal.mark.effective), .orNull(since(motion)?.effective),
    ]
    let decision = motion.decisions.last?.facts
    let tail: [JSON] = [
      .orNull(decision?.outcome.rawValue), .orNull(decision?.deliberation.text),
      .orNull(motion.withdrawal?.facts.reason ?? motion.moves.last?.facts.reason),
      .orNull(motion.amendments.count), .orNull(motion.undecided.count),
      .orNull(text.paragraphs.count), .text(text.digest), .text(text.text),
    ]
    return [ViewRow(head + tail, event: motion.position)]
  }

  /// When it came into its state.
  private static func since(_ motion: Motion) -> Mark? {
    motion.withdrawal?.mark ?? motion.ending?.mark ?? motion.moves.last?.mark
      ?? motion.proposal?.mark
  }
}
