package import Values

/// A place at a meeting is asked for, and given or put on the waiting list.
package struct Registration: EventFacts {
  package let meeting: MeetingID
  /// Among the registrations of the meeting, from 1.
  package let number: Int
  package let on: PartialDay
  package let member: MemberID
  /// That of the member on the day, whose places are counted.
  package let memberClass: String
  /// Who comes; nil where nobody is named yet.
  package let person: PersonID?
  package let isWaiting: Bool
  /// Whether it came after the last day that the rules give.
  package let isLate: Bool

  package init(
    meeting: MeetingID, number: Int, on: PartialDay, member: MemberID, memberClass: String,
    person: PersonID? = nil, isWaiting: Bool = false, isLate: Bool = false
  ) {
    (self.meeting, self.number, self.on) = (meeting, number, on)
    (self.member, self.memberClass, self.person) = (member, memberClass, person)
    (self.isWaiting, self.isLate) = (isWaiting, isLate)
  }

  package var data: JSON {
    .object(compacting: [
      ("meeting", .text(meeting.text)), ("number", .count(number)), ("on", .day(on)),
      ("member", .text(member.text)), ("class", .text(memberClass)),
      ("person", person.map { .text($0.text) }), ("waits", .bool(isWaiting)),
      ("late", isLate ? .bool(true) : nil),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    meeting = try reader.id("meeting")
    number = try reader.int("number")
    on = try reader.partialDay("on")
    member = try reader.id("member")
    memberClass = try reader.text("class")
    person = try reader.has("person") ? reader.id("person") : nil
    isWaiting = try reader.bool("waits")
    isLate = reader.has("late") ? try reader.bool("late") : false
  }
}

/// A registration was taken back.
package struct RegistrationEnd: EventFacts {
  package let meeting: MeetingID
  package let number: Int
  package let on: PartialDay
  package let reason: String?

  package init(meeting: MeetingID, number: Int, on: PartialDay, reason: String? = nil) {
    (self.meeting, self.number, self.on, self.reason) = (meeting, number, on, reason)
  }

  package var data: JSON {
    .object(compacting: [
      ("meeting", .text(meeting.text)), ("number", .count(number)), ("on", .day(on)),
      ("reason", reason.map { .text($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    meeting = try reader.id("meeting")
    number = try reader.int("number")
    on = try reader.partialDay("on")
    reason = try reader.optional("reason", FieldReader.text)
  }
}

/// A registration left the waiting list for a place that had become free.
package struct Advancement: EventFacts {
  package let meeting: MeetingID
  package let number: Int
  package let on: PartialDay

  package init(meeting: MeetingID, number: Int, on: PartialDay) {
    (self.meeting, self.number, self.on) = (meeting, number, on)
  }

  package var data: JSON {
    ["meeting": .text(meeting.text), "number": .count(number), "on": .day(on)]
  }

  package init(_ reader: FieldReader) throws(Failure) {
    meeting = try reader.id("meeting")
    number = try reader.int("number")
    on = try reader.partialDay("on")
  }
}
