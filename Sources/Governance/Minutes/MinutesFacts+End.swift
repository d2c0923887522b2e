package import Values

/// Somebody has something to say on circulated minutes.
package struct MinutesComment: EventFacts {
  package let meeting: MeetingID
  package let on: PartialDay
  /// From 1, counted in the minutes.
  package let number: Int
  /// Nil for a comment that no member made.
  package let member: MemberID?
  /// The place of the statement that it is about; nil for the whole.
  package let place: String?
  package let text: String
  /// Whether it disagrees with the minutes: then silence does not approve them, and it is annexed.
  package let objects: Bool
  /// Whether it came after the last day; then it is kept and has no effect.
  package let isLate: Bool

  package init(
    meeting: MeetingID, on: PartialDay, number: Int, member: MemberID? = nil,
    place: String? = nil, text: String, objects: Bool, isLate: Bool
  ) {
    self.meeting = meeting
    self.on = on
    self.number = number
    self.member = member
    self.place = place
    self.text = text
    self.objects = objects
    self.isLate = isLate
  }

  package var data: JSON {
    .object(compacting: [
      ("meeting", .text(meeting.text)), ("on", .day(on)), ("number", .count(number)),
      ("member", member.map { .text($0.text) }), ("place", place.map { .text($0) }),
      ("text", .text(text)), ("objects", .bool(objects)), ("late", .bool(isLate)),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    meeting = try reader.id("meeting")
    on = try reader.partialDay("on")
    number = try reader.int("number")
    member = try reader.has("member") ? reader.id("member") : nil
    place = try reader.optional("place", FieldReader.text)
    text = try reader.text("text")
    objects = try reader.bool("objects")
    isLate = try reader.bool("late")
  }
}

/// Minutes are final; whatever is wrong in them is put right by a corrigendum from now on.
package struct MinutesApproval: EventFacts {
  package let meeting: MeetingID
  package let on: PartialDay
  package let version: Int
  package let digest: String
  /// The last day for comments; nil where there was none.
  package let until: Day?
  /// How many disagreed in time.
  package let objections: Int
  /// What approved them; nil for the silence of all.
  package let deliberation: DeliberationID?

  package init(
    meeting: MeetingID, on: PartialDay, version: Int, digest: String, until: Day? = nil,
    objections: Int = 0, deliberation: DeliberationID? = nil
  ) {
    self.meeting = meeting
    self.on = on
    self.version = version
    self.digest = digest
    self.until = until
    self.objections = objections
    self.deliberation = deliberation
  }

  package var data: JSON {
    .object(compacting: [
      ("meeting", .text(meeting.text)), ("on", .day(on)), ("version", .count(version)),
      ("digest", .text(digest)), ("until", until.map { .text($0.description) }),
      ("objections", .count(objections)),
      ("deliberation", deliberation.map { .text($0.text) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    meeting = try reader.id("meeting")
    on = try reader.partialDay("on")
    version = try reader.int("version")
    digest = try reader.text("digest")
    until = try reader.optional("until", FieldReader.day)
    objections = try reader.int("objections")
    deliberation = try reader.has("deliberation") ? reader.id("deliberation") : nil
  }
}

/// Approved minutes are put right in one place; the text that was approved stays as it is.
package struct Corrigendum: EventFacts {
  package let meeting: MeetingID
  package let on: PartialDay
  /// From 1, counted in the minutes.
  package let number: Int
  /// The place of the statement or paragraph that it puts right.
  package let place: String
  /// How that place is to be read.
  package let text: String
  package let reason: String
  package let version: Int

  package init(
    meeting: MeetingID, on: PartialDay, number: Int, place: String, text: String, reason: String,
    version: Int
  ) {
    self.meeting = meeting
    self.on = on
    self.number = number
    self.place = place
    self.text = text
    self.reason = reason
    self.version = version
  }

  package var data: JSON {
    [
      "meeting": .text(meeting.text), "on": .day(on), "number": .count(number),
      "place": .text(place), "text": .text(text), "reason": .text(reason),
      "version": .count(version),
    ]
  }

  package init(_ reader: FieldReader) throws(Failure) {
    meeting = try reader.id("meeting")
    on = try reader.partialDay("on")
    number = try reader.int("number")
    place = try reader.text("place")
    text = try reader.text("text")
    reason = try reader.text("reason")
    version = try reader.int("version")
  }
}
