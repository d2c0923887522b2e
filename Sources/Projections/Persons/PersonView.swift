import Governance
import Values

/// The persons of the record without a word that is theirs: names stay sealed in the log.
enum PersonView: EntityView {
  static let definition = ViewDefinition(
    "person", revision: 1,
    columns: [.text("person"), .list("languages"), .list("specialities")], key: ["person"],
    order: [.natural("person")])

  static func rows(of person: Person, on day: Day) -> [ViewRow] {
    guard person.registeredBy != nil else { return [] }
    let values: [JSON] = [
      .text(person.id.text), .texts(person.languages), .texts(person.specialities),
    ]
    return [ViewRow(values, event: person.revisedBy)]
  }
}
