package import Values

/// Who hears an item was wrong, and is another from now on; the former marking stays in the log.
package struct ItemMarking: EventFacts {
  package let meeting: MeetingID
  package let item: ItemID
  package let on: PartialDay
  package let session: ItemAddition.Session
  package let reason: String

  package init(
    meeting: MeetingID, item: ItemID, on: PartialDay, session: ItemAddition.Session, reason: String
  ) {
    (self.meeting, self.item, self.on) = (meeting, item, on)
    (self.session, self.reason) = (session, reason)
  }

  package var data: JSON {
    [
      "meeting": .text(meeting.text), "item": .text(item.text), "on": .day(on),
      "session": .text(session.rawValue), "reason": .text(reason),
    ]
  }

  package init(_ reader: FieldReader) throws(Failure) {
    meeting = try reader.id("meeting")
    item = try reader.id("item")
    on = try reader.partialDay("on")
    session = try reader.choice("session")
    reason = try reader.text("reason")
  }
}
