package import Plugins
package import Values

/// Says something new of a person; what is not given stays.
package struct EditPerson: ActCommand {
  package static let kind = ActKind(
    "person", "edit",
    fields: [.subject("person", .id("person")), ActField("name", .text, isPersonal: true)]
      + PersonEntry.fields)

  private let person: PersonID
  private let entry: PersonEntry

  package init(_ input: ActInput) throws(Failure) {
    person = try input.id("person")
    entry = try PersonEntry(input)
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(person))] }

  package func checkWords() throws(Refusal) { try entry.checkAddress() }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    try PersonChecks.check(person, in: ledger)
    try entry.checkLanguages()
    guard !entry.isEmpty else {
      throw Refusal(.personUnchanged, ["person": .text(person.text)])
    }
    let event = PersonEvent.revised(entry.profile, personal: entry.sealed(of: person))
    return Decision([PlannedEvent(event, to: person, effective: occasion.day)])
  }
}
