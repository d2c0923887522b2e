import Governance
import Values

/// The items that stand on the agenda of a meeting, in the order of the tree, each with its number.
///
/// `rank` counts the items from 1 in that order; `minutes` is how long an item should take; `session` that of the item or of one above it, whichever is
/// narrower.
enum AgendaView: EntityView {
  static let definition = ViewDefinition(
    "agenda", revision: 3,
    columns: [
      .text("meeting"), .int("rank"), .text("number"), .text("item"), .text("title"),
      .text("parent"),
      .text("owner"), .int("minutes"), .text("session"), .record("papers"), .bool("late"),
      .text("late_for"), .list("deliberations"), .text("approves"), .text("follows"),
      .text("refers"), .text("sender"),
    ],
    key: ["meeting", "item"], order: [.natural("meeting"), .ascending("rank")])

  static func rows(of agenda: Agenda, on day: Day) -> [ViewRow] {
    AgendaOutline(agenda).lines.enumerated().map { index, line in
      let facts = line.item.addition.facts
      let values: [JSON] = [
        .text(agenda.id.text), .orNull(index + 1), .text(line.number), .text(facts.item.text),
        .text(facts.title),
        .orNull(line.item.parent?.text), .orNull(facts.owner), .orNull(facts.minutes),
        .text(line.session.rawValue), .list(facts.papers.map(\.data)), .bool(facts.isLate),
        .orNull(facts.reason ?? facts.deliberation?.text),
        .texts(line.item.takings.map(\.facts.deliberation.text)), .orNull(facts.approves?.text),
        .orNull(facts.follows?.text), .orNull(facts.refers?.text), .orNull(facts.sender),
      ]
      return ViewRow(values, event: line.item.events.last)
    }
  }
}
