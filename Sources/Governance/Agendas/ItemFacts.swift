package import Values

/// An item gets another place on the agenda; it keeps its id, and the numbers follow.
package struct ItemMove: EventFacts {
  package let meeting: MeetingID
  package let item: ItemID
  package let on: PartialDay
  /// Nil for the top of the tree.
  package let parent: ItemID?
  /// The item before which it stands; nil for the last place.
  package let before: ItemID?

  package init(
    meeting: MeetingID, item: ItemID, on: PartialDay, parent: ItemID? = nil, before: ItemID? = nil
  ) {
    self.meeting = meeting
    self.item = item
    self.on = on
    self.parent = parent
    self.before = before
  }

  package var data: JSON {
    .object(compacting: [
      ("meeting", .text(meeting.text)), ("item", .text(item.text)), ("on", .day(on)),
      ("parent", parent.map { .text($0.text) }), ("before", before.map { .text($0.text) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    meeting = try reader.id("meeting")
    item = try reader.id("item")
    on = try reader.partialDay("on")
    parent = try reader.has("parent") ? reader.id("parent") : nil
    before = try reader.has("before") ? reader.id("before") : nil
  }
}

/// An item leaves the agenda, with those below it.
package struct ItemWithdrawal: EventFacts {
  package let meeting: MeetingID
  package let item: ItemID
  package let on: PartialDay
  package let reason: String

  package init(meeting: MeetingID, item: ItemID, on: PartialDay, reason: String) {
    self.meeting = meeting
    self.item = item
    self.on = on
    self.reason = reason
  }

  package var data: JSON {
    [
      "meeting": .text(meeting.text), "item": .text(item.text), "on": .day(on),
      "reason": .text(reason),
    ]
  }

  package init(_ reader: FieldReader) throws(Failure) {
    meeting = try reader.id("meeting")
    item = try reader.id("item")
    on = try reader.partialDay("on")
    reason = try reader.text("reason")
  }
}

/// A deliberation took up an item.
package struct ItemTaking: EventFacts {
  package let meeting: MeetingID
  package let item: ItemID
  package let deliberation: DeliberationID

  package init(meeting: MeetingID, item: ItemID, deliberation: DeliberationID) {
    self.meeting = meeting
    self.item = item
    self.deliberation = deliberation
  }

  package var data: JSON {
    [
      "meeting": .text(meeting.text), "item": .text(item.text),
      "deliberation": .text(deliberation.text),
    ]
  }

  package init(_ reader: FieldReader) throws(Failure) {
    meeting = try reader.id("meeting")
    item = try reader.id("item")
    deliberation = try reader.id("deliberation")
  }
}

/// The agenda is closed to items that are in time.
package struct Freezing: EventFacts {
  package let meeting: MeetingID
  package let on: PartialDay

  package init(meeting: MeetingID, on: PartialDay) {
    self.meeting = meeting
    self.on = on
  }

  package var data: JSON { ["meeting": .text(meeting.text), "on": .day(on)] }

  package init(_ reader: FieldReader) throws(Failure) {
    meeting = try reader.id("meeting")
    on = try reader.partialDay("on")
  }
}
