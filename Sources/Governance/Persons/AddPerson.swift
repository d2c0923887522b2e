package import Plugins
package import Values

/// Registers a person under the next number; whoever the person is stands sealed.
package struct AddPerson: ActCommand {
  package static let kind = ActKind(
    "person", "add",
    fields: [
      ActField("name", .text, isRequired: true, isPositional: true, isPersonal: true)
    ] + PersonEntry.fields)

  private let entry: PersonEntry

  package init(_ input: ActInput) throws(Failure) { entry = try PersonEntry(input) }

  package func needs(under rules: Rules) -> [Need] { [.count(category: Person.category)] }

  package func checkWords() throws(Refusal) { try entry.checkAddress() }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    try entry.checkLanguages()
    let number = (ledger.counts[Person.category] ?? 0) + 1
    guard let id = PersonID("H-\(number)") else {
      preconditionFailure("a letter, a hyphen and a number are an id")
    }
    let event = PersonEvent.registered(
      PersonEvent.Profile(
        languages: entry.profile.languages ?? [], specialities: entry.profile.specialities ?? []),
      personal: entry.sealed(of: id))
    return Decision([PlannedEvent(event, to: id, effective: occasion.day)])
  }
}
