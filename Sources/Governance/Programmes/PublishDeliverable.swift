package import Plugins
package import Values

/// Records that what an action was to hand over was handed over.
package struct PublishDeliverable: ActCommand {
  package static let kind = ActKind(
    "deliverable", "publish",
    fields: [.subject("deliverable", .id("deliverable")), .optional("identifier", .text)])

  let deliverable: DeliverableID
  let identifier: String?

  package init(_ input: ActInput) throws(Failure) {
    deliverable = try input.deliverable("deliverable")
    identifier = try input.optional("identifier", ActInput.text)
  }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(deliverable.action.programme))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let programme = try ProgrammeChecks.programme(deliverable.action.programme, in: ledger)
    let found = programme.deliverables.first {
      $0.addition.facts.action == deliverable.action.number
        && $0.addition.facts.number == deliverable.number
    }
    guard let found else {
      throw Refusal(
        .deliverableUnknown, ["deliverable": .text(deliverable.text)],
        ways: [Note("see-list", ["noun": .text("deliverable")])])
    }
    if let publication = found.publication {
      throw Refusal(
        .deliverablePublishedAlready,
        [
          "deliverable": .text(deliverable.text),
          "on": .known(publication.facts.on),
        ], ways: [Note("correct-event", MeetingChecks.at(publication.position))])
    }
    let facts = DeliverablePublication(
      action: deliverable.action.number, number: deliverable.number, on: occasion.effective,
      identifier: identifier)
    return Decision([
      PlannedEvent(ProgrammeEvent.published(facts), to: programme.id, effective: occasion.day)
    ])
  }
}

extension ActInput {
  /// The id of what an action hands over, `programme-1.3.2`.
  fileprivate func deliverable(_ name: String) throws(Failure) -> DeliverableID {
    let text = try text(name)
    guard let deliverable = DeliverableID(text) else {
      throw malformed(name, text, "form.deliverable")
    }
    return deliverable
  }
}

extension RefusalCode {
  static let deliverableUnknown = RefusalCode("deliverable-unknown", exit: .notFound)
  static let deliverablePublishedAlready = RefusalCode("deliverable-published-already")
}
