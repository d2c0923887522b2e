import Governance
import Values

/// Each request for the floor of a meeting with its times and how long was spoken.
enum SpeakerView: EntityView {
  static let definition = ViewDefinition(
    "speaker", revision: 1,
    columns: [
      .text("meeting"), .int("number"), .text("item"), .text("member"), .bool("point_of_order"),
      .text("state"), .day("day"), .text("requested_at"), .text("given_at"), .text("ended_at"),
      .int("minutes"),
    ], key: ["meeting", "number"], order: [.natural("meeting"), .ascending("number")])

  static func rows(of floor: Floor, on day: Day) -> [ViewRow] {
    floor.turns.map { turn in
      let facts = turn.request.facts
      let values: [JSON] = [
        .text(floor.id.text), .orNull(turn.number), .orNull(facts.item?.text),
        .text(turn.member.text), .bool(facts.isOrder), .text(turn.stage.rawValue),
        .orNull(turn.request.mark.effective), .orNull(facts.time?.description),
        .orNull(turn.giving?.facts.time?.description), .orNull(turn.end?.facts.time?.description),
        .orNull(turn.minutes),
      ]
      let last = turn.end ?? turn.giving ?? turn.withdrawal
      return ViewRow(values, event: last?.position ?? turn.request.position)
    }
  }
}
