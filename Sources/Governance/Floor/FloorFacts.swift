package import Values

/// A delegation asks for the floor, on an item or on none.
package struct FloorRequest: EventFacts {
  package let meeting: MeetingID
  /// From 1, in the order of recording at one meeting.
  package let number: Int
  package let member: MemberID
  package let item: ItemID?
  /// Whether it raises a point of order, which comes before all other requests.
  package let isOrder: Bool
  package let time: TimeOfDay?
  /// How many turns it has on the item with this one, points of order apart.
  package let turns: Int
  /// The minutes that it spoke on the item before.
  package let spoken: Int

  package init(
    meeting: MeetingID, number: Int, member: MemberID, item: ItemID? = nil, isOrder: Bool = false,
    time: TimeOfDay? = nil, turns: Int, spoken: Int
  ) {
    self.meeting = meeting
    self.number = number
    self.member = member
    self.item = item
    self.isOrder = isOrder
    self.time = time
    self.turns = turns
    self.spoken = spoken
  }

  package var data: JSON {
    .object(compacting: [
      ("meeting", .text(meeting.text)), ("number", .count(number)),
      ("member", .text(member.text)), ("item", item.map { .text($0.text) }),
      ("point_of_order", isOrder ? true : nil), ("time", time.map { .text($0.description) }),
      ("turns", .count(turns)), ("spoken", .count(spoken)),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    meeting = try reader.id("meeting")
    number = try reader.int("number")
    member = try reader.id("member")
    item = try reader.has("item") ? reader.id("item") : nil
    isOrder = try reader.has("point_of_order") ? reader.bool("point_of_order") : false
    time = try reader.optional("time", FieldReader.time)
    turns = try reader.int("turns")
    spoken = try reader.int("spoken")
  }
}

/// The floor is given to a request, or ended, or the request is taken back.
package struct FloorStep: EventFacts {
  package let meeting: MeetingID
  /// Of the request.
  package let number: Int
  package let time: TimeOfDay?
  /// How long was spoken, where somebody measured it; only of an end.
  package let minutes: Int?

  package init(meeting: MeetingID, number: Int, time: TimeOfDay? = nil, minutes: Int? = nil) {
    self.meeting = meeting
    self.number = number
    self.time = time
    self.minutes = minutes
  }

  package var data: JSON {
    .object(compacting: [
      ("meeting", .text(meeting.text)), ("number", .count(number)),
      ("time", time.map { .text($0.description) }), ("minutes", minutes.map { .count($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    meeting = try reader.id("meeting")
    number = try reader.int("number")
    time = try reader.optional("time", FieldReader.time)
    minutes = try reader.optional("minutes", FieldReader.int)
  }
}

/// How long and how often each delegation speaks on an item, or on every item without a limit of its own.
package struct FloorLimit: EventFacts {
  package let meeting: MeetingID
  package let item: ItemID?
  package let minutes: Int?
  package let times: Int?

  package init(meeting: MeetingID, item: ItemID? = nil, minutes: Int? = nil, times: Int? = nil) {
    self.meeting = meeting
    self.item = item
    self.minutes = minutes
    self.times = times
  }

  package var data: JSON {
    .object(compacting: [
      ("meeting", .text(meeting.text)), ("item", item.map { .text($0.text) }),
      ("minutes", minutes.map { .count($0) }), ("times", times.map { .count($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    meeting = try reader.id("meeting")
    item = try reader.has("item") ? reader.id("item") : nil
    minutes = try reader.optional("minutes", FieldReader.int)
    times = try reader.optional("times", FieldReader.int)
  }
}

/// The list of speakers on an item takes no more requests; points of order it takes all the same.
package struct FloorClosing: EventFacts {
  package let meeting: MeetingID
  /// Nil for those who asked on no item.
  package let item: ItemID?
  package let time: TimeOfDay?

  package init(meeting: MeetingID, item: ItemID? = nil, time: TimeOfDay? = nil) {
    self.meeting = meeting
    self.item = item
    self.time = time
  }

  package var data: JSON {
    .object(compacting: [
      ("meeting", .text(meeting.text)), ("item", item.map { .text($0.text) }),
      ("time", time.map { .text($0.description) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    meeting = try reader.id("meeting")
    item = try reader.has("item") ? reader.id("item") : nil
    time = try reader.optional("time", FieldReader.time)
  }
}
