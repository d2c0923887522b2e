package import Values

/// One stay of a delegation in the room; it may come and go several times.
package struct Stay: Hashable, Sendable {
  package let member: MemberID
  /// The day it came, and the time when that is known.
  package let day: Day
  package let time: TimeOfDay?
  /// The office that sits for the head of the delegation; nil for the head.
  package let representedBy: String?
  /// Who sits for the member; nil where that was not said.
  package let person: PersonID?
  /// Whether it attends over a link.
  package let isRemote: Bool
  package let begunBy: Int64
  /// The day and the time at which it left; nil while it stays.
  package var leftOn: Day?
  package var leftAt: TimeOfDay?
  package var endedBy: Int64?

  package init(
    member: MemberID, day: Day, time: TimeOfDay?, representedBy: String? = nil,
    person: PersonID? = nil, isRemote: Bool = false, begunBy: Int64
  ) {
    self.member = member
    self.day = day
    self.time = time
    self.representedBy = representedBy
    self.person = person
    self.isRemote = isRemote
    self.begunBy = begunBy
  }

  /// Whether it is in the room after the event at a position of the log.
  package func holds(at position: Int64) -> Bool {
    begunBy <= position && endedBy.map { position < $0 } != false
  }

  package var json: JSON {
    .object(compacting: [
      ("member", .text(member.text)), ("day", .text(day.description)),
      ("time", time.map { .text($0.description) }),
      ("represented_by", representedBy.map { .text($0) }),
      ("person", person.map { .text($0.text) }), ("remote", isRemote ? true : nil),
      ("begun_by", .int(begunBy)),
      ("left_on", leftOn.map { .text($0.description) }),
      ("left_at", leftAt.map { .text($0.description) }), ("ended_by", endedBy.map { .int($0) }),
    ])
  }

  package init(_ json: JSON) throws(Failure) {
    let reader = try FieldReader(json, of: Meeting.category)
    member = try reader.id("member")
    day = try reader.day("day")
    time = try reader.optional("time", FieldReader.time)
    representedBy = try reader.optional("represented_by", FieldReader.text)
    person = try reader.has("person") ? reader.id("person") : nil
    isRemote = try reader.has("remote") ? reader.bool("remote") : false
    begunBy = try reader.position("begun_by")
    leftOn = try reader.optional("left_on", FieldReader.day)
    leftAt = try reader.optional("left_at", FieldReader.time)
    endedBy = try reader.optional("ended_by", FieldReader.position)
  }
}
