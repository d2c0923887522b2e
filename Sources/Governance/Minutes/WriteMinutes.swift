package import Plugins
package import Values

/// Puts a paragraph of the secretariat's own between the sentences of a draft, or writes one again.
package struct WriteMinutes: ActCommand {
  package static let kind = ActKind(
    "minutes", "write",
    fields: [
      .subject("meeting", .id("meeting")), .optional("after", .text),
      .optional("paragraph", .text), .required("text", .text),
    ])

  let meeting: MeetingID
  let after: String?
  let paragraph: String?
  let text: String

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    after = try input.optional("after", ActInput.text)
    paragraph = try input.optional("paragraph", ActInput.text)
    text = try input.text("text")
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(meeting)), .one(EntityKey(MinutesID(sharedWith: meeting)))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let minutes = try MinutesChecks.minutes(of: meeting, in: ledger).minutes
    try MinutesChecks.checkNotApproved(minutes)
    let content = try MinutesChecks.content(of: minutes)
    let former = try former(in: minutes)
    guard let after = after ?? former?.after else {
      throw Refusal(
        .minutesPlaceMissing, ["meeting": .text(meeting.text)],
        ways: [Note("see-minutes", ["meeting": .text(meeting.text)])])
    }
    try MinutesChecks.check(after, in: content, of: minutes)
    let id = former?.paragraph ?? "P-\(Set(minutes.paragraphs.map(\.facts.paragraph)).count + 1)"
    try check(id, after: after)
    let addition = MinutesContent.Addition(id: id, after: after, text: text, event: 0)
    let written = MinutesParagraph(
      meeting: meeting, on: occasion.effective, version: minutes.version + 1, paragraph: id,
      after: after, text: text, digest: minutes.content(adding: addition).digest)
    return Decision([
      PlannedEvent(MinutesEvent.written(written), to: minutes.id, effective: occasion.day)
    ])
  }

  private func former(in minutes: Minutes) throws(Refusal) -> MinutesParagraph? {
    guard let paragraph else { return nil }
    let counted = minutes.paragraphs(ofVersion: minutes.version)
    guard let former = counted.last(where: { $0.facts.paragraph == paragraph }) else {
      throw Refusal(
        .minutesPlaceUnknown, ["place": .text(paragraph), "meeting": .text(meeting.text)],
        ways: [Note("see-minutes", ["meeting": .text(meeting.text)])])
    }
    return former.facts
  }

  private func check(_ id: String, after place: String) throws(Refusal) {
    guard id == place else { return }
    throw Refusal(
      .paragraphAfterItself, ["paragraph": .text(id)],
      ways: [Note("see-minutes", ["meeting": .text(meeting.text)])])
  }
}

extension RefusalCode {
  static let minutesPlaceMissing = RefusalCode("minutes-place-missing", exit: .badData)
  static let paragraphAfterItself = RefusalCode("paragraph-after-itself", exit: .badData)
}
