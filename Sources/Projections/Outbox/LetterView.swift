import Governance
import Plugins
import Values

/// Each letter that was written; `outbox list` adds those that are due and those that cannot be written.
enum LetterView: EntityView {
  static let definition = ViewDefinition(
    "letter", revision: 1,
    columns: [
      .text("letter"), .text("about"), .text("subject"), .text("title"), .day("due"),
      .text("step"), .day("on"), .text("person"), .text("member"), .text("language"),
      .day("written_on"),
    ], key: ["letter"], order: [.ascending("on"), .ascending("subject"), .natural("person")])

  static func rows(of letter: Letter, on day: Day) -> [ViewRow] {
    guard let writing = letter.writing else { return [] }
    let facts = writing.facts
    let values: [JSON] = [
      .text(letter.id.text), .text(facts.about.rawValue), .text(facts.subject),
      .orNull(facts.title), .orNull(facts.due), .text(facts.step.text), .orNull(facts.on),
      .text(facts.person.text), .orNull(facts.member?.text), .text(facts.language),
      .orNull(writing.mark.effective),
    ]
    return [ViewRow(values, event: writing.position)]
  }
}
