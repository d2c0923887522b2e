package import Plugins
package import Values

/// Hands out what the log holds on a person; that it was handed out is recorded first.
package struct ExportPerson: ActCommand {
  package static let kind = ActKind(
    "person", "export",
    fields: [.subject("person", .id("person")), .optional("reason", .text)])

  private let person: PersonID
  private let disclosure: PersonDisclosure

  package init(_ input: ActInput) throws(Failure) {
    person = try input.id("person")
    disclosure = PersonDisclosure(reason: try input.optional("reason", ActInput.text))
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(person))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    try PersonChecks.checkRegistered(person, in: ledger)
    return Decision([
      PlannedEvent(PersonEvent.exported(disclosure), to: person, effective: occasion.day)
    ])
  }
}
