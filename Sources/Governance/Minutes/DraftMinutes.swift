package import Plugins
package import Values

/// Draws up the minutes of a meeting from what is recorded of it; paragraphs written before stay.
package struct DraftMinutes: ActCommand {
  package static let kind = ActKind(
    "minutes", "draft", fields: [.subject("meeting", .id("meeting"))])

  let meeting: MeetingID

  package init(_ input: ActInput) throws(Failure) { meeting = try input.id("meeting") }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] { MinutesRecord.needs(of: meeting) }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (found, minutes) = try MinutesChecks.minutes(of: meeting, in: ledger)
    try MinutesChecks.checkNotApproved(minutes)
    let statements = MinutesRecord(of: found, in: ledger, under: rules).statements
    let digest = minutes.content(with: statements).digest
    let draft = MinutesDraft(
      meeting: meeting, on: occasion.effective, version: minutes.version + 1,
      statements: statements, digest: digest)
    return Decision(
      [PlannedEvent(MinutesEvent.drafted(draft), to: minutes.id, effective: occasion.day)],
      notes: notes(found, minutes, digest))
  }

  private func notes(_ found: Meeting, _ minutes: Minutes, _ digest: String) -> [Note] {
    var notes: [Note] = []
    if minutes.content()?.digest == digest {
      notes.append(Note("minutes-unchanged", ["version": .int(minutes.version)]))
    }
    if found.stage == .open {
      notes.append(Note("meeting-still-open", ["meeting": .text(meeting.text)]))
    }
    return notes
  }
}
