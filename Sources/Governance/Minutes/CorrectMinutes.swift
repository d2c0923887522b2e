package import Plugins
package import Values

/// Puts approved minutes right in one place; both texts stay visible.
package struct CorrectMinutes: ActCommand {
  package static let kind = ActKind(
    "minutes", "correct",
    fields: [
      .subject("meeting", .id("meeting")), .required("place", .text), .required("text", .text),
      .required("reason", .text),
    ])

  let meeting: MeetingID
  let place: String
  let text: String
  let reason: String

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    place = try input.text("place")
    text = try input.text("text")
    reason = try input.text("reason")
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(meeting)), .one(EntityKey(MinutesID(sharedWith: meeting)))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let minutes = try MinutesChecks.minutes(of: meeting, in: ledger).minutes
    guard let approval = minutes.approval else {
      throw Refusal(
        .minutesNotApproved, ["meeting": .text(meeting.text)],
        ways: [Note("draft-minutes", ["meeting": .text(meeting.text)])])
    }
    let version = approval.facts.version
    let content = try MinutesChecks.content(of: minutes, version: version)
    try MinutesChecks.check(place, in: content, of: minutes)
    let corrigendum = Corrigendum(
      meeting: meeting, on: occasion.effective, number: minutes.corrigenda.count + 1,
      place: place, text: text, reason: reason, version: version)
    return Decision([
      PlannedEvent(MinutesEvent.corrected(corrigendum), to: minutes.id, effective: occasion.day)
    ])
  }
}

extension RefusalCode {
  static let minutesNotApproved = RefusalCode("minutes-not-approved")
}
