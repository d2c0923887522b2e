package import Plugins
package import Values

/// Brings an earlier version of minutes back, as the newest one.
package struct RestoreMinutes: ActCommand {
  package static let kind = ActKind(
    "minutes", "restore",
    fields: [.subject("meeting", .id("meeting")), .required("version", .int)])

  let meeting: MeetingID
  let version: Int

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    version = try input.int("version")
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
    let newest = try MinutesChecks.content(of: minutes)
    let values: [String: Failure.Value] = [
      "meeting": .text(meeting.text), "version": .int(version), "newest": .int(minutes.version),
    ]
    guard let former = minutes.content(ofVersion: version) else {
      throw Refusal(
        .minutesVersionUnknown, values, ways: [Note("see-minutes-versions", values)])
    }
    guard former.digest != newest.digest else {
      throw Refusal(
        .minutesVersionCurrent, values, ways: [Note("see-minutes-versions", values)])
    }
    let restoration = MinutesRestoration(
      meeting: meeting, on: occasion.effective, version: minutes.version + 1, restores: version,
      digest: former.digest)
    return Decision([
      PlannedEvent(MinutesEvent.restored(restoration), to: minutes.id, effective: occasion.day)
    ])
  }
}

/// An earlier version of minutes counts again.
package struct MinutesRestoration: EventFacts {
  package let meeting: MeetingID
  package let on: PartialDay
  /// The new version.
  package let version: Int
  /// The version whose content it has.
  package let restores: Int
  package let digest: String

  package init(meeting: MeetingID, on: PartialDay, version: Int, restores: Int, digest: String) {
    self.meeting = meeting
    self.on = on
    self.version = version
    self.restores = restores
    self.digest = digest
  }

  package var data: JSON {
    [
      "meeting": .text(meeting.text), "on": .day(on), "version": .count(version),
      "restores": .count(restores), "digest": .text(digest),
    ]
  }

  package init(_ reader: FieldReader) throws(Failure) {
    meeting = try reader.id("meeting")
    on = try reader.partialDay("on")
    version = try reader.int("version")
    restores = try reader.int("restores")
    digest = try reader.text("digest")
  }
}

extension RefusalCode {
  static let minutesVersionUnknown = RefusalCode("minutes-version-unknown", exit: .notFound)
  static let minutesVersionCurrent = RefusalCode("minutes-version-current")
}
